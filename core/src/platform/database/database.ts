import { sql, type SQL } from 'drizzle-orm'
import pg from 'pg'
import type { House } from '../house.ts'
import { compile } from './compile.ts'
import { acrossMark, guardStatement } from './guard.ts'

/** A connection to the database: the pool's, or one transaction's. */
export type Db = {
  /** Runs one statement and returns its rows. A `name` (unique per text) keeps its plan prepared. */
  run<T = Record<string, unknown>>(query: SQL, name?: string): Promise<T[]>
  /** The connection itself, inside a transaction; for COPY. */
  client: pg.PoolClient | null
  /** Every domain's subjects, facts and listeners. */
  house: House
  pool: pg.Pool
}

export type DatabaseOptions = {
  url: string
  house: House
  /** Connections at most. */
  size?: number
  /** Refuse statements that forget the community (development and tests). */
  guarded?: boolean
  /** Told of every statement: its time in milliseconds. */
  onQuery?: (milliseconds: number) => void
  onError?: (error: Error) => void
}

pg.types.setTypeParser(pg.types.builtins.INT8, Number)

export function openDatabase(options: DatabaseOptions): Db {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.size ?? 10,
    application_name: 'hiroba',
  })
  pool.on('error', (error) => options.onError?.(error))
  // a connection may also be lost while a transaction holds it
  pool.on('connect', (client) => client.on('error', () => {}))
  watch(pool, options)
  return over(pool, null, pool, options.house)
}

/**
 * Runs `work` in one transaction with `here` shadowed; joins the one already open. A deadlock or
 * serialisation failure (40P01, 40001) is tried again, at most five times, so `work` must have no
 * effect outside the database.
 */
export async function transaction<H extends { db: Db }, T>(
  here: H,
  work: (here: H) => Promise<T>,
): Promise<T> {
  if (here.db.client) return work(here)
  for (let attempt = 1; ; attempt++) {
    const client = await here.db.pool.connect()
    try {
      await client.query('begin')
      const result = await work({ ...here, db: over(client, client, here.db.pool, here.db.house) })
      await client.query('commit')
      client.release()
      return result
    } catch (error) {
      const undone = await client.query('rollback').then(
        () => true,
        () => false,
      )
      client.release(!undone)
      if (attempt >= 5 || !isWorthRetrying(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, 10 * attempt * (1 + Math.random())))
    }
  }
}

/** SQL mark for a statement that means all communities at once: greppable, and the guard passes it. */
export function acrossCommunities(): SQL {
  return sql.raw(acrossMark)
}

/** An array as one parameter (drizzle would spread it into a list). */
export function list(values: readonly unknown[]): SQL {
  return sql`${sql.param(values)}`
}

function over(
  runner: pg.Pool | pg.PoolClient,
  client: pg.PoolClient | null,
  pool: pg.Pool,
  house: House,
): Db {
  return {
    async run<T>(query: SQL, name?: string) {
      const result = await runner.query({ ...compile(query), ...(name && { name }) })
      return result.rows as T[]
    },
    client,
    house,
    pool,
  }
}

function isWorthRetrying(error: unknown): boolean {
  const code = (error as { code?: string; cause?: { code?: string } } | null)?.code
  const cause = (error as { cause?: { code?: string } } | null)?.cause?.code
  return [code, cause].some((value) => value === '40001' || value === '40P01')
}

/** Every statement of the pool passes here: the guard reads it, the meter counts it. */
function watch(pool: pg.Pool, { guarded, onQuery }: DatabaseOptions): void {
  if (!guarded && !onQuery) return
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown
    const watched = (...args: unknown[]) => {
      const text = typeof args[0] === 'string' ? args[0] : (args[0] as { text?: string })?.text
      if (guarded && text) guardStatement(text)
      return timed(query, args, onQuery)
    }
    client.query = watched as typeof client.query
  })
}

/** The pool hands the connection a callback, everybody else waits for a promise. */
function timed(
  query: (...args: unknown[]) => unknown,
  args: unknown[],
  onQuery: ((milliseconds: number) => void) | undefined,
): unknown {
  if (!onQuery) return query(...args)
  const started = performance.now()
  const done = () => onQuery(performance.now() - started)
  const last = args.at(-1)
  if (typeof last === 'function')
    return query(...args.slice(0, -1), (...given: unknown[]) => {
      done()
      last(...given)
    })
  const answer = query(...args)
  if (answer instanceof Promise) answer.then(done, done)
  return answer
}
