import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, openSync, closeSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openHiroba, type Hiroba } from '@hiroba/core'
import { communityBySlug } from '@hiroba/core/communities'
import { joinDatabase } from '@hiroba/core/database'
import { guest, operator, type Actor, type Here } from '@hiroba/core/platform'
import { familyMemory, familyCpuSeconds, memory, sampling } from './processes.ts'
import { repository } from './options.ts'

const program = join(repository, 'cli/src/bin.ts')

/** What a run of a command took. Memory in MB at most, processor time and time in seconds. */
export type CommandRun = {
  out: string
  seconds: number
  cpuSeconds: number
  megabytes: number
  databaseMegabytes: number
}

export type Opened = {
  hiroba: Hiroba
  /** A community as a guest sees it, unless another actor is given. */
  here(slug: string, actor?: Actor): Promise<Here>
  /** The database's leading process. */
  databasePid: number
  version: string
  close(): Promise<void>
}

export type Server = {
  pid: number
  /** Without a trailing slash. */
  url: string
  /** Milliseconds from the start of the process to the first 200 of `path`. */
  firstPage: number
  stop(): Promise<void>
}

export type Installation = ReturnType<typeof installationIn>

const running = new Set<ChildProcess>()
const folders = new Set<string>()

/** An empty installation in a folder of its own. */
export function freshInstallation() {
  const folder = mkdtempSync(join(tmpdir(), 'hiroba-bench-'))
  // The user PostgreSQL runs as must pass through when we are root.
  chmodSync(folder, 0o711)
  folders.add(folder)
  return installationIn(folder)
}

