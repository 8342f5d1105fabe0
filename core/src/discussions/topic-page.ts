import { sql } from 'drizzle-orm'
import { readable } from '../platform/audiences.ts'
import { excerpt } from '../platform/markdown/index.ts'
import { Refusal } from '../platform/refusal.ts'
import { lineColumns, lineJoins, linesOf, type LineRow } from './lines.ts'
import { pageOf, postsPerPage } from './post-numbers.ts'
import { shown } from './rendering.ts'
import type { Here } from '../platform/here.ts'
import type { NoteOnPage, Person, PostOnPage, TopicLine, TopicPage } from './page-shapes.ts'

/**
 * A page of a topic, in four statements however long the topic is. `page` counts from 1 and is a
 * range of post numbers. Throws `not_found` with `topic_unknown` or `page_unknown`.
 */
export async function topicPage(here: Here, number: number, page = 1): Promise<TopicPage> {
  const [head, entries, near] = await Promise.all([
    topicHead(here, number),
    entriesOn(here, number, page),
    nearTopics(here, number),
  ])
  if (!head) throw new Refusal('not_found', 'topic_unknown', { number })
  const pages = pageOf(head.lastNumber)
  if (!Number.isInteger(page) || page < 1 || page > pages)
    throw new Refusal('not_found', 'page_unknown', { page, pages })

  const [line, ...lines] = await linesOf(here, [head, ...near])
  return {
    topic: topicOf(head, line!),
    page,
    pages,
    entries: [
      ...(page === 1 ? [openingPost(here, head, line!.author)] : []),
      ...entries.map((row) => entryOf(here, row, head, line!.author)),
    ],
    near: lines,
  }
}

/** Where a topic stands: enough to send an old or wrong address to the right one. */
export async function topicAddress(
  here: Here,
  number: number,
): Promise<{ number: number; slug: string; lastNumber: number } | null> {
  const [row] = await here.db.run<{ number: number; slug: string; lastNumber: number }>(
    sql`select number, slug, last_number as "lastNumber" from topics
        where community_id = ${here.community.id} and number = ${number} and deleted_at is null
          and ${readable(here, sql`audience_id`)}`,
  )
  return row ?? null
}

type HeadRow = LineRow & {
  html: string | null
  htmlVersion: number | null
  text: string | null
  editedAt: Date | null
  archived: boolean
  lastNumber: number
  acceptedNumber: number | null
  acceptedAt: Date | null
  answer: { author: Person; text: string } | null
  reactions: PostOnPage['reactions'] | null
}

async function topicHead(here: Here, number: number): Promise<HeadRow | undefined> {
  const community = here.community.id
  const [head] = await here.db.run<HeadRow>(
    sql`select ${lineColumns(here)}, t.html, t.html_version as "htmlVersion",
          case when t.html is null then t.text end as text, t.edited_at as "editedAt",
          t.archived_at is not null as archived, t.last_number as "lastNumber",
          t.accepted_number as "acceptedNumber", t.accepted_at as "acceptedAt",
          (select json_build_object('text', left(r.text, 800), 'author',
              json_build_object('id', m.id, 'handle', m.handle, 'name', m.name))
            from replies r join memberships m on m.community_id = ${community} and m.id = r.author_id
            where r.community_id = ${community} and r.topic_id = t.id
              and r.number = t.accepted_number and r.hidden_at is null
              and r.deleted_at is null and ${readable(here, sql`r.audience_id`)}) as answer,
          (select json_agg(json_build_object('kind', x.kind, 'count', x.count))
            from reaction_counts x
            where x.community_id = ${community} and x.subject_id = t.id) as reactions
        from topics t ${lineJoins}
        where t.community_id = ${community} and t.number = ${number}
          and t.deleted_at is null and ${readable(here, sql`t.audience_id`)}`,
    `topic_head_${reach(here)}`,
  )
  return head
}

type EntryRow = {
  is: 'post' | 'note'
  id: string
  number: number
  kind: string | null
  lang: string | null
  html: string | null
  htmlVersion: number | null
  text: string | null
  createdAt: Date
  editedAt: Date | null
  hidden: boolean
  answers: number | null
  answered: Person | null
  author: Person
  reactions: PostOnPage['reactions'] | null
}

