import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Logger, makeWorkerUtils } from 'graphile-worker'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { Refusal } from '../refusal.ts'

const folder = fileURLToPath(new URL('../../../migrations', import.meta.url))
const migrationLock = 4_811_201

/** Where the schema stands against the code: migrations applied, known, and whether it is newer. */
export type SchemaState = { applied: number; known: number; newer: boolean }

/**
 * Brings the schema up to the code, one process at a time. Throws `conflict schema_newer` when the
 * database was written by a newer Hiroba: nothing is touched then.
 */
export async function migrate(url: string): Promise<SchemaState> {
  const client = new pg.Client({ connectionString: url, application_name: 'hiroba migrate' })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    const before = await schemaState(client)
    if (before.newer) throw new Refusal('conflict', 'schema_newer', before)
    if (before.applied < before.known)
      await applyMigrations(drizzle(client), { migrationsFolder: folder })
    await migrateQueue(url)
    return await schemaState(client)
  } finally {
    await client.end()
  }
}

export async function schemaState(client: Pick<pg.Client, 'query'>): Promise<SchemaState> {
  const journal = JSON.parse(readFileSync(`${folder}/meta/_journal.json`, 'utf8')) as {
    entries: { when: number }[]
  }
  const known = journal.entries.length
  const newest = Math.max(...journal.entries.map((entry) => entry.when))
  const { rows: there } = await client.query(
    `select to_regclass('drizzle.__drizzle_migrations') is not null as there`,
  )
  if (!there[0].there) return { applied: 0, known, newer: false }
  const { rows } = await client.query(
    'select count(*)::int as applied, max(created_at)::float8 as last from drizzle.__drizzle_migrations',
  )
  return { applied: rows[0].applied, known, newer: rows[0].last > newest }
}

/** The job queue brings its own schema. */
async function migrateQueue(url: string): Promise<void> {
  const utils = await makeWorkerUtils({ connectionString: url, logger: quiet() })
  try {
    await utils.migrate()
  } finally {
    await utils.release()
  }
}

function quiet() {
  return new Logger(() => () => {})
}
