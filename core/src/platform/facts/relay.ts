import { sql } from 'drizzle-orm'
import { list, transaction } from '../database/database.ts'
import { openHere } from '../open-here.ts'
import { touch } from './outbox.ts'
import type { Here, Lobby } from '../here.ts'
import type { Fact } from './facts.ts'
import type { Listener } from './listeners.ts'

/** Hands what waits in the outbox to the listeners until nothing is left. Returns facts handed on. */
export async function relay(lobby: Lobby, atATime = 40): Promise<number> {
  let handed = 0
  for (const listener of lobby.db.house.listeners) {
    for (;;) {
      const count = await relayBatch(lobby, listener, atATime)
      if (count === 0) break
      handed += count
    }
  }
  return handed
}

/** How old the oldest waiting row may be is read from its facts; here: how many rows wait. */
export async function waiting(lobby: Lobby): Promise<number> {
  const [row] = await lobby.db.run<{ count: number }>(sql`select count(*) as count from outbox`)
  return row!.count
}

/**
 * One batch of one listener and one community, in one transaction: taken, heard, deleted. Rows that
 * another worker holds are skipped, so that several may relay at once.
 */
async function relayBatch(lobby: Lobby, listener: Listener, atATime: number): Promise<number> {
  return transaction(lobby, async (lobby) => {
    const rows = await lobby.db.run<{ id: number; communityId: number; factIds: string[] }>(sql`
      with first as (
        select community_id from outbox where listener = ${listener.name}
        order by id limit 1 for update skip locked)
      select id, community_id as "communityId", fact_ids as "factIds" from outbox
      where listener = ${listener.name} and community_id = (select community_id from first)
      order by id limit ${atATime} for update skip locked`)
    if (rows.length === 0) return 0
    const here = await openHere(lobby, rows[0]!.communityId)
    const ids = rows.flatMap((row) => row.factIds)
    if (here) {
      await listener.hear(here, await told(here, ids))
      await touch(here)
    }
    await lobby.db.run(sql`delete from outbox where id = any(${list(rows.map((r) => r.id))})`)
    return ids.length
  })
}

async function told(here: Here, ids: string[]): Promise<Fact[]> {
  return here.db.run<Fact>(sql`
    select id, at, kind, member_id as "memberId", subject_kind as "subjectKind",
      subject_id as "subjectId", data
    from facts where community_id = ${here.community.id} and id = any(${list(ids)}::uuid[])
    order by id`)
}

/** Tells a projection the whole past of a community again, oldest first, in batches. */
export async function rebuild(here: Here, listenerName: string, atATime = 5000): Promise<number> {
  const listener = here.db.house.listeners.find((one) => one.name === listenerName)
  if (!listener || listener.role !== 'projection')
    throw new Error(`${listenerName} is no projection`)
  let after = '00000000-0000-0000-0000-000000000000'
  for (let count = 0; ;) {
    const batch = await here.db.run<Fact>(sql`
      select id, at, kind, member_id as "memberId", subject_kind as "subjectKind",
        subject_id as "subjectId", data
      from facts where community_id = ${here.community.id} and id > ${after}
        and kind = any(${list(listener.hears)}::text[])
      order by id limit ${atATime}`)
    if (batch.length === 0) return count
    await transaction(here, (here) => listener.hear(here, batch))
    count += batch.length
    after = batch.at(-1)!.id
  }
}
