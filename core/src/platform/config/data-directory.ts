import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  lchownSync,
  linkSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { Refusal } from '../refusal.ts'

/** Below this PostgreSQL would stop in the middle of somebody's work (it needs room for its log of changes). */
const neededMegabytes = 200

/** Makes the folder when absent, and returns its real path. Refuses `config_bad` for HIROBA_DATA. */
export function openDataDirectory(path: string): string {
  try {
    makeFolder(path)
    const probe = join(path, `.probe-${process.pid}-${randomBytes(4).toString('hex')}`)
    writeFileSync(probe, '')
    rmSync(probe)
    return realpathSync(path)
  } catch (error) {
    throw unusable(path, error)
  }
}

/** Refuses `disk_full` when less than 200 MB are free to us at `path`. */
export function insistOnSpace(path: string): void {
  const { bavail, bsize } = statfsSync(path)
  const freeMegabytes = Math.floor((bavail * bsize) / 1024 ** 2)
  if (freeMegabytes < neededMegabytes) {
    throw new Refusal('unavailable', 'disk_full', { path, freeMegabytes, neededMegabytes })
  }
}

/** The secret of this data directory, made at the first start. */
export function keptSecret(dataDir: string): string {
  const path = join(dataDir, 'secret')
  const refuse = (problem: string, fix: string) =>
    new Refusal('invalid', 'config_bad', { variable: 'HIROBA_SECRET', problem, fix, path })
  let secret
  try {
    secret = keepOnce(path, () => randomBytes(32).toString('base64url'))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EACCES' || code === 'EPERM') throw refuse('secret_unreadable', `ls -l ${path}`)
    throw unusable(dataDir, error)
  }
  if (secret.length < 32) throw refuse('secret_file_too_short', `rm ${path}`)
  return secret
}

/**
 * The first line of a file that is written once and then only read, by its owner alone (mode 0600).
 * Two processes that begin at the same moment agree on one content: a complete file is linked into
 * its place, and the link of the second one fails.
 */
export function keepOnce(path: string, make: () => string): string {
  const kept = firstLine(path)
  if (kept !== undefined) return kept
  const draft = `${path}.${process.pid}-${randomBytes(4).toString('hex')}`
  writeFileSync(draft, `${make()}\n`, { mode: 0o600, flush: true })
  ownedLike(draft)
  try {
    linkSync(draft, path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    // Some file systems know no links; there the race is left open.
    if (code !== 'EEXIST') renameSync(draft, path)
  } finally {
    rmSync(draft, { force: true })
  }
  return firstLine(path) ?? ''
}

/**
 * Like `mkdir -p`. Node's own `recursive` never returns where the system answers ENOENT below a
 * folder that exists, as /proc does (seen with 26.10.0).
 */
function makeFolder(path: string, mayMakeParent = true): void {
  try {
    // Others may pass through, not look around: as root the database runs as another user below it.
    mkdirSync(path)
    chmodSync(path, 0o711)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST' && statSync(path).isDirectory()) return
    if (code !== 'ENOENT' || !mayMakeParent || dirname(path) === path) throw error
    makeFolder(dirname(path))
    makeFolder(path, false)
  }
}

function firstLine(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').split(/\r?\n/, 1)[0]!.trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** What root writes into somebody's folder stays readable to its owner when they come without sudo. */
export function ownedLike(path: string): void {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = statSync(dirname(path))
  lchownSync(path, uid, gid)
}

function unusable(path: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException
  const problem = problems[code ?? '']
  if (problem === undefined) return error
  if (problem === 'disk_full') {
    return new Refusal('unavailable', 'disk_full', { path, freeMegabytes: 0, neededMegabytes })
  }
  return new Refusal('invalid', 'config_bad', {
    variable: 'HIROBA_DATA',
    problem,
    fix: 'HIROBA_DATA=./data',
    path,
  })
}

const problems: Record<string, string> = {
  EEXIST: 'data_not_a_folder',
  ENOTDIR: 'data_not_a_folder',
  EACCES: 'data_not_writable',
  EPERM: 'data_not_writable',
  EROFS: 'data_read_only',
  ENOENT: 'data_not_reachable',
  ELOOP: 'data_not_reachable',
  ENAMETOOLONG: 'data_not_reachable',
  ENOSPC: 'disk_full',
  EDQUOT: 'disk_full',
}
