import type { Hiroba } from '@hiroba/core'

/** A statement as it was handed to the driver. */
export type Statement = { text: string; values: unknown[]; name?: string }

/** What `work` asks the database, in order; the statements run as usual. */
export async function recorded(hiroba: Hiroba, work: () => Promise<unknown>): Promise<Statement[]> {
  const { pool } = hiroba.db
  const seen: Statement[] = []
  const query = pool.query
  pool.query = ((...args: unknown[]) => {
    seen.push({ ...(args[0] as Statement) })
    return (query as (...args: unknown[]) => unknown).apply(pool, args)
  }) as typeof query
  try {
    await work()
  } finally {
    pool.query = query
  }
  return seen
}
