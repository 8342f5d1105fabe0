import { sql, type SQL } from 'drizzle-orm'
import { readable } from '../audiences.ts'
import { faces, type SubjectFace } from '../subjects.ts'
import { communityLexeme } from './entries.ts'
import {
  FEW,
  queryHints,
  searchQuery,
  snippet,
  titleParts,
  type Hint,
  type Language,
  type SearchQuery,
  type SnippetPart,
} from './language/index.ts'
import { quoteLexeme } from './language/tokens.ts'
import type { Here } from '../here.ts'

export type SearchOptions = {
  query: string
  /** The reader's language when known; a mild preference, never a filter. */
  lang?: Language
  /** At most 5,000. */
  limit?: number
  /** How many of the best to pass over: the next page. */
  offset?: number
}

export type Hit = {
  face: SubjectFace
  score: number
  titleParts: SnippetPart[]
  snippet: SnippetPart[]
}

export type SearchResult = {
  hits: Hit[]
  /** Offset of the next page, null at the end. */
  next: number | null
  /** How many were found; counting stops at `candidatesAtMost`. */
  total: number
  hints: Hint[]
}

/** So many of the newest finds are ranked; the rest of a very common word is left out. */
const candidatesAtMost = 1000

/** Finds what the actor may read, best first, with the places where it was found. */
export async function search(here: Here, options: SearchOptions): Promise<SearchResult> {
  const limit = Math.max(1, Math.min(options.limit ?? 20, 5000))
  const offset = Math.max(0, options.offset ?? 0)
  const { query, rows } = await found(here, options, limit + offset)
  const shown = rows.slice(offset, offset + limit)
  const subjects = await faces(here, shown)
  const score = new Map(shown.map((row) => [row.id, row.score]))
  return {
    hits: subjects.map((face) => ({
      face,
      score: score.get(face.id)!,
      titleParts: titleParts(face.title, query.highlights),
      snippet: snippet(face.text, query.highlights).parts,
    })),
    next: rows.length > offset + limit ? offset + limit : null,
    total: rows.length,
    hints: rows.length ? [] : queryHints(query, { input: options.query }),
  }
}

/** Ids and scores only, for lists that need no text. */
export async function searchIds(here: Here, options: SearchOptions): Promise<Found[]> {
  const limit = Math.max(1, Math.min(options.limit ?? 20, 5000))
  const { rows } = await found(here, options, limit)
  return rows.slice(0, limit)
}

export type Found = { kind: string; id: string; score: number }

async function found(here: Here, options: SearchOptions, wanted: number) {
  const query = searchQuery(options.query, { lang: options.lang })
  const most = Math.max(candidatesAtMost, wanted)
  if (query.isEmpty && Object.keys(query.filters).length === 0) return { query, rows: [] }
  let rows = await ranked(here, query, query.grams, most)
  if (rows.length < FEW && query.fallback) {
    const more = await ranked(here, query, query.fallback, most)
    const known = new Set(rows.map((row) => row.id))
    rows = [...rows, ...more.filter((row) => !known.has(row.id))]
  }
  return { query, rows }
}

/**
 * One statement: the newest candidates that match, narrow, then their order: the reader's language
 * when it was named; words as meant before their other forms, whole words before parts; then how
 * often, newer and liked ones a little before others.
 */
async function ranked(
  here: Here,
  query: SearchQuery,
  match: string | null,
  most: number,
): Promise<Found[]> {
  const own = quoteLexeme(communityLexeme(here))
  const matching = match ? sql`and e.grams @@ ${`${own} & (${match})`}::tsquery` : sql``
  return here.db.run<Found>(sql`
    with candidates as materialized (
      select e.subject_id from search_entries e
      where e.community_id = ${here.community.id} ${matching}
        and ${readable(here, sql`e.audience_id`)} ${conditions(here, query)}
      -- not the bare column: the planner would walk an index by time for a rare word
      order by e.at + interval '0' desc limit ${most})
    select kind, id, (tier + often / (1 + often) * (1 + 0.02 * least(weight, 10)) / 1.2
        * (1 + 0.1 * exp(-extract(epoch from ${here.now.toISOString()}::timestamptz - at)
          / 31557600.0)) / 1.1)::float8 as score
    from (
      -- each vector is unpacked anew for every mention: mention them once, and keep this apart
      select e.subject_kind as kind, e.subject_id as id, e.at, e.weight, ${tier(query)} as tier,
        ${match ? sql`ts_rank(e.grams, ${match}::tsquery, 1)` : sql`0`} as often
      from candidates c
      join search_entries e
        on e.community_id = ${here.community.id} and e.subject_id = c.subject_id
      offset 0) ranked
    order by score desc, at desc, id desc`)
}

/** Whole numbers, so that what follows (less than 1) only orders within a tier. */
function tier({ lang, close, exact, begins }: SearchQuery): SQL {
  const when = (condition: SQL | null, points: number) =>
    condition ? sql`case when ${condition} then ${points}::float8 else 0 end` : sql`0`
  const own = lang ? sql`e.lang = ${lang}` : null
  const asMeant = close ? sql`case when e.grams @@ ${close}::tsquery then 2 else 0 end` : sql`2`
  const whole = exact ? sql`when e.words @@ ${exact}::tsquery then 2` : sql``
  const start = begins ? sql`when e.words @@ ${begins}::tsquery then 1` : sql``
  const words = exact || begins ? sql`case ${whole} ${start} else 0 end` : sql`0`
  return sql`${when(own, 8)} + ${asMeant} + ${words}`
}

/** Filters as SQL. Days begin at midnight in the community's time zone. */
function conditions(here: Here, { filters }: SearchQuery): SQL {
  const midnight = (day: string) => sql`(${day}::timestamp at time zone ${here.community.timeZone})`
  const parts: SQL[] = []
  if (filters.after) parts.push(sql`e.at >= ${midnight(filters.after)}`)
  if (filters.before) parts.push(sql`e.at < ${midnight(filters.before)}`)
  const asked = { author: [filters.author], in: [filters.in], tag: filters.tag ?? [] }
  for (const [kind, values] of Object.entries(asked))
    for (const value of values)
      if (value) parts.push(here.db.house.searchFilters.get(kind)!.condition(here, value))
  if (filters.unanswered)
    parts.push(here.db.house.searchFilters.get('unanswered')!.condition(here, ''))
  return sql.join(
    parts.map((part) => sql`and ${part}`),
    sql` `,
  )
}
