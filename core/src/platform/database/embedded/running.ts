import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import {
  closeSync,
  fstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { insistOnSpace, ownedLike } from '../../config/index.ts'
import { Refusal } from '../../refusal.ts'
import { ask } from './ask.ts'
import { binariesFor } from './binaries.ts'
import type { Binaries } from './binaries.ts'
import { passwordOf, readyCluster } from './cluster.ts'
import type { Place, Tell } from './place.ts'
import {
  clearLeftovers,
  hasMisleadingPidFile,
  isAlive,
  postmasterOf,
  stopPostmaster,
} from './postmaster.ts'
import type { Postmaster } from './postmaster.ts'
import { settings } from './settings.ts'
import { runningAs } from './system-user.ts'

export type Running = {
  url: string
  pid: number
  /** Such as `18.4`. */
  version: string
  /** Somebody else had started it. */
  adopted: boolean
}

/** To be called by the holder of the place's lock only: adopts the database that runs, or starts it. */
export async function ensureRunning(place: Place, forTests: boolean, tell: Tell): Promise<Running> {
  const binaries = binariesFor(place.runAs)
  await readyCluster(place, binaries, forTests)
  for (;;) {
    const found = postmasterOf(place.cluster)
    if (!found) return start(place, binaries, forTests, tell)
    const url = await adopted(place, found)
    if (url) return { url, pid: found.pid, version: binaries.version, adopted: true }
  }
}

/** To be called by the holder of the place's lock only. */
export async function ensureStopped({ cluster }: Place): Promise<void> {
  const found = postmasterOf(cluster)
  if (found) await stopPostmaster(found.pid, cluster)
}

/** Its address once it answers; null when it went away, or was sent away because it hung. */
async function adopted(place: Place, { pid, port }: Postmaster): Promise<string | null> {
  const url = urlOf(place, port)
  for (let silentSince = Date.now(); isAlive(pid); await sleep(50)) {
    const answer = await ask(url)
    if (answer === 'yes') return url
    if (answer === 'wrong_password') throw passwordLost(place)
    // Recovery after a crash may take minutes, and says so; only silence is a sign of trouble.
    if (answer === 'wait') silentSince = Date.now()
    else if (Date.now() - silentSince > 20_000) await stopPostmaster(pid, place.cluster)
  }
  return null
}

async function start(
  place: Place,
  binaries: Binaries,
  forTests: boolean,
  tell: Tell,
): Promise<Running> {
  insistOnSpace(place.home)
  for (let attempt = 1; ; attempt++) {
    await clearLeftovers(place.cluster)
    if (hasMisleadingPidFile(place.cluster)) rmSync(join(place.cluster, 'postmaster.pid'))
    const port = await freePort(place)
    const outcome = await launch(
      place,
      binaries.postgres,
      settings(place.cluster, port, forTests),
      tell,
    )
    if (typeof outcome === 'number') {
      const url = urlOf(place, port)
      return { url, pid: outcome, version: binaries.version, adopted: false }
    }
    const mayPass = /could not (bind|create any TCP)|already in use|still in use/.test(outcome.said)
    if (!mayPass || attempt === 20) {
      const data = { said: outcome.said, log: place.log }
      throw new Refusal('unavailable', 'database_does_not_start', data)
    }
    if (/bind|create any TCP/.test(outcome.said)) rmSync(place.port, { force: true })
    await sleep(300)
  }
}

/** The process id once it answers, or its last words. */
async function launch(
  place: Place,
  postgres: string,
  options: string[],
  tell: Tell,
): Promise<number | { said: string }> {
  const log = openLog(place.log)
  const from = fstatSync(log).size
  // A session of its own: Ctrl-C in our terminal must not stop it before we have stopped using it.
  const stdio = ['ignore', log, log] as const
  const child = spawn(postgres, options, {
    ...runningAs(place.runAs),
    detached: true,
    stdio: [...stdio],
  })
  closeSync(log)
  child.unref()
  const ended = endOf(child)

  const began = Date.now()
  for (let told = false; ;) {
    const end = await Promise.race([ended, sleep(20)])
    if (end) return { said: lastWords(place.log, from) ?? end }
    const found = postmasterOf(place.cluster)
    if (found?.pid === child.pid && found?.ready) {
      const answer = await ask(urlOf(place, found!.port))
      if (answer === 'yes') return child.pid!
      if (answer === 'wrong_password') {
        await stopPostmaster(child.pid!, place.cluster)
        throw passwordLost(place)
      }
    }
    if (!told && Date.now() - began > 3000) {
      told = true
      tell({ code: 'database_recovering', data: {} })
    }
  }
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(`it ended with ${signal ?? code}`))
  })
}

function openLog(path: string): number {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  if (size > 5_000_000) renameSync(path, `${path}.1`)
  const log = openSync(path, 'a', 0o600)
  ownedLike(path)
  return log
}

function lastWords(log: string, from: number): string | undefined {
  const text = readFileSync(log).subarray(from).toString('utf8')
  return text
    .match(/(?:FATAL|PANIC|ERROR): +.+|could not .+/g)
    ?.at(-1)
    ?.replace(/^[A-Z]+: +/, '')
}

/** The same port at every start where possible: the addresses others hold stay good. */
async function freePort({ port: path }: Place): Promise<number> {
  const kept = Number(readPort(path))
  if (kept > 0 && (await isFree(kept))) return kept
  for (;;) {
    // Below 32768, where Linux takes the ports of outgoing connections from.
    const port = 20_000 + Math.floor(Math.random() * 12_000)
    if (!(await isFree(port))) continue
    writeFileSync(path, `${port}\n`, { mode: 0o600 })
    ownedLike(path)
    return port
  }
}

function readPort(path: string): string {
  return statSync(path, { throwIfNoEntry: false }) ? readFileSync(path, 'utf8') : ''
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}

function urlOf(place: Place, port: number): string {
  return `postgres://hiroba:${passwordOf(place)}@127.0.0.1:${port}/hiroba`
}

function passwordLost(place: Place): Refusal {
  return new Refusal('conflict', 'database_password_lost', { path: place.password })
}
