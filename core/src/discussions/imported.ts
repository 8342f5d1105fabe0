import { sql } from 'drizzle-orm'
import { audience } from '../platform/audiences.ts'
import { transaction } from '../platform/database/database.ts'
import { announce } from '../platform/facts/facts.ts'
import { derivedId } from '../platform/ids.ts'
import { plainText } from '../platform/markdown/index.ts'
import {
  detectLanguage,
  type Language,
  indexEntries,
  tokensOf,
  type Entry,
} from '../platform/search/index.ts'
import { insist } from '../platform/verdict.ts'
import { mayImport } from './policy.ts'
import type { Here } from '../platform/here.ts'

/** A post as an import brings it: with its own time, author and number. */
export type ImportedPost = {
  /** Derived from the source, so that importing again makes the same row. */
  id: string
  sourceId: string | null
  authorId: string
  text: string
  findable: FindableWords
  lang: string | null
  createdAt: Date
  editedAt: Date | null
  hidden: boolean
  deleted: boolean
  /** Its source could not give it: kept for its number, but nothing is told of it. */
  missing: boolean
  likes: number
}

/** A post as search takes it. */
export type FindableWords = Pick<Entry, 'title' | 'tags' | 'body' | 'lang' | 'tokens'>

export type ImportedTopic = ImportedPost & {
  number: number
  slug: string
  title: string
  categoryId: string
  views: number
  pinnedAt: Date | null
  closedAt: Date | null
  archivedAt: Date | null
  /** Not in lists; who has the address reads it. */
  unlisted: boolean
  acceptedNumber: number | null
  acceptedAt: Date | null
  tags: string[]
}

export type ImportedReply = ImportedPost & {
  topicId: string
  categoryId: string
  number: number
  answers: number | null
  solves: boolean
  /** Its topic is in no list, so it is not found either. */
  unlisted: boolean
}

export type ImportedNote = {
  id: string
  sourceId: string | null
  topicId: string
  number: number
  memberId: string
  kind: string
  text: string
  createdAt: Date
}

export type ImportedBatch = {
  topics: ImportedTopic[]
  replies: ImportedReply[]
  notes: ImportedNote[]
}

/** Ids of those of a batch that were written; the rest were there already, or their number was. */
export type ImportedIds = { topics: string[]; replies: string[]; notes: string[] }

/** The words of a post, made ready to be found before the database is asked for anything. */
export function findableWords(
  { community }: Pick<Here, 'community'>,
  given: { text: string; lang: string | null; title?: string; tags?: string[] },
): FindableWords {
  const { title = '', tags = [] } = given
  const body = plainText(given.text)
  const fallback = community.language as Language
  const lang = given.lang ?? detectLanguage(`${title} ${body.slice(0, 500)}`, fallback)
  return { title, tags, body, lang, tokens: tokensOf({ community }, { title, tags, body }) }
}

/**
 * Writes a batch of imported posts, finds them for search and tells their facts, in one
 * transaction. Rows that are there already stay as they are. Counts follow by projection.
 */
export function importPosts(here: Here, batch: ImportedBatch): Promise<ImportedIds> {
  return transaction(here, async (here) => {
    insist(mayImport(here.actor))
    const topics = await addTopics(here, batch.topics)
    const replies = await addReplies(here, batch.replies)
    const notes = await addNotes(here, batch.notes)
    await addTags(here, topics)
    await addLikes(here, [...topics, ...replies])
    await indexEntries(
      here,
      [...topics.map(topicEntry), ...replies.map(replyEntry)].filter(findable),
    )
    await announce(here, ...factsOf(here, topics, replies))
    return { topics: topics.map(idOf), replies: replies.map(idOf), notes }
  })
}

/** Those topics and replies of a source that are there already, by id. */
export async function alreadyImported(here: Here, ids: string[]): Promise<Set<string>> {
  const rows = await here.db.run<{ id: string }>(sql`
    select id from topics where community_id = ${here.community.id} and id = any(${sql.param(ids)}::uuid[])
    union all
    select id from replies where community_id = ${here.community.id} and id = any(${sql.param(ids)}::uuid[])
    union all
    select id from notes where community_id = ${here.community.id} and id = any(${sql.param(ids)}::uuid[])`)
  return new Set(rows.map((row) => row.id))
}

