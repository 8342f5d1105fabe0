import { categoriesHere } from '@hiroba/core/discussions'
import { seeded, some } from './random.ts'
import { slug } from './stage.ts'
import type { Opened } from './installation.ts'

export type Addresses = {
  home: string[]
  category: string[]
  topic: string[]
  search: string[]
  /** Numbers of the topics. */
  topics: number[]
}

const longTopic = 20

/** What is asked for: the home, all categories, 500 random topics of 20 posts or more, 60 searches. */
export async function addresses(opened: Opened): Promise<Addresses> {
  const here = await opened.here(slug)
  const { pool } = opened.hiroba.db
  const topics = await pool.query<{ number: number; slug: string }>(
    `select number, slug from topics
     where community_id = $1 and last_number >= $2 and deleted_at is null and unlisted_at is null
     order by number`,
    [here.community.id, longTopic],
  )
  const chosen = some(seeded(500), topics.rows, 500)
  const categories = (await categoriesHere(here)).filter(({ topicsCount }) => topicsCount > 0)
  const base = `/c/${slug}`
  return {
    home: [base],
    category: categories.map(({ number, slug }) => `${base}/categories/${number}/${encoded(slug)}`),
    topic: chosen.map(({ number, slug }) => `${base}/t/${encoded(slug)}/${number}`),
    search: (await words(opened, here.community.id)).map(
      (word) => `${base}/search?q=${encoded(word)}`,
    ),
    topics: chosen.map(({ number }) => number),
  }
}

const kindsOfWords = [
  /(?<!\p{Script=Han})\p{Script=Han}{2}(?!\p{Script=Han})/gu,
  /(?<!\p{Script=Hangul})\p{Script=Hangul}{2}(?!\p{Script=Hangul})/gu,
  /(?<![A-Za-z])[a-z]{4,9}(?![A-Za-z])/g,
]

/** 20 words of each of three languages out of 3,000 random replies. */
async function words({ hiroba }: Opened, community: number): Promise<string[]> {
  const { rows } = await hiroba.db.pool.query<{ text: string }>(
    `select text from replies where community_id = $1 order by hashtext(id::text), id limit 3000`,
    [community],
  )
  return kindsOfWords.flatMap((kind) => {
    const found = new Set(rows.flatMap(({ text }) => text.match(kind) ?? []))
    return some(seeded(60), [...found], 20)
  })
}

function encoded(part: string): string {
  return encodeURIComponent(part)
}
