import { sql } from 'drizzle-orm'
import { list } from '../platform/database/database.ts'
import { nearest } from '../platform/search/index.ts'
import type { Here } from '../platform/here.ts'

/**
 * Finds for each topic that has none yet the topics nearest to it by its title, and keeps them, so
 * that reading a topic costs no search.
 */
export async function findNear(here: Here, atMost = 100_000): Promise<void> {
  for (let done = 0; done < atMost;) {
    const rows = await here.db.run<{ id: string; title: string }>(sql`
      select id, title from topics
      where community_id = ${here.community.id} and near is null and deleted_at is null
      order by id desc limit 200`)
    if (rows.length === 0) return
    const found: string[] = []
    for (const topic of rows) {
      const near = await nearest(here, { kind: 'topic', text: topic.title, except: topic.id })
      found.push(`{${near.join(',')}}`)
    }
    await here.db.run(sql`
      update topics t set near = m.near::uuid[]
      from unnest(${list(rows.map((row) => row.id))}::uuid[], ${list(found)}::text[]) as m (id, near)
      where t.community_id = ${here.community.id} and t.id = m.id`)
    done += rows.length
  }
}
