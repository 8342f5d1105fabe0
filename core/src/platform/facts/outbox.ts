import { sql } from 'drizzle-orm'
import { bigint, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { list } from '../database/database.ts'
import type { Here } from '../here.ts'
import type { Fact } from './facts.ts'

/**
 * Facts waiting to be heard: a row per listener and announcement, deleted when consumed. Local to
 * the installation (no `communityTable`): the relay reads it across communities.
 */
export const outbox = pgTable(
  'outbox',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    listener: text('listener').notNull(),
    communityId: integer('community_id').notNull(),
    factIds: uuid('fact_ids').array().notNull(),
  },
  (t) => [index('outbox_by_listener').on(t.listener, t.id)],
)

/** Channel on which a community's number is called when something of it changed. */
export const changedChannel = 'hiroba_changed'
/** Channel that wakes the relay. */
export const outboxChannel = 'hiroba_outbox'

export async function post(here: Here, told: Fact[], origin: 'live' | 'import'): Promise<void> {
  const listeners = here.db.house.listeners.filter(
    (listener) => listener.role === 'projection' || origin === 'live',
  )
  const rows = listeners
    .map((listener) => ({
      listener: listener.name,
      ids: told.filter((fact) => listener.hears.includes(fact.kind)).map((fact) => fact.id),
    }))
    .filter((row) => row.ids.length > 0)
  for (const row of rows)
    await here.db.run(sql`
      insert into outbox (listener, community_id, fact_ids)
      values (${row.listener}, ${here.community.id}, ${list(row.ids)}::uuid[])`)
  if (rows.length) await here.db.run(sql`select pg_notify(${outboxChannel}, '')`)
  await touch(here)
}

/** Calls out, when the transaction commits, that pages of this community may have changed. */
export async function touch(here: Here): Promise<void> {
  await here.db.run(sql`select pg_notify(${changedChannel}, ${String(here.community.id)})`)
}
