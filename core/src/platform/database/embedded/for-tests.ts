import { mkdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client, escapeIdentifier } from 'pg'
import { isRefusal } from '../../refusal.ts'
import { joinDatabase } from './join.ts'

/** The server's own database, once `startTestServer` has run in this process or in a parent. */
export function testServerUrl(): string {
  const url = process.env[variable]
  if (url) return url
  throw new Error('No test server: vitest needs globalSetup, other programs startTestServer().')
}

/**
 * One PostgreSQL for all tests of a run, and of runs beside it: the embedded one in the system's
 * temporary folder, or the server named by HIROBA_TEST_DATABASE_URL. Returns how to stop using it.
 */
export async function startTestServer(): Promise<() => Promise<void>> {
  const given = process.env.HIROBA_TEST_DATABASE_URL
  if (given) {
    process.env[variable] = given
    return async () => {}
  }
  const server = await joinFresh(testFolder())
  process.env[variable] = server.url
  await dropForgotten()
  return () => server.leave()
}

/** Makes a database, as a copy of `template` if given, and returns its address. */
export async function createDatabase(name: string, template?: string): Promise<string> {
  const copy = template ? `template ${escapeIdentifier(template)}` : ''
  await onServer(`create database ${escapeIdentifier(name)} ${copy}`)
  return databaseUrl(name)
}

export function databaseUrl(name: string): string {
  const url = new URL(testServerUrl())
  url.pathname = `/${encodeURIComponent(name)}`
  return url.href
}

/** Drops it when it exists, whoever is still connected. */
export async function dropDatabase(name: string): Promise<void> {
  await onServer(`drop database if exists ${escapeIdentifier(name)} with (force)`)
}

const variable = 'HIROBA_TEST_SERVER'

/** What runs that were killed have left: the databases `test_...`, when nobody else is here. */
async function dropForgotten(): Promise<void> {
  const forgotten = await onServer(
    `select datname from pg_database
     where starts_with(datname, 'test_')
       and (select count(*) from pg_locks where locktype = 'advisory' and objid = 1) = 1`,
  )
  for (const { datname } of forgotten) await dropDatabase(datname!)
}

async function onServer(statement: string): Promise<Record<string, string>[]> {
  const client = new Client({ connectionString: testServerUrl() })
  client.on('error', () => {})
  await client.connect()
  try {
    for (let attempt = 1; ; attempt++) {
      try {
        return (await client.query(statement)).rows
      } catch (error) {
        // The template is still being left by whoever prepared it.
        if ((error as { code?: string }).code !== '55006' || attempt === 50) throw error
        await sleep(100)
      }
    }
  } finally {
    await client.end()
  }
}

async function joinFresh(dataDir: string) {
  const config = { dataDir, databaseUrl: null, url: 'tests' }
  const options = { role: 'command', forTests: true } as const
  try {
    return await joinDatabase(config, options)
  } catch (error) {
    // Without fsync a power cut may have spoilt it, or it is of another version: nothing of worth.
    if (!isRefusal(error) || !spoilt.includes(error.code)) throw error
    rmSync(dataDir, { recursive: true, force: true })
    return joinDatabase({ ...config, dataDir: testFolder() }, options)
  }
}

const spoilt = ['database_does_not_start', 'database_other_version', 'database_password_lost']

/** Each user's own: another could have prepared it for us. */
function testFolder(): string {
  const uid = process.getuid?.() ?? 0
  const folder = join(tmpdir(), `hiroba-tests-${uid}`)
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  if (statSync(folder).uid !== uid) throw new Error(`${folder} belongs to somebody else`)
  return folder
}
