import { setTimeout as sleep } from 'node:timers/promises'
import { Logger, run, type Runner, type TaskList } from 'graphile-worker'
import { runJob } from '../jobs.ts'
import type { Db } from '../database/database.ts'
import type { Lobby } from '../here.ts'
import type { WorkerOptions } from './worker.ts'

export type Running = { isUp(): boolean; stop(): Promise<void> }

/** Runs the house's jobs; a runner that ends by itself (the database went away) is started again. */
export function startRunning(db: Db, lobby: () => Lobby, options: WorkerOptions): Running {
  const { log } = options
  let runner: Runner | null = null
  const stopped = new AbortController()
  const { signal } = stopped

  const running = (async () => {
    while (!signal.aborted) {
      try {
        runner = await run({
          pgPool: db.pool,
          taskList: tasks(db, lobby, options, () => signal.aborted),
          concurrency: options.concurrency ?? 2,
          parsedCronItems: [],
          noHandleSignals: true,
          pollInterval: 2000,
          logger: quietly(options),
          // Jobs get no signal of their own: they are short, or save how far they came.
          gracefulShutdownAbortTimeout: 7000,
        })
        if (signal.aborted) await runner.stop()
        else await runner.promise
      } catch (error) {
        if (!signal.aborted) log?.warn({ err: error }, 'the job runner ended')
      }
      runner = null
      if (!signal.aborted) await sleep(1000, undefined, { signal }).catch(() => {})
    }
  })()

  return {
    isUp: () => runner !== null,
    async stop() {
      stopped.abort()
      const current = runner
      const stopping = current?.stop().catch(() => {})
      const inTime = Promise.all([stopping, running]).then(() => true)
      if (await Promise.race([inTime, sleep(7000, false, { ref: false })])) return
      log?.warn('a job did not end in time and will run again')
      await Promise.race([current?.kill(), sleep(1000, undefined, { ref: false })])
    },
  }
}

function tasks(
  db: Db,
  lobby: () => Lobby,
  { log, metrics }: WorkerOptions,
  isStopped: () => boolean,
): TaskList {
  return Object.fromEntries(
    [...db.house.jobs.values()].map((handler) => [
      handler.kind,
      async (payload: unknown, helpers) => {
        const started = performance.now()
        const seconds = () => (performance.now() - started) / 1000
        try {
          await runJob(lobby(), handler, payload)
          metrics?.job(handler.kind, 'done', seconds())
        } catch (error) {
          if (isStopped()) throw error // cut off: it runs again at the next start
          const { attempts, max_attempts: most, id } = helpers.job
          const end = attempts >= most ? 'dead' : 'failed'
          metrics?.job(handler.kind, end, seconds())
          log?.error({ err: error, job: id, kind: handler.kind, attempts, most }, `job ${end}`)
          throw error
        }
      },
    ]),
  )
}

/** The runner's own lines matter only when something is wrong; failed jobs are logged above. */
function quietly({ log }: WorkerOptions): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error' && !message.startsWith('Failed task'))
      log?.warn({ runner: message }, 'job runner')
  })
}
