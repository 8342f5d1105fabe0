import { execFileSync, spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { Refusal } from '../../refusal.ts'

/** Whom PostgreSQL runs as when we are root, which it refuses to be. */
export type SystemUser = { name: string; uid: number; gid: number }

/**
 * Null when we are not root: then PostgreSQL runs as ourselves. As root it is the owner of the files
 * that are there already, else `postgres`, else `nobody`. Refuses `database_user_missing`.
 */
export function systemUser(cluster: string): SystemUser | null {
  if (process.getuid?.() !== 0) return null
  const user = ownerOf(cluster) ?? candidates.map(named).find((user) => user !== null)
  if (!user) {
    throw new Refusal('unavailable', 'database_user_missing', { tried: candidates.join(', ') })
  }
  return user
}

/** Whether that user can pass through the folder, and through all those above it. */
export function mayEnter(user: SystemUser, folder: string): boolean {
  const script = 'test -x "$1"'
  const { error, status } = spawnSync('/bin/sh', ['-c', script, 'sh', folder], runningAs(user))
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'EPERM') {
    // Root without the capability to become somebody else, as in some containers.
    throw new Refusal('unavailable', 'database_user_missing', { tried: user.name })
  }
  return status === 0
}

/** Options for a process of PostgreSQL: nothing of our environment, secrets least of all, goes in. */
export function runningAs(user: SystemUser | null) {
  return {
    cwd: '/',
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    ...(user ? { uid: user.uid, gid: user.gid } : {}),
  }
}

const candidates = ['postgres', 'nobody']

function ownerOf(path: string): SystemUser | null {
  const stats = statSync(path, { throwIfNoEntry: false })
  return stats && stats.uid !== 0
    ? { name: String(stats.uid), uid: stats.uid, gid: stats.gid }
    : null
}

function named(name: string): SystemUser | null {
  const id = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: 'pipe' }))
  try {
    return { name, uid: id('-u'), gid: id('-g') }
  } catch {
    return null
  }
}
