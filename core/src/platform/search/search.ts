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
const candidatesAtMost = 2000

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
 * One statement: the newest candidates that match, then their order: whole words before parts of
 * words, side by side before scattered, then how often and how close, newer and liked ones a little
 * before others.
 */
async function ranked(
  here: Here,
  query: SearchQuery,
  match: string | null,
  most: number,
): Promise<Found[]> {
  const own = quoteLexeme(communityLexeme(here))
  const matching = match ? sql`and e.grams @@ ${`${own} & (${match})`}::tsquery` : sql``
  const bonus = (column: SQL, part: string | null, points: number) =>
    part ? sql`+ case when ${column} @@ ${part}::tsquery then ${points}::float8 else 0 end` : sql``
  const rank = match ? sql`ts_rank_cd(c.grams, ${match}::tsquery, 1)` : sql`0`
  return here.db.run<Found>(sql`
    with candidates as (
      select e.subject_kind, e.subject_id, e.at, e.lang, e.weight, e.grams, e.words
      from search_entries e
      where e.community_id = ${here.community.id} ${matching}
        and ${readable(here, sql`e.audience_id`)} ${conditions(here, query)}
      order by e.at desc limit ${most})
    select c.subject_kind as kind, c.subject_id as id, (0
      ${bonus(sql`c.words`, query.exact, 4)} ${bonus(sql`c.grams`, query.close, 2)}
      ${bonus(sql`c.words`, query.begins, 1)}
      ${query.lang ? sql`+ case when c.lang = ${query.lang} then 8 else 0 end` : sql``}
      + ${rank} / (1 + ${rank}) * (1 + 0.02 * least(c.weight, 10))
        * (1 + 0.1 * exp(-extract(epoch from ${here.now.toISOString()}::timestamptz - c.at)
            / 31557600.0))
      )::float8 as score
    from candidates c order by score desc, c.at desc, c.subject_id desc`)
}

function conditions(here: Here, { filters }: SearchQuery): SQL {
  const parts: SQL[] = []
  for (const [kind, value] of Object.entries(filters)) {
    if (kind === 'after') parts.push(sql`and e.at >= ${value}::timestamptz`)
    else if (kind === 'before') parts.push(sql`and e.at < ${value}::timestamptz`)
    else {
      const filter = here.db.house.searchFilters.get(kind)
      if (filter) parts.push(sql`and ${filter.condition(here, String(value))}`)
    }
  }
  return sql.join(parts, sql` `)
}
