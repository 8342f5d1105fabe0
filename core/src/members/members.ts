import { sql } from 'drizzle-orm'
import { handleKey } from './imported.ts'
import { list } from '../platform/database/database.ts'
import type { Here } from '../platform/here.ts'

export type Member = {
  id: string
  handle: string
  name: string
  title: string | null
  isSystem: boolean
  seenAt: Date
}

const columns = sql`id, handle, name, title, is_system as "isSystem", created_at as "seenAt"`

export async function memberByHandle(here: Here, handle: string): Promise<Member | null> {
  const [found] = await here.db.run<Member>(
    sql`select ${columns} from memberships
        where community_id = ${here.community.id} and handle_key = ${handleKey(handle)}`,
    'members_by_handle',
  )
  return found ?? null
}

/** Those of `ids` that exist, in any order. */
export async function members(here: Here, ids: readonly string[]): Promise<Member[]> {
  if (ids.length === 0) return []
  return here.db.run<Member>(
    sql`select ${columns} from memberships
        where community_id = ${here.community.id} and id = any(${list(ids)}::uuid[])`,
    'members_by_ids',
  )
}

/** Of handles as people write them, those that exist: written form to the member's own form. */
export async function handlesHere(
  here: Here,
  written: readonly string[],
): Promise<Map<string, string>> {
  if (written.length === 0) return new Map()
  const keys = new Map(written.map((handle) => [handle, handleKey(handle)]))
  const rows = await here.db.run<{ key: string; handle: string }>(
    sql`select handle_key as key, handle from memberships
        where community_id = ${here.community.id}
          and handle_key = any(${list([...new Set(keys.values())])}::text[])`,
  )
  const known = new Map(rows.map((row) => [row.key, row.handle]))
  return new Map(
    [...keys].flatMap(([handle, key]) => (known.has(key) ? [[handle, known.get(key)!]] : [])),
  )
}
