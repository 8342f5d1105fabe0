import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { writeDemo, type DemoName } from './demo/write.ts'
import type { Village } from './demo/village.ts'

const program = fileURLToPath(new URL('../cli/src/bin.ts', import.meta.url))
const root = fileURLToPath(new URL('..', import.meta.url))

/** A real installation of its own: data folder, database and server, gone after `stop`. */
export type Installation = {
  url: string
  port: number
  /** Runs a command of `hiroba` on this installation; throws with what it said when it fails. */
  hiroba(...words: string[]): Promise<string>
  /** Writes a demo community as of `now` and brings it in through the real importer. */
  bringIn(name: DemoName, now: Date, hostname?: string): Promise<void>
  stop(): Promise<void>
}

/** Starts an empty installation on a free port. Builds the pages when they are missing or old. */
export async function openInstallation(): Promise<Installation> {
  const folder = mkdtempSync(join(tmpdir(), 'hiroba-e2e-'))
  const port = await freePort()
  const url = `http://localhost:${port}`
  const env = {
    ...process.env,
    HIROBA_DATA: join(folder, 'data'),
    HIROBA_URL: url,
    PORT: String(port),
    LANG: 'C.UTF-8',
    HIROBA_LOG: 'warn',
  }
  delete (env as NodeJS.ProcessEnv).DATABASE_URL
  const server = spawn(process.execPath, [program, 'start'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  server.stdout.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  server.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  let isStopping = false
  server.on('exit', (code, signal) => {
    if (!isStopping) console.error(`${url} ended by itself (${code ?? signal}):\n${said.join('')}`)
  })
  const stop = async () => {
    isStopping = true
    await ended(server)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await answers(`${url}/readyz`, server)
  } catch (error) {
    await stop()
    throw new Error(`The installation did not start:\n${said.join('')}`, { cause: error })
  }

  const hiroba = (...words: string[]) => run(words, env)
  return {
    url,
    port,
    hiroba,
    stop,
    async bringIn(name, now, hostname) {
      const source = join(folder, name)
      const village = writeDemo(name, now, source)
      await describe(hiroba, village, hostname)
      const slug = village.about.slug
      await hiroba('import', 'discourse', source, '--community', slug, '--json')
      await nameCategories(hiroba, village)
    },
  }
}

type Hiroba = Installation['hiroba']

async function describe(hiroba: Hiroba, { about }: Village, hostname?: string): Promise<void> {
  const { slug, language, timeZone, accent } = about
  const words = (['name', 'purpose', 'benefit'] as const).flatMap((text) =>
    Object.entries(about[text]).flatMap(([code, said]) => [`--${text}-${code}`, said]),
  )
  const own = [
    ...(hostname ? ['--hostname', hostname] : []),
    ...(accent ? ['--accent', accent] : []),
  ]
  const facts = ['--language', language, '--timezone', timeZone, ...own]
  await hiroba('community', 'create', '--slug', slug, ...facts, ...words)
}

/** One run of the command for each language. */
async function nameCategories(hiroba: Hiroba, { about }: Village): Promise<void> {
  const all = Object.values(about.categories)
  const others = (['ja', 'ko', 'en'] as const).filter((code) => code !== about.language)
  for (const code of [about.language, ...others]) {
    const names = all.flatMap(({ number, name }) => ['--name', `${number}=${name[code]}`])
    await hiroba('categories', '--community', about.slug, '--language', code, ...names)
  }
}

function run(words: string[], env: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(process.execPath, [program, ...words], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(out)
      else
        reject(
          new Error(`hiroba ${words.slice(0, 3).join(' ')} ended with ${code}:\n${said}${out}`),
        )
    })
  })
}

/** Building the pages on a slow machine takes a minute. */
async function answers(url: string, server: ChildProcess): Promise<void> {
  for (const until = Date.now() + 180_000; Date.now() < until; await sleep(100)) {
    if (server.exitCode !== null) throw new Error(`ended with ${server.exitCode}`)
    const answer = await fetch(url).catch(() => null)
    if (answer?.ok) return
  }
  throw new Error(`${url} did not answer in time`)
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return
  const closed = new Promise((resolve) => server.once('close', resolve))
  server.kill('SIGTERM')
  const late = sleep(20_000, 'late', { ref: false })
  if ((await Promise.race([closed, late])) === 'late') server.kill('SIGKILL')
}

function freePort(): Promise<number> {
  const server = createServer()
  return new Promise((resolve, reject) => {
    server.on('error', reject)
    server.listen(0, () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
