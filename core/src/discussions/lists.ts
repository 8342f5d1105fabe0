import { sql, type SQL } from 'drizzle-orm'
import { readable } from '../platform/audiences.ts'
import { excerpt } from '../platform/markdown/index.ts'
import { cursorFrom, cursorText } from './cursors.ts'
import { lineColumns, lineJoins, linesOf, type LineRow } from './lines.ts'
import type { Here } from '../platform/here.ts'
import type { ListPage, TopicLine } from './page-shapes.ts'

export type ListOptions = {
  /** A category's number. */
  category?: number
  /** A tag's slug. */
  tag?: string
  after?: string
  limit?: number
}

export type Period = 'day' | 'week' | 'month' | 'year' | 'all'

/** Topics by their newest post; pinned ones first, with their beginning, on the first page. */
export async function latestTopics(
  here: Here,
  options: ListOptions = {},
): Promise<ListPage<TopicLine>> {
  const [pinned, page] = await Promise.all([
    options.after ? [] : pinnedTopics(here, options),
    listed(here, options, sql`t.last_at`, sql`t.pinned_at is null`, 'latest'),
  ])
  return { ...page, items: [...pinned, ...page.items] }
}

/** Topics of the period (by when they were opened) by likes, replies and being solved. */
export async function topTopics(
  here: Here,
  options: ListOptions & { period: Period },
): Promise<ListPage<TopicLine>> {
  const days = { day: 1, week: 7, month: 31, year: 366, all: null }[options.period]
  const since = days && new Date(here.now.getTime() - days * 86_400_000).toISOString()
  const condition = since ? sql`t.created_at >= ${since}` : sql`true`
  return listed(here, options, sql`t.score`, condition, since ? 'top_since' : 'top')
}

/** Topics nobody but their author has answered, newest first. */
export async function unansweredTopics(
  here: Here,
  options: ListOptions = {},
): Promise<ListPage<TopicLine>> {
  const condition = sql`t.answered_at is null and t.closed_at is null`
  return listed(here, options, sql`t.created_at`, condition, 'unanswered')
}

/** How many topics the actor may find in lists. */
export async function topicsCount(here: Here): Promise<number> {
  const [row] = await here.db.run<{ count: number }>(
    sql`select coalesce(sum(topics_count), 0)::int as count from categories
        where community_id = ${here.community.id} and ${readable(here, sql`audience_id`)}`,
  )
  return row!.count
}

async function listed(
  here: Here,
  { category, tag, after, limit = 30 }: ListOptions,
  key: SQL,
  condition: SQL,
  shape: string,
): Promise<ListPage<TopicLine>> {
  const size = Math.max(1, Math.min(limit, 100))
  const cursor = after ? cursorFrom(after) : null
  const isTime = shape !== 'top' && shape !== 'top_since'
  const cursorKey = cursor && (isTime ? new Date(cursor.key).toISOString() : cursor.key)
  const rows = await here.db.run<LineRow & { key: Date | number }>(
    sql`select ${key} as key, ${lineColumns(here)} from topics t ${lineJoins}
        where t.community_id = ${here.community.id} and ${readable(here, sql`t.audience_id`)}
          and t.deleted_at is null and t.unlisted_at is null and ${condition}
          ${within(here, category, tag)}
          ${cursor ? sql`and (${key}, t.id) < (${cursorKey}, ${cursor.id}::uuid)` : sql``}
        order by ${key} desc, t.id desc limit ${size + 1}`,
    [
      'topics',
      shape,
      category != null && 'category',
      tag && 'tag',
      cursor && 'after',
      audiences(here),
    ]
      .filter(Boolean)
      .join('_'),
  )
  const items = rows.slice(0, size)
  const last = items.at(-1)
  return {
    items: await linesOf(
      here,
      items.map(({ key: _key, ...row }) => row),
    ),
    next: rows.length > size && last ? cursorText(last.key, last.id) : null,
  }
}

async function pinnedTopics(here: Here, { category, tag }: ListOptions): Promise<TopicLine[]> {
  const rows = await here.db.run<LineRow & { beginning: string }>(
    sql`select left(t.text, 600) as beginning, ${lineColumns(here)} from topics t ${lineJoins}
        where t.community_id = ${here.community.id} and ${readable(here, sql`t.audience_id`)}
          and t.deleted_at is null and t.unlisted_at is null and t.pinned_at is not null
          ${within(here, category, tag)}
        order by t.pinned_at desc limit 3`,
  )
  const lines = await linesOf(
    here,
    rows.map(({ beginning: _beginning, ...row }) => row),
  )
  return lines.map((line, i) => ({ ...line, excerpt: excerpt(rows[i]!.beginning, 120) }))
}

function within(here: Here, category?: number, tag?: string): SQL {
  const community = here.community.id
  return sql`${
    category == null
      ? sql``
      : sql`and t.category_id = (select id from categories
              where community_id = ${community} and number = ${category})`
  } ${
    tag == null
      ? sql``
      : sql`and t.id in (select x.topic_id from topic_tags x
              join tags g on g.community_id = x.community_id and g.id = x.tag_id
              where x.community_id = ${community} and g.slug = ${tag})`
  }`
}

/** Statements differ in text when everything may be read; a prepared name must too. */
function audiences(here: Here): string {
  return here.actor.audiences === 'all' ? 'all' : 'some'
}
