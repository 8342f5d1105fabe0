/**
 * Scores the search scheme on documents and queries with known answers: mean average precision per language.
 *
 *     DATABASE_URL=postgres://… npx node bench/search-dev.ts <folder with docs.jsonl and queries.jsonl> [--misses]
 *
 * Works in a schema of its own and drops it afterwards.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { FEW, indexTokens, searchQuery } from '../core/src/platform/search/language/index.ts'
import type { Language, SearchQuery } from '../core/src/platform/search/language/index.ts'

interface Doc {
  id: number
  lang: string
  text: string
}
interface Judged {
  lang: string
  query: string
  relevant: number[]
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    misses: { type: 'boolean', default: false },
    /** filter: only the query's language; tier: its language first; boost: a factor; none. */
    lang: { type: 'string', default: 'tier' },
    title: { type: 'boolean', default: false },
    half: { type: 'string' },
  },
})
const folder = positionals[0]
if (!folder || !process.env.DATABASE_URL) {
  console.error('usage: DATABASE_URL=postgres://… npx node bench/search-dev.ts <folder> [--misses]')
  process.exit(2)
}

const client = new pg.Client(process.env.DATABASE_URL)
await client.connect()
try {
  await fill(read<Doc>('docs.jsonl'))
  await score(read<Judged>('queries.jsonl'))
} finally {
  await client.query('drop schema if exists search_dev cascade')
  await client.end()
}

async function fill(docs: Doc[]): Promise<void> {
  await client.query(`
    drop schema if exists search_dev cascade; create schema search_dev; set search_path = search_dev;
    create table search_entries (community_id int, subject_id int, lang text, at timestamptz, grams tsvector, words tsvector)`)
  for (let i = 0; i < docs.length; i += 500) {
    const rows = docs.slice(i, i + 500).map(({ id, lang, text }) => {
      const title = values.title ? text.slice(0, 60) : undefined
      return {
        id,
        lang: short(lang),
        ...indexTokens({ ...(title && { title }), body: text, extra: ['c:1'] }),
      }
    })
    await client.query(
      `insert into search_entries
       select 1, id, lang, timestamptz '2024-01-01' + id * interval '1 minute', grams::tsvector, words::tsvector
       from jsonb_to_recordset($1) as r(id int, lang text, grams text, words text)`,
      [JSON.stringify(rows)],
    )
  }
  await client.query(`
    create index on search_entries using gin (grams); create index on search_entries using gin (words);
    analyze search_entries`)
}

async function score(judged: Judged[]): Promise<void> {
  const sums = new Map<string, number[]>()
  for (const [i, { lang, query, relevant }] of judged.entries()) {
    if (values.half && i % 2 !== Number(values.half)) continue
    const found = await search(query, short(lang))
    const precision = averagePrecision(found, new Set(relevant))
    sums.set(lang, [...(sums.get(lang) ?? []), precision])
    if (values.misses && precision < 0.995) {
      const wanted = new Set(relevant)
      const missing = relevant.filter((id) => !found.includes(id))
      const lastHit = found.findLastIndex((id) => wanted.has(id))
      const early = found.slice(0, lastHit).filter((id) => !wanted.has(id))
      console.log(
        lang,
        query,
        precision.toFixed(3),
        'missing',
        missing.join(),
        'above',
        early.slice(0, 15).join(),
      )
    }
  }
  for (const [lang, all] of sums) {
    console.log(
      lang,
      (all.reduce((a, b) => a + b, 0) / all.length).toFixed(4),
      `(${all.length} queries)`,
    )
  }
}

async function search(input: string, lang: Language): Promise<number[]> {
  const query = searchQuery(input, { lang })
  if (!query.grams) return []
  const found = await ranked(query, query.grams)
  if (found.length >= FEW || !query.fallback) return found
  const more = await ranked(query, query.fallback)
  return [...found, ...more.filter((id) => !found.includes(id))]
}

async function ranked(query: SearchQuery, grams: string): Promise<number[]> {
  const { rows } = await client.query<{ subject_id: number }>(
    `with candidates as (
       select subject_id, at, lang, grams, words from search_entries
       where community_id = 1 and grams @@ $1::tsquery ${values.lang === 'filter' ? 'and lang = $5' : ''}
       order by at desc limit 2000)
     select subject_id from candidates
     order by
       ${values.lang === 'tier' ? '(lang = $5)' : '($5::text is null)'} desc,
       case when $2::text is null or grams @@ $2::tsquery then 2 else 0 end
         + case when words @@ $3::tsquery then 2 when words @@ $4::tsquery then 1 else 0 end desc,
       ts_rank(grams, $1::tsquery, 1) ${values.lang === 'boost' ? '* case when lang = $5 then 3 else 1 end' : ''} desc, at desc, subject_id`,
    [grams, query.close, query.exact, query.begins, query.lang],
  )
  return rows.map(({ subject_id }) => subject_id)
}

function averagePrecision(found: number[], relevant: Set<number>): number {
  let [hits, sum] = [0, 0]
  found.forEach((id, i) => {
    if (relevant.has(id)) sum += ++hits / (i + 1)
  })
  return sum / relevant.size
}

function short(lang: string): Language {
  return lang.slice(0, 2) as Language
}

function read<T>(file: string): T[] {
  return readFileSync(join(folder!, file), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T)
}
