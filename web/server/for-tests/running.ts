import { spawn } from 'node:child_process'
import { request, type IncomingHttpHeaders } from 'node:http'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const standIn = fileURLToPath(new URL('./stand-in', import.meta.url))

export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer; text: string }

/** Runs `hiroba` as a person would, in a process group of its own and with a stand-in for Kit. */
export function hiroba(args: string[], env: Record<string, string>) {
  const child = spawn(process.execPath, ['cli/hiroba.js', ...args], {
    cwd: root,
    detached: true,
    env: { ...bare(), LANG: 'en_US.UTF-8', HIROBA_WEB_BUILD: standIn, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  alive.add(child.pid!)
  child.once('close', () => alive.delete(child.pid!))
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return {
    pid: child.pid!,
    out: () => out,
    err: () => err,
    /** The exit code; null when a signal ended it. */
    ended,
    kill: (signal: NodeJS.Signals) => process.kill(child.pid!, signal),
    killGroup: () => process.kill(-child.pid!, 'SIGKILL'),
  }
}

/** A test that failed in the middle leaves no server behind. */
const alive = new Set<number>()
process.once('exit', () => {
  for (const pid of alive) process.kill(-pid, 'SIGKILL')
})

/** `hiroba start`, once it has printed its address. */
export async function started(env: Record<string, string>, ...args: string[]) {
  const process = hiroba(['start', ...args], env)
  const url = await Promise.race([
    until(() => /(http:\/\/localhost:\d+)\n/.exec(process.out())?.[1]),
    process.ended.then(() => {
      throw new Error(`hiroba start ended: ${process.err()}`)
    }),
  ])
  return { ...process, url, get: (path: string, headers = {}) => ask(url, { path, headers }) }
}

type Asking = {
  path?: string
  method?: string
  headers?: Record<string, string | string[] | undefined>
  body?: string
}

/** A request whose path and headers go out exactly as written, which `fetch` would not do. */
export function ask(url: string, { path = '/', method = 'GET', headers = {}, body }: Asking) {
  const { hostname, port } = new URL(url)
  for (const name of Object.keys(headers)) if (headers[name] === undefined) delete headers[name]
  return new Promise<Answer>((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        const all = Buffer.concat(chunks)
        const { statusCode, headers } = answer
        resolve({ status: statusCode!, headers, body: all, text: all.toString('utf8') })
      })
      answer.on('error', reject)
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

export async function until<T>(look: () => T | Promise<T>): Promise<NonNullable<T>> {
  for (;;) {
    const seen = await look()
    if (seen) return seen
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
}

/** The tests' own environment says nothing to the program. */
function bare(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'USER']
  return Object.fromEntries(kept.map((name) => [name, process.env[name]]))
}
