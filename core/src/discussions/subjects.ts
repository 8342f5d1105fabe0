import { sql } from 'drizzle-orm'
import { readable } from '../platform/audiences.ts'
import { list } from '../platform/database/database.ts'
import { plainText } from '../platform/markdown/index.ts'
import type { Subject, SubjectFace } from '../platform/subjects.ts'

/** Characters of a text that are looked through for a snippet. */
const readAtMost = 20_000

type Row = Omit<SubjectFace, 'kind' | 'path'> & { number: number; slug: string; post: number }

export const topicSubject: Subject = {
  kind: 'topic',
  async faces(here, ids) {
    const rows = await here.db.run<Row>(
      sql`select t.id, t.title, left(t.text, ${readAtMost}) as text, t.lang, t.created_at as at, t.source_id as "sourceId",
            t.number, t.slug, 1 as post,
            json_build_object('number', c.number, 'name', c.name) as category,
            json_build_object('id', a.id, 'handle', a.handle, 'name', a.name) as author
          from topics t
          join categories c on c.community_id = t.community_id and c.id = t.category_id
          join memberships a on a.community_id = t.community_id and a.id = t.author_id
          where t.community_id = ${here.community.id} and t.id = any(${list(ids)}::uuid[])
            and t.deleted_at is null and t.hidden_at is null and ${readable(here, sql`t.audience_id`)}`,
    )
    return rows.map((row) => faceOf('topic', row))
  },
}

export const replySubject: Subject = {
  kind: 'reply',
  async faces(here, ids) {
    const rows = await here.db.run<Row>(
      sql`select r.id, t.title, left(r.text, ${readAtMost}) as text, r.lang, r.created_at as at, r.source_id as "sourceId",
            t.number, t.slug, r.number as post,
            json_build_object('number', c.number, 'name', c.name) as category,
            json_build_object('id', a.id, 'handle', a.handle, 'name', a.name) as author
          from replies r
          join topics t on t.community_id = r.community_id and t.id = r.topic_id
          join categories c on c.community_id = t.community_id and c.id = t.category_id
          join memberships a on a.community_id = r.community_id and a.id = r.author_id
          where r.community_id = ${here.community.id} and r.id = any(${list(ids)}::uuid[])
            and r.deleted_at is null and r.hidden_at is null and t.deleted_at is null
            and ${readable(here, sql`r.audience_id`)} and ${readable(here, sql`t.audience_id`)}`,
    )
    return rows.map((row) => faceOf('reply', row))
  },
}

function faceOf(kind: string, { number, slug, post, ...row }: Row): SubjectFace {
  const path = `/t/${encodeURIComponent(slug)}/${number}${post > 1 ? `/${post}` : ''}`
  return { ...row, kind, path, text: plainText(row.text) }
}
