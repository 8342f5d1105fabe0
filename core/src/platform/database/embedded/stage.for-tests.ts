import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { embeddedDatabase } from './index.ts'

export const asRoot = process.getuid?.() === 0
export const nobody = 65_534

/** An empty data directory others may pass through; `clear` ends and removes what came into it. */
export function emptyStage() {
  const root = mkdtempSync(join(tmpdir(), 'hiroba-stage-'))
  chmodSync(root, 0o711)
  return {
    root,
    home: join(root, 'database'),
    cluster: join(root, 'database', 'cluster'),
    async clear() {
      for (const pid of guests.splice(0)) kill(-pid, 'SIGKILL')
      const pid = postmasterPid(join(root, 'database', 'cluster'))
      if (pid) {
        kill(pid, 'SIGQUIT')
        await until(() => !lives(pid))
      }
      rmSync(root, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** The same with a stopped database in it: a copy takes a tenth of what making one takes. */
export async function stage() {
  model ??= makeModel()
  const { home } = await model
  const copy = emptyStage()
  execFileSync('cp', ['-a', home, copy.home])
  rmSync(join(copy.home, 'port'))
  return copy
}

/** After the last test of a file. */
export async function clearModel(): Promise<void> {
  await (await model)?.clear()
}

let model: Promise<ReturnType<typeof emptyStage>> | undefined

async function makeModel() {
  const empty = emptyStage()
  const database = await embeddedDatabase({ dataDir: empty.root, forTests: true })
  await database.stop()
  return empty
}

const guests: number[] = []

type Line = Record<string, unknown>

/** A process that joins the database; `heard` waits for the first line of that key from `from` on. */
export function guest(args: string[], options: { uid?: number; script?: string } = {}) {
  const script = options.script ?? fileURLToPath(new URL('./guest.for-tests.ts', import.meta.url))
  const { uid } = options
  const child = spawn(process.execPath, [script, ...args], {
    detached: true,
    cwd: '/',
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })
  guests.push(child.pid!)
  const lines: Line[] = []
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(JSON.parse(line)))
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()))
  return {
    pid: child.pid!,
    lines,
    closed,
    kill: (signal: NodeJS.Signals) => kill(child.pid!, signal),
    async heard(...keys: string[]): Promise<Line> {
      const found = () => lines.find((line) => keys.some((key) => key in line))
      await until(() => found() !== undefined || child.exitCode !== null)
      return found() ?? { ended: child.exitCode, lines }
    },
    async leaves(): Promise<void> {
      kill(child.pid!, 'SIGTERM')
      await closed
    },
  }
}

export function postmasterPid(cluster: string): number | undefined {
  try {
    return Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return undefined
  }
}

export function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !/^\d+ \(.*\) Z/s.test(statOf(pid))
  } catch {
    return false
  }
}

/** The leading processes of PostgreSQL on this cluster, as the system lists them. */
export function postmasters(cluster: string): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.map(Number).filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`-D\0${cluster}\0`)
    } catch {
      return false
    }
  })
}

export async function rowsOf(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  try {
    await client.connect()
    return (await client.query(statement)).rows
  } finally {
    client.end().catch(() => {})
  }
}

export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 40_000; !(await holds()); await sleep(20)) {
    if (Date.now() > deadline) throw new Error(`never came true: ${holds}`)
  }
}

export function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // Already gone.
  }
}

function statOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    return ''
  }
}
