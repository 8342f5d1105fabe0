import { sql, type SQL } from 'drizzle-orm'
import { readable } from '../platform/audiences.ts'
import { shown } from './rendering.ts'
import type { Here } from '../platform/here.ts'
import type { FeedPost, ListPage, TopicAddress } from './page-shapes.ts'

/** The newest posts for a feed: topics of the community, a category or a tag, or a topic's replies. */
export async function newestPosts(
  here: Here,
  of: { category?: number; tag?: string; topic?: number },
  limit = 30,
): Promise<FeedPost[]> {
  const size = Math.max(1, Math.min(limit, 100))
  const rows = await here.db.run<FeedPost & { text: string | null; htmlVersion: number | null }>(
    of.topic == null ? newestTopics(here, of, size) : newestReplies(here, of.topic, size),
  )
  return rows.map(({ text, htmlVersion, ...row }) => ({
    ...row,
    html: shown({ html: row.html, htmlVersion, text }),
  }))
}

/** Addresses of all topics for a sitemap, oldest number first, `next` = the number to go on after. */
export async function topicAddresses(
  here: Here,
  options: { after?: number; limit?: number },
): Promise<ListPage<TopicAddress>> {
  const size = Math.max(1, Math.min(options.limit ?? 50_000, 50_000))
  const items = await here.db.run<TopicAddress>(
    sql`select number, slug, last_number as "lastNumber", last_at as "lastAt" from topics
        where community_id = ${here.community.id} and number > ${options.after ?? 0}
          and deleted_at is null and unlisted_at is null and ${readable(here, sql`audience_id`)}
        order by number limit ${size + 1}`,
  )
  const more = items.length > size
  const page = items.slice(0, size)
  return { items: page, next: more ? String(page.at(-1)!.number) : null }
}

function newestTopics(here: Here, of: { category?: number; tag?: string }, size: number): SQL {
  const community = here.community.id
  return sql`
    select t.id, t.number as "topicNumber", t.slug as "topicSlug", t.title as "topicTitle",
      1 as number, t.lang, t.html, t.html_version as "htmlVersion",
      case when t.html is null then t.text end as text, t.created_at as "createdAt",
      json_build_object('id', a.id, 'handle', a.handle, 'name', a.name) as author
    from topics t join memberships a on a.community_id = t.community_id and a.id = t.author_id
    where t.community_id = ${community} and t.deleted_at is null and t.hidden_at is null
      and t.unlisted_at is null
      and ${readable(here, sql`t.audience_id`)}
      ${
        of.category == null
          ? sql``
          : sql`and t.category_id = (select id from categories
              where community_id = ${community} and number = ${of.category})`
      }
      ${
        of.tag == null
          ? sql``
          : sql`and t.id in (select x.topic_id from topic_tags x
              join tags g on g.community_id = x.community_id and g.id = x.tag_id
              where x.community_id = ${community} and g.slug = ${of.tag})`
      }
    order by t.created_at desc, t.id desc limit ${size}`
}

function newestReplies(here: Here, topic: number, size: number): SQL {
  return sql`
    select r.id, t.number as "topicNumber", t.slug as "topicSlug", t.title as "topicTitle",
      r.number, r.lang, r.html, r.html_version as "htmlVersion",
      case when r.html is null then r.text end as text, r.created_at as "createdAt",
      json_build_object('id', a.id, 'handle', a.handle, 'name', a.name) as author
    from topics t
    join replies r on r.community_id = t.community_id and r.topic_id = t.id
    join memberships a on a.community_id = r.community_id and a.id = r.author_id
    where t.community_id = ${here.community.id} and t.number = ${topic}
      and t.deleted_at is null and t.hidden_at is null and r.deleted_at is null
      and r.hidden_at is null and ${readable(here, sql`t.audience_id`)}
      and ${readable(here, sql`r.audience_id`)}
    order by r.number desc limit ${size}`
}
