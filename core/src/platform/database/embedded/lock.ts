import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { ownedLike } from '../../config/index.ts'
import { Refusal } from '../../refusal.ts'

/**
 * Does `work` while no other process, and nobody else in this one, holds the lock on `path`.
 * Refuses `database_busy` when it is not free within `seconds`.
 *
 * The lock is SQLite's on an empty file, because Node itself offers none that the kernel gives back
 * when its holder is killed: so there is no stale lock to recover, and no race in recovering it.
 */
export async function holding<T>(
  path: string,
  seconds: number,
  work: () => Promise<T>,
): Promise<T> {
  const release = await lock(path, seconds)
  try {
    return await work()
  } finally {
    release()
  }
}

async function lock(path: string, seconds: number): Promise<() => void> {
  const deadline = Date.now() + seconds * 1000
  for (;;) {
    const release = tryLock(path)
    if (release) return release
    if (Date.now() > deadline) throw new Refusal('unavailable', 'database_busy', { path, seconds })
    await sleep(40)
  }
}

function tryLock(path: string): (() => void) | undefined {
  let file: DatabaseSync | undefined
  try {
    file = new DatabaseSync(path, { timeout: 0 })
    file.exec('pragma journal_mode = off; begin exclusive')
    ownedLike(path)
    return () => file?.close()
  } catch (error) {
    file?.close()
    const { errcode } = error as { errcode?: number }
    if (errcode === sqlite.busy) return undefined
    if (errcode === sqlite.cannotOpen || errcode === sqlite.readOnly) {
      throw new Refusal('conflict', 'database_files_foreign', { path })
    }
    throw error
  }
}

const sqlite = { busy: 5, readOnly: 8, cannotOpen: 14 }
