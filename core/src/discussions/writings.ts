import { sql, type SQL } from 'drizzle-orm'
import { memberByHandle } from '../members/index.ts'
import { readable } from '../platform/audiences.ts'
import { excerpt } from '../platform/markdown/index.ts'
import { Refusal } from '../platform/refusal.ts'
import { cursorFrom, cursorText } from './cursors.ts'
import type { Here } from '../platform/here.ts'
import type { ListPage, MemberPage, WriterLine, WritingLine } from './page-shapes.ts'

const writingsPerPage = 20

/** A member and what they wrote, newest first. Throws `not_found member_unknown`. */
export async function memberPage(
  here: Here,
  handle: string,
  options: { after?: string } = {},
): Promise<MemberPage> {
  const member = await memberByHandle(here, handle)
  if (!member) throw new Refusal('not_found', 'member_unknown', { handle })
  const [counts, writings] = await Promise.all([
    countsOf(here, member.id),
    writingsOf(here, member.id, options.after),
  ])
  return { member, ...counts, writings }
}

/** Members who wrote, those with the most replies first. */
export async function writersHere(
  here: Here,
  options: { after?: string; limit?: number } = {},
): Promise<ListPage<WriterLine>> {
  const size = Math.max(1, Math.min(options.limit ?? 50, 100))
  const cursor = options.after ? cursorFrom(options.after) : null
  const rows = await here.db.run<WriterLine>(
    sql`select m.id, m.handle, m.name, m.title, w.topics_count as "topicsCount",
          w.replies_count as "repliesCount", w.solved_count as "solvedCount",
          w.first_at as "firstAt", w.last_at as "lastAt"
        from writers w
        join memberships m on m.community_id = ${here.community.id} and m.id = w.member_id
        where w.community_id = ${here.community.id} and not m.is_system
          ${cursor ? sql`and (w.replies_count, w.member_id) < (${cursor.key}, ${cursor.id}::uuid)` : sql``}
        order by w.replies_count desc, w.member_id desc limit ${size + 1}`,
  )
  return paged(rows, size, (last) => cursorText(last.repliesCount, last.id))
}

async function countsOf(here: Here, memberId: string) {
  const [row] = await here.db.run<Omit<MemberPage, 'member' | 'writings'>>(
    sql`select topics_count as "topicsCount", replies_count as "repliesCount",
          solved_count as "solvedCount", first_at as "firstAt", last_at as "lastAt"
        from writers where community_id = ${here.community.id} and member_id = ${memberId}`,
  )
  return row ?? { topicsCount: 0, repliesCount: 0, solvedCount: 0, firstAt: null, lastAt: null }
}

async function writingsOf(
  here: Here,
  memberId: string,
  after: string | undefined,
): Promise<ListPage<WritingLine>> {
  const cursor = after ? cursorFrom(after) : null
  const before = (alias: string): SQL =>
    cursor
      ? sql`and (${sql.raw(alias)}.created_at, ${sql.raw(alias)}.id)
          < (${new Date(cursor.key).toISOString()}, ${cursor.id}::uuid)`
      : sql``
  const rows = await here.db.run<WritingLine & { text: string }>(
    sql`select w.*, coalesce((select sum(x.count) from reaction_counts x
          where x.community_id = ${here.community.id} and x.subject_id = w.id), 0)::int
          as "likesCount"
        from (
          (select 'topic' as kind, t.id, t.number as "topicNumber", t.slug as "topicSlug",
            t.title as "topicTitle", 1 as number, t.lang, left(t.text, 600) as text,
            false as accepted, t.created_at as "createdAt"
          from topics t
          where t.community_id = ${here.community.id} and t.author_id = ${memberId}
            and t.deleted_at is null and t.hidden_at is null
            and ${readable(here, sql`t.audience_id`)} ${before('t')}
          order by t.created_at desc, t.id desc limit ${writingsPerPage + 1})
          union all
          (select 'reply', r.id, t.number, t.slug, t.title, r.number, r.lang, left(r.text, 600),
            coalesce(t.accepted_number = r.number, false), r.created_at
          from replies r
          join topics t on t.community_id = r.community_id and t.id = r.topic_id
          where r.community_id = ${here.community.id} and r.author_id = ${memberId}
            and r.deleted_at is null and r.hidden_at is null
            and t.deleted_at is null and ${readable(here, sql`t.audience_id`)}
            and ${readable(here, sql`r.audience_id`)} ${before('r')}
          order by r.created_at desc, r.id desc limit ${writingsPerPage + 1})
        ) w
        order by w."createdAt" desc, w.id desc limit ${writingsPerPage + 1}`,
  )
  const lines = rows.map(({ text, ...row }) => ({ ...row, excerpt: excerpt(text, 160) }))
  return paged(lines, writingsPerPage, (last) => cursorText(last.createdAt, last.id))
}

function paged<T>(rows: T[], size: number, cursor: (last: T) => string): ListPage<T> {
  const items = rows.slice(0, size)
  const last = items.at(-1)
  return { items, next: rows.length > size && last ? cursor(last) : null }
}
