import { readFileSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { openHiroba, type Hiroba } from '@hiroba/core'
import { readConfig, type Config } from '@hiroba/core/config'
import { joinDatabase, schemaState, type JoinedDatabase } from '@hiroba/core/database'
import { queueFigures } from '@hiroba/core/worker'
import { explanation } from './explaining.ts'
import { fill, operatorsLanguage } from './language.ts'
import { parts, says, states } from './doctor-words.ts'

export type State = 'ok' | 'warn' | 'bad'
type Part = keyof typeof parts

/** What was found of one part: how it is, and a sentence about it. */
export type Finding = { name: Part; state: State; says: string }

/** Looks at every part in turn; one that is broken does not keep the others from being looked at. */
export async function examination(): Promise<Finding[]> {
  const findings = [node()]
  const config = attempt(findings, 'settings', () => readConfig(process.env, process.cwd()))
  if (!config) return findings
  findings.push(found('settings', 'ok', 'settings', { path: config.dataDir }))

  const database = await joined(config, findings)
  if (database) {
    const hiroba = openHiroba({ url: database.url, size: 2, onError: () => {} })
    try {
      findings.push(await databaseFinding(hiroba, database))
      findings.push(await migrations(hiroba))
      findings.push(disk(config))
      findings.push(await queue(hiroba))
    } finally {
      await hiroba.close()
      await database.leave()
    }
  } else findings.push(disk(config))
  findings.push(secret(config))
  findings.push(await address(config))
  return findings
}

/** `ok    Database    PostgreSQL 18.4, 12.3 MB` */
export function lineOf({ name, state, says }: Finding): string {
  const language = operatorsLanguage()
  return `${padded(states[state][language], 8)}${padded(parts[name][language], 16)}${says}`
}

function node(): Finding {
  const { version, versions } = process
  const isOld = Number(versions.node.split('.')[0]) < 26
  return found('node', isOld ? 'warn' : 'ok', isOld ? 'nodeOld' : 'node', { version })
}

async function joined(config: Config, findings: Finding[]): Promise<JoinedDatabase | null> {
  try {
    return await joinDatabase(config, { role: 'command' })
  } catch (error) {
    findings.push({ name: 'database', state: 'bad', says: explanation(error) })
    return null
  }
}

async function databaseFinding(hiroba: Hiroba, { version, place }: JoinedDatabase) {
  const { rows } = await hiroba.db.pool.query(
    'select pg_database_size(current_database())::float8 as bytes',
  )
  const megabytes = (rows[0].bytes / 1024 ** 2).toFixed(1)
  const where = place ?? 'DATABASE_URL'
  return found('database', 'ok', 'database', { version, megabytes, where })
}

async function migrations(hiroba: Hiroba): Promise<Finding> {
  const state = await schemaState(hiroba.db.pool)
  if (state.newer) return found('migrations', 'bad', 'migrationsNewer', state)
  const behind = state.applied < state.known
  return found(
    'migrations',
    behind ? 'warn' : 'ok',
    behind ? 'migrationsBehind' : 'migrations',
    state,
  )
}

function disk({ dataDir }: Config): Finding {
  const { bavail, bsize } = statfsSync(dataDir)
  const gigabytes = (bavail * bsize) / 1024 ** 3
  const state = gigabytes < 0.5 ? 'bad' : gigabytes < 2 ? 'warn' : 'ok'
  return found('disk', state, 'disk', { gigabytes: gigabytes.toFixed(1), path: dataDir })
}

/** Jobs older than ten minutes mean that no worker runs, or that it cannot keep up. */
async function queue(hiroba: Hiroba): Promise<Finding> {
  const figures = await queueFigures(hiroba.lobby()).catch(() => null)
  if (!figures) return found('queue', 'warn', 'queueUnknown', {})
  const minutes = Math.floor(figures.oldestSeconds / 60)
  const isSlow = minutes >= 10 || figures.dead > 0
  return found('queue', isSlow ? 'warn' : 'ok', 'queue', { ...figures, minutes })
}

/** Settings were read, so it is there and long enough; from where, a .env may have said as well. */
function secret({ secret, dataDir }: Config): Finding {
  const isKept = keptSecret(dataDir) === secret
  return found('secret', 'ok', isKept ? 'secretKept' : 'secretGiven', { path: dataDir })
}

/** What is kept in the data, without making it as `readConfig` does; null when nothing is. */
function keptSecret(dataDir: string): string | null {
  try {
    return readFileSync(join(dataDir, 'secret'), 'utf8').split('\n')[0]!.trim()
  } catch {
    return null
  }
}

async function address({ url }: Config): Promise<Finding> {
  try {
    const answer = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(3000) })
    if (answer.ok && (await answer.text()).trim() === 'ok')
      return found('address', 'ok', 'address', { url })
    return found('address', 'warn', 'addressOther', { url })
  } catch {
    return found('address', 'warn', 'addressSilent', { url })
  }
}

function attempt<T>(findings: Finding[], name: Part, work: () => T): T | null {
  try {
    return work()
  } catch (error) {
    findings.push({ name, state: 'bad', says: explanation(error) })
    return null
  }
}

function found(name: Part, state: State, sentence: keyof typeof says, data: object): Finding {
  const text = says[sentence][operatorsLanguage()]
  return { name, state, says: fill(text, data as Record<string, unknown>) }
}

/** Japanese and Korean letters take two columns of a terminal. */
function padded(text: string, columns: number): string {
  const width = [...text].reduce((sum, letter) => sum + (/[\u1100-\uffe6]/.test(letter) ? 2 : 1), 0)
  return text + ' '.repeat(Math.max(1, columns - width))
}
