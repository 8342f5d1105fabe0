import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { list } from '../../platform/database/database.ts'
import type { Here } from '../../platform/here.ts'

/** A post as the tests write it: `by` a member, in a `topic`, which it opens or answers. */
export type Post = { at: Date; by: string; topic: string; opens: boolean }

/** Writes posts as the projection of the facts does; those named in `systems` are no people. */
export async function write(here: Here, posts: Post[], systems: string[] = []): Promise<void> {
  const members = namesToIds(posts.map((post) => post.by))
  const topics = namesToIds(posts.map((post) => post.topic))
  const names = [...members.keys()]
  await here.db.run(sql`
    insert into memberships (community_id, id, created_at, handle, handle_key, is_system)
    select ${here.community.id}, id, now(), name, name, name = any(${list(systems)}::text[])
    from unnest(${list(names)}::text[], ${list([...members.values()])}::uuid[]) as m (name, id)`)
  const column = (pick: (post: Post) => unknown) => list(posts.map(pick))
  await here.db.run(sql`
    insert into contributions (community_id, id, at, member_id, topic_id, opens)
    select ${here.community.id}, * from unnest(
      ${column(() => randomUUID())}::uuid[], ${column((post) => post.at.toISOString())}::timestamptz[],
      ${column((post) => members.get(post.by))}::uuid[],
      ${column((post) => topics.get(post.topic))}::uuid[],
      ${column((post) => post.opens)}::boolean[])`)
}

export function opens(by: string, topic: string, at: string): Post {
  return { at: new Date(at), by, topic, opens: true }
}

export function answers(by: string, topic: string, at: string): Post {
  return { at: new Date(at), by, topic, opens: false }
}

function namesToIds(names: string[]): Map<string, string> {
  return new Map([...new Set(names)].map((name) => [name, randomUUID()]))
}