export function installationIn(folder: string) {
  return { folder, command, open, serve, work, keep: () => folders.delete(folder), clear }

  /** Runs `hiroba …` and watches what it takes. Throws with what it said when it fails. */
  async function command(...args: string[]): Promise<CommandRun> {
    const started = performance.now()
    const child = spawn(process.execPath, [program, ...args], {
      ...surroundings(),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    running.add(child)
    const peak = { megabytes: 0, databaseMegabytes: 0, used: 0 }
    const stopLooking = sampling(100, () => {
      peak.megabytes = Math.max(peak.megabytes, memory(child.pid!, 'most'))
      peak.used = Math.max(peak.used, familyCpuSeconds(child.pid!))
    })
    const stopWeighing = sampling(1000, () => {
      const pid = databasePid()
      if (pid) peak.databaseMegabytes = Math.max(peak.databaseMegabytes, familyMemory(pid))
    })
    const [out, err] = await Promise.all([
      textOf(child.stdout!),
      textOf(child.stderr!),
      ended(child),
    ])
    const seconds = (performance.now() - started) / 1000
    stopLooking()
    stopWeighing()
    running.delete(child)
    if (child.exitCode !== 0)
      throw new Error(`hiroba ${args[0]} ended with ${child.exitCode}:\n${err}${out}`)
    const { used: cpuSeconds, megabytes, databaseMegabytes } = peak
    return { out, seconds, cpuSeconds, megabytes, databaseMegabytes }
  }

  /** Joins its database from this process. */
  async function open(size = 4): Promise<Opened> {
    const config = { dataDir: folder, databaseUrl: null, url: 'http://localhost' }
    const database = await joinDatabase(config, { role: 'command' })
    const hiroba = openHiroba({ url: database.url, size })
    return {
      hiroba,
      databasePid: databasePid()!,
      version: database.version,
      async here(slug, actor = guest) {
        const community = await communityBySlug(hiroba.lobby(operator), slug)
        if (!community) throw new Error(`there is no community ${slug}`)
        return hiroba.here(community, actor)
      },
      async close() {
        await hiroba.close()
        await database.leave()
      },
    }
  }

  /** What `npm start` runs, on a free port, until `path` answers. */
  async function serve(path: string, env: Record<string, string> = {}): Promise<Server> {
    const port = await freePort()
    const url = `http://127.0.0.1:${port}`
    const started = performance.now()
    const child = background('start', { ...env, PORT: String(port), HIROBA_URL: url })
    await untilAnswering(child, url + path)
    return {
      pid: child.pid!,
      url,
      firstPage: performance.now() - started,
      stop: () => stopped(child),
    }
  }

  /** A worker beside; to be stopped. */
  function work(): { pid: number; isAlive(): boolean; stop(): Promise<void> } {
    const child = background('worker', {})
    return {
      pid: child.pid!,
      isAlive: () => child.exitCode === null,
      stop: () => stopped(child),
    }
  }

  function background(command: string, env: Record<string, string>): ChildProcess {
    const log = openSync(join(folder, `${command}.log`), 'w')
    const child = spawn(process.execPath, [program, command], {
      ...surroundings(env),
      stdio: ['ignore', log, log],
    })
    closeSync(log)
    running.add(child)
    child.once('exit', (code, signal) => {
      // Those we stop ourselves were taken out before.
      if (running.delete(child))
        console.error(`  hiroba ${command} ended (${signal ?? code}):\n${complaints(command)}`)
    })
    return child
  }

  async function untilAnswering(child: ChildProcess, url: string): Promise<void> {
    for (const deadline = Date.now() + 180_000; ; await sleep(5)) {
      const answer = await fetch(url, { headers: { connection: 'close' } }).catch(() => null)
      await answer?.arrayBuffer()
      if (answer?.status === 200) return
      if (child.exitCode === null && child.signalCode === null && Date.now() < deadline) continue
      throw new Error(`no page came (status ${answer?.status})`)
    }
  }

  /** What a program said beside its requests. */
  function complaints(command: string): string {
    const lines = readFileSync(join(folder, `${command}.log`), 'utf8').split('\n')
    return lines.filter((line) => !line.startsWith('{"level":"info"')).join('\n')
  }

  /** Nothing of the caller's settings but the path; a `.env` of the checkout cannot name the data. */
  function surroundings(env: Record<string, string> = {}) {
    const { PATH, HOME, LANG } = process.env
    const own = { HIROBA_DATA: folder, DATABASE_URL: '', HIROBA_LOG: 'info' }
    return {
      cwd: folder,
      env: { PATH, HOME, LANG, NODE_ENV: 'production', ...own, ...env } as NodeJS.ProcessEnv,
    }
  }

  function databasePid(): number | null {
    try {
      const file = readFileSync(join(folder, 'database/cluster/postmaster.pid'), 'utf8')
      return Number(file.split('\n', 1)[0]) || null
    } catch {
      return null
    }
  }

  function clear(): void {
    const pid = databasePid()
    try {
      if (pid) process.kill(pid, 'SIGQUIT')
    } catch {
      // It has ended.
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
    folders.delete(folder)
  }
}

/** Ends and removes whatever is left; also after Ctrl-C. */
export function clearAll(): void {
  for (const child of running) child.kill('SIGKILL')
  for (const folder of folders) installationIn(folder).clear()
}

/** Runs one of our own programs in a process of its own; it answers with a line of JSON. */
export async function apart<T>(file: string, given: unknown): Promise<T> {
  const child = spawn(process.execPath, [join(repository, 'bench', file)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  running.add(child)
  child.stdin.end(JSON.stringify(given))
  const [out] = await Promise.all([textOf(child.stdout), ended(child)])
  running.delete(child)
  if (child.exitCode !== 0) throw new Error(`bench/${file} ended with ${child.exitCode}`)
  return JSON.parse(out) as T
}

/** The same for one that stays until it is stopped; it answers once it is ready. */
export async function beside<T>(file: string, given: unknown) {
  const child = spawn(process.execPath, [join(repository, 'bench', file)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  child.stdin.end(JSON.stringify(given))
  const said = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(String(chunk)))
    child.once('exit', () => reject(new Error(`bench/${file} ended at once`)))
  })
  return { pid: child.pid!, said: JSON.parse(said) as T, stop: () => stopped(child) }
}

/** What `apart` and `beside` gave to the program. */
export async function given<T>(): Promise<T> {
  return JSON.parse(await textOf(process.stdin)) as T
}

async function freePort(): Promise<number> {
  const { createServer } = await import('node:net')
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  running.delete(child)
  const gone = ended(child)
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), 20_000)
  await gone
  clearTimeout(late)
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', () => resolve())
  })
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = ''
  stream.setEncoding('utf8')
  for await (const chunk of stream) text += chunk
  return text
}
