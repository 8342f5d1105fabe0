import { sql } from 'drizzle-orm'
import { list } from '../database/database.ts'
import { indexTokens, TOKENISER_VERSION, type IndexTokens } from './language/index.ts'
import type { Here } from '../here.ts'

/** What is to be found of a subject. */
export type Entry = {
  subjectKind: string
  subjectId: string
  topicId: string
  categoryId: string | null
  authorId: string | null
  audienceId: number
  at: Date
  lang: string | null
  weight: number
  title: string
  tags: string[]
  /** Plain text. */
  body: string
  /** Made with `tokensOf` beforehand, where that can go on beside the database's work. */
  tokens?: IndexTokens
}

/** The community as a lexeme, so that the index alone keeps communities apart. */
export function communityLexeme(here: Pick<Here, 'community'>): string {
  return `c:${here.community.id}`
}

/** What half of the time of indexing goes to, and needs no database. */
export function tokensOf(
  { community }: Pick<Here, 'community'>,
  { title, tags, body }: Pick<Entry, 'title' | 'tags' | 'body'>,
): IndexTokens {
  return indexTokens({ title, tags, body, extra: [communityLexeme({ community })] })
}

/** Makes subjects findable, in the transaction of their change; what was there is replaced. */
export async function indexEntries(here: Here, entries: Entry[]): Promise<void> {
  if (entries.length === 0) return
  const vectors = entries.map((entry) => entry.tokens ?? tokensOf(here, entry))
  const column = (pick: (entry: Entry, index: number) => unknown) => list(entries.map(pick))
  await here.db.run(sql`
    insert into search_entries (community_id, subject_kind, subject_id, topic_id, category_id,
      author_id, audience_id, at, lang, weight, version, grams, words)
    select ${here.community.id}, e.kind, e.id, e.topic, e.category, e.author, e.audience, e.at,
      e.lang, e.weight, ${TOKENISER_VERSION}, e.grams::tsvector, e.words::tsvector
    from unnest(
      ${column((e) => e.subjectKind)}::text[], ${column((e) => e.subjectId)}::uuid[],
      ${column((e) => e.topicId)}::uuid[], ${column((e) => e.categoryId)}::uuid[],
      ${column((e) => e.authorId)}::uuid[], ${column((e) => e.audienceId)}::int[],
      ${column((e) => e.at.toISOString())}::timestamptz[], ${column((e) => e.lang)}::text[],
      ${column((e) => e.weight)}::smallint[], ${column((_, i) => vectors[i]!.grams)}::text[],
      ${column((_, i) => vectors[i]!.words)}::text[]
    ) as e (kind, id, topic, category, author, audience, at, lang, weight, grams, words)
    on conflict (community_id, subject_id) do update set
      topic_id = excluded.topic_id, category_id = excluded.category_id,
      audience_id = excluded.audience_id, lang = excluded.lang, weight = excluded.weight,
      version = excluded.version, grams = excluded.grams, words = excluded.words`)
}

/** Makes subjects unfindable, in the transaction that hides or deletes them. */
export async function forgetEntries(here: Here, subjectIds: string[]): Promise<void> {
  await here.db.run(sql`
    delete from search_entries
    where community_id = ${here.community.id} and subject_id = any(${list(subjectIds)}::uuid[])`)
}
