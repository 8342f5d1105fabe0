import type pg from 'pg'
import { system, type Lobby } from '../here.ts'
import { holdingWorkersLock } from './abandoned.ts'
import { startRelaying } from './relaying.ts'
import type { Db } from '../database/database.ts'
import type { Log, Metrics } from '../telemetry/index.ts'

export type WorkerOptions = {
  /** The database's address of this moment: the relay listens on a connection of its own. */
  url(): string
  log?: Log
  metrics?: Metrics
  /** Jobs at a time. */
  concurrency?: number
  onConnected?(client: pg.Client): Promise<void>
}

export type Worker = {
  /** True while facts are relayed and jobs are run. */
  isAlive(): boolean
  /** Lets running jobs end, at most 8 seconds; what is cut off runs again later. */
  stop(): Promise<void>
}

/** Does the work nobody waits for: hands facts to listeners and runs jobs. Many may run at once. */
export async function startWorker(hiroba: { db: Db }, options: WorkerOptions): Promise<Worker> {
  const { db } = hiroba
  const lobby = (): Lobby => ({ actor: system, now: new Date(), db })
  // A connection that is lost while it works would otherwise end the process.
  const watch = (client: pg.PoolClient) => client.on('error', (error) => lost(options, error))
  db.pool.on('connect', watch)
  const { startRunning } = await import('./running.ts')
  const relaying = startRelaying(lobby, { ...options, onConnected: holdingWorkersLock() })
  await relaying.ready // abandoned jobs are freed before the first one is taken
  const running = startRunning(db, lobby, options)
  return {
    isAlive: () => relaying.isUp() && running.isUp(),
    async stop() {
      await Promise.all([relaying.stop(), running.stop()])
      db.pool.off('connect', watch)
    },
  }
}

function lost({ log }: WorkerOptions, error: Error): void {
  log?.debug({ err: error }, 'a database connection ended')
}
