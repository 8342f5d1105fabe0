import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { keepOnce } from '../../config/index.ts'
import { Refusal } from '../../refusal.ts'
import type { Binaries } from './binaries.ts'
import type { Place } from './place.ts'
import { runningAs } from './system-user.ts'

/**
 * Makes the cluster when there is none; of one that is there it insists that our PostgreSQL can read
 * it. Refuses `database_other_version`, `database_files_foreign`, `database_does_not_start`.
 */
export async function readyCluster(place: Place, binaries: Binaries, hasty: boolean) {
  if (!existsSync(place.cluster)) return initialise(place, binaries, hasty)
  const found = readOurs(join(place.cluster, 'PG_VERSION'))
  const expected = binaries.version.split('.')[0]!
  if (found !== null && found !== expected) {
    const data = { path: place.cluster, found, expected }
    throw new Refusal('conflict', 'database_other_version', data)
  }
}

/** The password of the database's only user, made with the cluster. */
export function passwordOf({ password, home }: Place): string {
  try {
    return keepOnce(password, () => randomBytes(24).toString('base64url'))
  } catch (error) {
    throw foreignOr(error, home)
  }
}

/** Built aside and moved into place when complete, so that a crash leaves no half-made cluster. */
async function initialise(place: Place, binaries: Binaries, hasty: boolean): Promise<void> {
  const { home, cluster, runAs } = place
  const draft = join(home, 'cluster.new')
  const passwordFile = join(home, 'password.new')
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  writeFileSync(passwordFile, passwordOf(place), { mode: 0o600 })
  if (runAs) for (const path of [draft, passwordFile]) chownSync(path, runAs.uid, runAs.gid)
  const options = ['-D', draft, '-U', 'hiroba', `--pwfile=${passwordFile}`, '-A', 'scram-sha-256']
  try {
    await run(binaries.initdb, [...options, ...locale, ...(hasty ? ['--no-sync'] : [])], {
      ...runningAs(runAs),
      encoding: 'utf8',
    })
  } catch (error) {
    const { stderr = '' } = error as { stderr?: string }
    const said = /(?:FATAL|error): +(.+)/.exec(stderr)?.[1] ?? (error as Error).message
    throw new Refusal('unavailable', 'database_does_not_start', { said, log: home })
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(draft, cluster)
}

const run = promisify(execFile)

/** Sorted by code point, the same on every machine; people's lists are sorted in their own language. */
const locale = [
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--no-instructions',
]

function readOurs(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    // PostgreSQL itself says best what is wrong with a cluster that lacks the file.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw foreignOr(error, path)
  }
}

function foreignOr(error: unknown, path: string): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (code !== 'EACCES' && code !== 'EPERM') return error
  return new Refusal('conflict', 'database_files_foreign', { path })
}
