import type pg from 'pg'

const workersLock = 4_811_203

/**
 * A worker that was killed leaves its jobs, and the queues of their communities, locked for four
 * hours. Every worker holds a shared lock while connected; one that finds itself alone when it
 * first connects knows that all locked jobs are abandoned, and frees them.
 */
export function holdingWorkersLock(): (client: pg.Client) => Promise<void> {
  let first = true
  return async (client) => {
    const { rows } = await client.query('select pg_try_advisory_lock($1) as alone', [workersLock])
    const { alone } = rows[0]
    if (alone && first) await freeLockedJobs(client)
    first = false
    await client.query('select pg_advisory_lock_shared($1)', [workersLock])
    if (alone) await client.query('select pg_advisory_unlock($1)', [workersLock])
  }
}

async function freeLockedJobs(client: pg.Client): Promise<void> {
  await client.query(`
    select graphile_worker.force_unlock_workers(array(
      select locked_by from graphile_worker.jobs where locked_by is not null
      union select locked_by from graphile_worker._private_job_queues
        where locked_by is not null))`)
}
