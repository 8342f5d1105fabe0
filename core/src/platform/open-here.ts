import { sql } from 'drizzle-orm'
import { system, type CommunityHere, type Here, type Lobby } from './here.ts'

/** `here` for work that has only a community's id: jobs and listeners act as the system. */
export async function openHere(lobby: Lobby, communityId: number): Promise<Here | null> {
  const [community] = await lobby.db.run<CommunityHere>(
    sql`select id, slug, hostname, name, language, time_zone as "timeZone"
        from communities where id = ${communityId}`,
    'platform_open_here',
  )
  return community ? { ...lobby, actor: system, community } : null
}
