import { sql } from 'drizzle-orm'
import type { Here } from '../platform/here.ts'

/**
 * Takes `count` numbers in a row for a kind of thing ('topic', 'category') and returns the first.
 * Locks the counter until the transaction ends, so that numbers have no holes.
 */
export async function takeNumbers(here: Here, kind: string, count = 1): Promise<number> {
  const [row] = await here.db.run<{ next: number }>(sql`
    insert into counters as c (community_id, kind, next)
    values (${here.community.id}, ${kind}, ${count + 1})
    on conflict (community_id, kind) do update set next = c.next + ${count}
    returning next`)
  return row!.next - count
}

/** Makes sure that numbers up to `number` are never given out again. */
export async function keepNumbers(here: Here, kind: string, number: number): Promise<void> {
  await here.db.run(sql`
    insert into counters as c (community_id, kind, next)
    values (${here.community.id}, ${kind}, ${number + 1})
    on conflict (community_id, kind) do update set next = greatest(c.next, ${number + 1})`)
}
