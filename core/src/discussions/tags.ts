import { sql } from 'drizzle-orm'
import type { Here } from '../platform/here.ts'

export type TagLine = { slug: string; name: string; topicsCount: number }

export async function popularTags(here: Here, limit = 12): Promise<TagLine[]> {
  return here.db.run<TagLine>(
    sql`select slug, name, topics_count as "topicsCount" from tags
        where community_id = ${here.community.id} and topics_count > 0
        order by topics_count desc, slug limit ${Math.min(limit, 200)}`,
  )
}

export async function tagBySlug(here: Here, slug: string): Promise<TagLine | null> {
  const [found] = await here.db.run<TagLine>(
    sql`select slug, name, topics_count as "topicsCount" from tags
        where community_id = ${here.community.id} and slug = ${slug}`,
  )
  return found ?? null
}
