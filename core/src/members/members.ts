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
