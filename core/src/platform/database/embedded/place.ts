import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, realpathSync, rmdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { keepOnce } from '../../config/index.ts'
import type { Spoken } from '../../config/index.ts'
import { Refusal } from '../../refusal.ts'
import { mayEnter, systemUser } from './system-user.ts'
import type { SystemUser } from './system-user.ts'

/** Where a data directory's database lives, and as whom it runs. */
export type Place = {
  home: string
  /** PostgreSQL's own folder; absent until the first start. */
  cluster: string
  password: string
  port: string
  log: string
  lock: string
  runAs: SystemUser | null
}

/** Hears of things worth a line to the person who started us, but no reason to stop. */
export type Tell = (notice: Spoken) => void

/**
 * `<data>/database`, or, when the user PostgreSQL runs as cannot reach that (root's home is closed to
 * others), a folder below /var/lib; `<data>/location` then remembers which.
 * Refuses `database_moved`, `database_out_of_reach`, `database_files_foreign`, `database_user_missing`.
 */
export function findPlace(dataDir: string, tell: Tell): Place {
  const note = join(dataDir, 'location')
  if (existsSync(note)) return notedPlace(note)

  const place = placeIn(join(dataDir, 'database'))
  makeHome(place)
  if (!place.runAs || mayEnter(place.runAs, place.home)) return place
  if (existsSync(place.cluster)) throw outOfReach(place)

  const elsewhere = join('/var/lib', `hiroba-${digest(realpathSync(dataDir))}`)
  const reachable = placeIn(elsewhere)
  makeHome(reachable)
  if (!reachable.runAs || !mayEnter(reachable.runAs, elsewhere)) throw outOfReach(place)
  removeIfEmpty(place.home)
  keepOnce(note, () => elsewhere)
  const data = { place: elsewhere, user: place.runAs.name, path: dataDir, note }
  tell({ code: 'database_elsewhere', data })
  return reachable
}

function notedPlace(note: string): Place {
  const home = keepOnce(note, () => '')
  if (!existsSync(home)) throw new Refusal('conflict', 'database_moved', { place: home, note })
  const place = placeIn(home)
  makeHome(place)
  if (place.runAs && !mayEnter(place.runAs, home)) throw outOfReach(place)
  return place
}

function placeIn(home: string): Place {
  const cluster = join(home, 'cluster')
  return {
    home,
    cluster,
    password: join(home, 'password'),
    port: join(home, 'port'),
    log: join(home, 'postgres.log'),
    lock: join(home, 'lock'),
    runAs: systemUser(cluster),
  }
}

/**
 * Ours, and open for passing through; only the cluster in it belongs to the user PostgreSQL runs as,
 * so that nothing that user could put there is ever opened by root.
 */
function makeHome({ home }: Place): void {
  try {
    mkdirSync(home)
    // Said again, because a strict umask would close it.
    chmodSync(home, 0o711)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return
    if (code === 'EACCES') throw new Refusal('conflict', 'database_files_foreign', { path: home })
    throw error
  }
}

function outOfReach({ home, runAs }: Place): Refusal {
  return new Refusal('conflict', 'database_out_of_reach', { path: home, user: runAs?.name })
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder)
  } catch {
    // Somebody else was quicker, or keeps something there.
  }
}

function digest(path: string): string {
  return `${basename(path).replace(/[^\w-]/g, '')}-${createHash('sha256').update(path).digest('hex').slice(0, 12)}`
}
