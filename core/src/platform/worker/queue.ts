import { sql } from 'drizzle-orm'
import type { Lobby } from '../here.ts'
import type { QueueFigures } from '../telemetry/index.ts'

/** What waits in the job queue and in the outbox, over all communities. */
export async function queueFigures(lobby: Lobby): Promise<QueueFigures> {
  const [row] = await lobby.db.run<QueueFigures>(sql`
    select
      count(*) filter (where attempts < max_attempts)::int as waiting,
      count(*) filter (where attempts >= max_attempts and locked_at is null)::int as dead,
      coalesce(extract(epoch from now() - min(run_at) filter
        (where attempts < max_attempts and run_at <= now())), 0)::float8 as "oldestSeconds",
      (select count(*) from outbox)::int as outbox
    from graphile_worker.jobs`)
  return row!
}