async function addTopics(here: Here, given: ImportedTopic[]): Promise<ImportedTopic[]> {
  if (given.length === 0) return []
  const column = columnsOf(given)
  const rows = await here.db.run<{ id: string }>(sql`
    insert into topics (community_id, id, created_at, number, slug, title, lang, category_id,
      author_id, audience_id, text, edited_at, pinned_at, closed_at, archived_at, unlisted_at,
      hidden_at,
      deleted_at, accepted_number, accepted_at, views, source_id, last_at, last_author_id)
    select ${here.community.id}, g.id, g.at, g.number, g.slug, g.title, g.lang, g.category_id,
      g.author_id, ${audience.everyone}, g.text, g.edited_at, g.pinned_at, g.closed_at,
      g.archived_at, case when g.unlisted then g.at end, case when g.hidden then g.at end, case when g.deleted then g.at end,
      g.accepted_number, g.accepted_at, g.views, g.source_id, g.at, g.author_id
    from unnest(
      ${column((t) => t.id)}::uuid[], ${column((t) => time(t.createdAt))}::timestamptz[],
      ${column((t) => t.number)}::int[], ${column((t) => t.slug)}::text[],
      ${column((t) => t.title)}::text[], ${column((t) => t.lang)}::text[],
      ${column((t) => t.categoryId)}::uuid[], ${column((t) => t.authorId)}::uuid[],
      ${column((t) => t.text)}::text[], ${column((t) => time(t.editedAt))}::timestamptz[],
      ${column((t) => time(t.pinnedAt))}::timestamptz[],
      ${column((t) => time(t.closedAt))}::timestamptz[],
      ${column((t) => time(t.archivedAt))}::timestamptz[], ${column((t) => t.hidden)}::boolean[],
      ${column((t) => t.deleted)}::boolean[], ${column((t) => t.acceptedNumber)}::int[],
      ${column((t) => time(t.acceptedAt))}::timestamptz[], ${column((t) => t.views)}::int[],
      ${column((t) => t.sourceId)}::text[], ${column((t) => t.unlisted)}::boolean[]
    ) as g (id, at, number, slug, title, lang, category_id, author_id, text, edited_at, pinned_at,
      closed_at, archived_at, hidden, deleted, accepted_number, accepted_at, views, source_id,
      unlisted)
    on conflict do nothing returning id`)
  return added(given, rows)
}

async function addReplies(here: Here, given: ImportedReply[]): Promise<ImportedReply[]> {
  if (given.length === 0) return []
  const column = columnsOf(given)
  const rows = await here.db.run<{ id: string }>(sql`
    insert into replies (community_id, id, created_at, topic_id, number, author_id, audience_id,
      lang, text, answers, edited_at, hidden_at, deleted_at, source_id)
    select ${here.community.id}, g.id, g.at, g.topic_id, g.number, g.author_id,
      ${audience.everyone}, g.lang, g.text, g.answers, g.edited_at,
      case when g.hidden then g.at end, case when g.deleted then g.at end, g.source_id
    from unnest(
      ${column((r) => r.id)}::uuid[], ${column((r) => time(r.createdAt))}::timestamptz[],
      ${column((r) => r.topicId)}::uuid[], ${column((r) => r.number)}::int[],
      ${column((r) => r.authorId)}::uuid[], ${column((r) => r.lang)}::text[],
      ${column((r) => r.text)}::text[], ${column((r) => r.answers)}::int[],
      ${column((r) => time(r.editedAt))}::timestamptz[], ${column((r) => r.hidden)}::boolean[],
      ${column((r) => r.deleted)}::boolean[], ${column((r) => r.sourceId)}::text[]
    ) as g (id, at, topic_id, number, author_id, lang, text, answers, edited_at, hidden, deleted,
      source_id)
    on conflict do nothing returning id`)
  return added(given, rows)
}

async function addNotes(here: Here, given: ImportedNote[]): Promise<string[]> {
  if (given.length === 0) return []
  const column = columnsOf(given)
  const rows = await here.db.run<{ id: string }>(sql`
    insert into notes (community_id, id, created_at, topic_id, number, member_id, audience_id, kind,
      text, source_id)
    select ${here.community.id}, g.id, g.at, g.topic_id, g.number, g.member_id,
      ${audience.everyone}, g.kind, g.text, g.source_id
    from unnest(
      ${column((n) => n.id)}::uuid[], ${column((n) => time(n.createdAt))}::timestamptz[],
      ${column((n) => n.topicId)}::uuid[], ${column((n) => n.number)}::int[],
      ${column((n) => n.memberId)}::uuid[], ${column((n) => n.kind)}::text[],
      ${column((n) => n.text)}::text[], ${column((n) => n.sourceId)}::text[]
    ) as g (id, at, topic_id, number, member_id, kind, text, source_id)
    on conflict do nothing returning id`)
  return rows.map(idOf)
}

