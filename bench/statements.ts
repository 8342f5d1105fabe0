import type { Hiroba } from '@hiroba/core'

/** A statement as it was handed to the driver. */
export type Statement = { text: string; values: unknown[]; name?: string }

/** What `work` asks the database, in order; the statements run as usual. */
export async function recorded(hiroba: Hiroba, work: () => Promise<unknown>): Promise<Statement[]> {
  const seen: Statement[] = []
  const stop = around(hiroba, (statement, run) => {
    seen.push({ ...statement })
    return run()
  })
  await work().finally(stop)
  return seen
}

/** Tells how long each statement takes around the driver, in milliseconds. Returns how to stop. */
export function timing(hiroba: Hiroba, tell: (milliseconds: number) => void): () => void {
  return around(hiroba, async (_, run) => {
    const started = performance.now()
    try {
      return await run()
    } finally {
      tell(performance.now() - started)
    }
  })
}

type Around = (statement: Statement, run: () => Promise<unknown>) => Promise<unknown>

function around({ db: { pool } }: Hiroba, call: Around): () => void {
  const query = pool.query as (...args: unknown[]) => Promise<unknown>
  const own = (...args: unknown[]) => call(args[0] as Statement, () => query.apply(pool, args))
  pool.query = own as typeof pool.query
  return () => {
    pool.query = query as typeof pool.query
  }
}
