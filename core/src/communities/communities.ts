import { sql, type SQL } from 'drizzle-orm'
import type { CommunityHere, Lobby } from '../platform/here.ts'
import type { Words } from '../platform/words.ts'

/** A community with all that its pages say about it. */
export type Community = CommunityHere & {
  purpose: Words | null
  benefit: Words | null
  accent: string | null
  createdAt: Date
}

const columns = sql`id, slug, hostname, name, purpose, benefit, language,
  time_zone as "timeZone", accent, created_at as "createdAt"`

export async function communityBySlug(lobby: Lobby, slug: string): Promise<Community | null> {
  return one(lobby, sql`slug = ${slug}`)
}

export async function communityByHostname(lobby: Lobby, host: string): Promise<Community | null> {
  return one(lobby, sql`lower(hostname) = ${host.toLowerCase()}`)
}

/** All communities of the installation, oldest first, at most 500. */
export async function communitiesHere(lobby: Lobby): Promise<Community[]> {
  return lobby.db.run<Community>(sql`select ${columns} from communities order by id limit 500`)
}

async function one(lobby: Lobby, which: SQL): Promise<Community | null> {
  const [found] = await lobby.db.run<Community>(
    sql`select ${columns} from communities where ${which}`,
  )
  return found ?? null
}
