import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync, readlinkSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Refusal } from '../../refusal.ts'

/** The leading process of a running PostgreSQL, as its file postmaster.pid tells. */
export type Postmaster = { pid: number; port: number; ready: boolean }

/** The postmaster of this cluster, if the file names a living process that is one. */
export function postmasterOf(cluster: string): Postmaster | undefined {
  const lines = pidFile(cluster)
  const pid = Number(lines?.[0])
  if (!pid || !isAlive(pid) || !servesCluster(pid, cluster)) return undefined
  return { pid, port: Number(lines?.[3]), ready: lines?.[7]?.trim() === 'ready' }
}

/**
 * Whether PostgreSQL would take postmaster.pid for the sign of a running one, wrongly: it asks only
 * whether the process exists, and after a restart of the machine that may be any program, or after
 * kill -9 of us and of it a zombie that nobody has buried yet.
 */
export function hasMisleadingPidFile(cluster: string): boolean {
  const pid = Number(pidFile(cluster)?.[0])
  return pid > 0 && exists(pid) && !(isAlive(pid) && servesCluster(pid, cluster))
}

/** A zombie is dead: in a container without an init nobody ever buries it. */
export function isAlive(pid: number): boolean {
  if (!exists(pid)) return false
  const state = /^\d+ \(.*\) (\w)/s.exec(readOr('', `/proc/${pid}/stat`))?.[1]
  return state !== 'Z' && state !== 'X'
}

/**
 * SIGINT cuts the connections and writes everything down ("fast"); after 8 s SIGQUIT leaves that to
 * the next start. Returns when the process is gone. Refuses `database_files_foreign`.
 */
export async function stopPostmaster(pid: number, cluster: string): Promise<void> {
  const signals: [NodeJS.Signals, number][] = [
    ['SIGINT', 8],
    ['SIGQUIT', 6],
    ['SIGKILL', 6],
  ]
  for (const [signal, seconds] of signals) {
    if (!send(pid, signal, cluster)) return
    if (await isGone(pid, seconds)) return
  }
}

/**
 * After a postmaster was killed its children leave by themselves, but not before a long statement
 * has ended, and until then no new one may start: SIGQUIT hurries them. Nothing acknowledged is
 * lost, it is in the log of changes. Where /proc is missing they are only waited for, by the caller.
 */
export async function clearLeftovers(cluster: string): Promise<void> {
  const left = leftovers(cluster)
  for (const pid of left) send(pid, 'SIGQUIT', cluster)
  for (const pid of left) if (!(await isGone(pid, 5))) send(pid, 'SIGKILL', cluster)
  for (const pid of left) await isGone(pid, 5)
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function pidFile(cluster: string): string[] | undefined {
  const text = readOr('', join(cluster, 'postmaster.pid'))
  return text ? text.split('\n') : undefined
}

/** PostgreSQL works with its cluster as current folder; else its command line names the cluster. */
function servesCluster(pid: number, cluster: string): boolean {
  const command = commandLine(pid)
  if (!isPostgres.test(command)) return false
  return command.includes(cluster) || currentFolder(pid) === realpathSync(cluster)
}

/** `/path/to/postgres -D ...`, or the title a child gives itself: `postgres: checkpointer`. */
const isPostgres = /^(\S*\/)?postgres(:|\s|\0|$)/

function currentFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

function commandLine(pid: number): string {
  if (process.platform === 'linux') return readOr('', `/proc/${pid}/cmdline`)
  try {
    return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

function leftovers(cluster: string): number[] {
  if (process.platform !== 'linux') return []
  const folder = realpathSync(cluster)
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids
    .map(Number)
    .filter((pid) => currentFolder(pid) === folder && isPostgres.test(commandLine(pid)))
}

async function isGone(pid: number, seconds: number): Promise<boolean> {
  for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline; await sleep(20)) {
    if (!isAlive(pid)) return true
  }
  return false
}

function send(pid: number, signal: NodeJS.Signals, cluster: string): boolean {
  try {
    return process.kill(pid, signal)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ESRCH') return false
    if (code === 'EPERM') throw new Refusal('conflict', 'database_files_foreign', { path: cluster })
    throw error
  }
}

function readOr(otherwise: string, path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return otherwise
  }
}