async function addTags(here: Here, topics: ImportedTopic[]): Promise<void> {
  const pairs = topics.flatMap(({ id, createdAt, tags }) =>
    tags
      .map((tag) => ({ topic: id, tag: tag.trim(), slug: tagSlug(tag), at: createdAt }))
      .filter(({ slug }) => slug !== ''),
  )
  if (pairs.length === 0) return
  // Of several spellings, and of several topics' dates, the first in the source stays
  const first = new Map(pairs.toReversed().map((pair) => [pair.slug, pair]))
  for (const { slug, tag, at } of first.values())
    await here.db.run(sql`
      insert into tags (community_id, id, created_at, name, slug)
      values (${here.community.id}, ${derivedId(new Date(0), here.community.id, 'tag', slug)},
        ${at.toISOString()}, ${tag}, ${slug})
      on conflict do nothing`)
  const column = columnsOf(pairs)
  await here.db.run(sql`
    insert into topic_tags (community_id, topic_id, tag_id)
    select ${here.community.id}, p.topic_id, g.id
    from unnest(${column((p) => p.topic)}::uuid[], ${column((p) => p.slug)}::text[])
      as p (topic_id, slug)
    join tags g on g.community_id = ${here.community.id} and g.slug = p.slug
    on conflict do nothing`)
}

async function addLikes(here: Here, posts: ImportedPost[]): Promise<void> {
  const liked = posts.filter((post) => post.likes > 0)
  if (liked.length === 0) return
  const column = columnsOf(liked)
  await here.db.run(sql`
    insert into reaction_counts (community_id, subject_id, kind, count)
    select ${here.community.id}, g.id, 'like', g.count
    from unnest(${column((p) => p.id)}::uuid[], ${column((p) => p.likes)}::int[]) as g (id, count)
    on conflict do nothing`)
}

function topicEntry(topic: ImportedTopic): Entry & { findable: boolean } {
  return {
    ...entryOf(topic),
    subjectKind: 'topic',
    topicId: topic.id,
    categoryId: topic.categoryId,
    findable: isFindable(topic) && !topic.unlisted,
    weight: Math.min(topic.likes, 100) + (topic.acceptedNumber == null ? 0 : 5),
  }
}

function replyEntry(reply: ImportedReply): Entry & { findable: boolean } {
  return {
    ...entryOf(reply),
    subjectKind: 'reply',
    topicId: reply.topicId,
    categoryId: reply.categoryId,
    findable: isFindable(reply) && !reply.unlisted,
    weight: Math.min(reply.likes, 100) + (reply.solves ? 5 : 0),
  }
}

function entryOf(post: ImportedPost) {
  return {
    subjectId: post.id,
    authorId: post.authorId,
    audienceId: audience.everyone,
    at: post.createdAt,
    ...post.findable,
  }
}

function idOf(row: { id: string }): string {
  return row.id
}

function isFindable(post: ImportedPost): boolean {
  return !post.hidden && !post.deleted && !post.missing
}

function findable(entry: { findable: boolean }): boolean {
  return entry.findable
}

/** What the source had deleted is kept for its number, but nothing is told of it. */
function factsOf(here: Here, topics: ImportedTopic[], replies: ImportedReply[]) {
  const told = (post: ImportedPost, kind: string, subjectKind: string, data: object) => ({
    id: derivedId(post.createdAt, here.community.id, kind, post.id),
    at: post.createdAt,
    kind,
    memberId: post.authorId,
    subjectKind,
    subjectId: post.id,
    data: data as Record<string, unknown>,
  })
  return [
    ...topics
      .filter((topic) => !topic.deleted && !topic.missing)
      .map((topic) => told(topic, 'discussions.opened', 'topic', { topic: topic.id })),
    ...replies
      .filter((reply) => !reply.deleted && !reply.missing)
      .flatMap((reply) => {
        const data = { topic: reply.topicId, number: reply.number }
        const fact = told(reply, 'discussions.replied', 'reply', data)
        if (!reply.solves) return [fact]
        return [fact, told(reply, 'discussions.solved', 'reply', { topic: reply.topicId })]
      }),
  ]
}

function added<T extends { id: string }>(given: T[], rows: { id: string }[]): T[] {
  if (rows.length === given.length) return given
  const fresh = new Set(rows.map((row) => row.id))
  return given.filter((one) => fresh.has(one.id))
}

function columnsOf<T>(rows: T[]) {
  return (pick: (row: T) => unknown) => sql.param(rows.map(pick))
}

function time(at: Date | null): string | null {
  return at && at.toISOString()
}

function tagSlug(name: string): string {
  return name.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, '-').slice(0, 80)
}