async function entriesOn(here: Here, topic: number, page: number): Promise<EntryRow[]> {
  if (!Number.isSafeInteger(page) || page < 1 || page > 10_000_000) return []
  const community = here.community.id
  const first = (page - 1) * postsPerPage + 1
  const last = page * postsPerPage
  const found = sql`(select id from topics
    where community_id = ${community} and number = ${topic} and deleted_at is null)`
  return here.db.run<EntryRow>(
    sql`select 'post' as is, r.id, r.number, null as kind, r.lang, r.html,
          r.html_version as "htmlVersion", case when r.html is null then r.text end as text,
          r.created_at as "createdAt", r.edited_at as "editedAt", r.hidden_at is not null as hidden,
          r.answers, (select json_build_object('id', m.id, 'handle', m.handle, 'name', m.name)
            from replies o join memberships m on m.community_id = ${community} and m.id = o.author_id
            where o.community_id = ${community} and o.topic_id = r.topic_id
              and o.number = r.answers) as answered,
          json_build_object('id', a.id, 'handle', a.handle, 'name', a.name, 'title', a.title)
            as author,
          (select json_agg(json_build_object('kind', x.kind, 'count', x.count))
            from reaction_counts x
            where x.community_id = ${community} and x.subject_id = r.id) as reactions
        from replies r
        join memberships a on a.community_id = ${community} and a.id = r.author_id
        where r.community_id = ${community} and r.topic_id = ${found}
          and r.number between ${first} and ${last}
          and r.deleted_at is null and ${readable(here, sql`r.audience_id`)}
        union all
        select 'note', n.id, n.number, n.kind, null, n.html, n.html_version,
          case when n.html is null then n.text end, n.created_at, null, false, null, null,
          json_build_object('id', a.id, 'handle', a.handle, 'name', a.name), null
        from notes n
        join memberships a on a.community_id = ${community} and a.id = n.member_id
        where n.community_id = ${community} and n.topic_id = ${found}
          and n.number between ${first} and ${last} and ${readable(here, sql`n.audience_id`)}
        order by 3`,
    `topic_entries_${reach(here)}`,
  )
}

/** Topics like this one, as the job that rendered it found them. */
async function nearTopics(here: Here, number: number): Promise<LineRow[]> {
  const community = here.community.id
  return here.db.run<LineRow>(
    sql`select ${lineColumns(here)} from topics s
        join topics t on t.community_id = s.community_id and t.id = any(s.near) ${lineJoins}
        where s.community_id = ${community} and s.number = ${number}
          and t.deleted_at is null and t.unlisted_at is null
          and ${readable(here, sql`t.audience_id`)}
        order by array_position(s.near, t.id) limit 5`,
    `topic_near_${reach(here)}`,
  )
}

function topicOf(head: HeadRow, line: TopicLine): TopicPage['topic'] {
  const answer = head.answer
  return {
    ...pick(line),
    acceptedNumber: head.acceptedNumber,
    accepted:
      answer && head.acceptedNumber != null
        ? {
            number: head.acceptedNumber,
            author: answer.author,
            excerpt: excerpt(answer.text, 140),
            at: head.acceptedAt,
          }
        : null,
    lastNumber: head.lastNumber,
    archived: head.archived,
    firstAt: head.createdAt,
  }
}

function openingPost(here: Here, head: HeadRow, author: Person): PostOnPage {
  return {
    is: 'post',
    id: head.id,
    number: 1,
    author,
    lang: head.lang,
    html: head.hidden && here.actor.audiences !== 'all' ? '' : shown(head),
    createdAt: head.createdAt,
    editedAt: head.editedAt,
    hidden: head.hidden,
    answers: null,
    reactions: head.reactions ?? [],
    accepted: false,
  }
}

function entryOf(
  here: Here,
  row: EntryRow,
  head: HeadRow,
  opener: Person,
): PostOnPage | NoteOnPage {
  if (row.is === 'note')
    return {
      is: 'note',
      id: row.id,
      number: row.number,
      kind: row.kind ?? 'message',
      member: row.author,
      html: shown(row),
      createdAt: row.createdAt,
    }
  const answers = row.answers != null && row.answers !== row.number - 1 ? row.answers : null
  return {
    is: 'post',
    id: row.id,
    number: row.number,
    author: row.author,
    lang: row.lang,
    html: row.hidden && here.actor.audiences !== 'all' ? '' : shown(row),
    createdAt: row.createdAt,
    editedAt: row.editedAt,
    hidden: row.hidden,
    answers:
      answers == null ? null : { number: answers, author: answers === 1 ? opener : row.answered },
    reactions: row.reactions ?? [],
    accepted: row.number === head.acceptedNumber,
  }
}

/** The line without the columns that only the first post needs. */
function pick(line: TopicLine): TopicLine {
  const { id, number, slug, title, lang, state, pinned, closed, hidden, category } = line
  const { tags, author, people, peopleCount, repliesCount, likesCount, views } = line
  const { createdAt, lastAt } = line
  return {
    ...{ id, number, slug, title, lang, state, pinned, closed, hidden, category, tags, author },
    ...{ people, peopleCount, repliesCount, likesCount, views, createdAt, lastAt },
  }
}

function reach(here: Here): string {
  return here.actor.audiences === 'all' ? 'all' : 'some'
}
