import { sql } from 'drizzle-orm'
import { list } from '../platform/database/database.ts'
import { lexemesOf } from '../platform/search/index.ts'
import type { Here } from '../platform/here.ts'

/** Only so many of the newest topics are compared. */
const comparedAtMost = 50_000
/** What more titles than this have in common says nothing about them. */
const tooCommon = 400
const nearAtMost = 5

type Titled = { id: string; title: string; missing: boolean }

/**
 * Finds for each topic that has none yet the topics nearest to it, by the rarest words their titles
 * share, and keeps them, so that reading a topic costs no search.
 */
export async function findNear(here: Here): Promise<void> {
  const topics = await here.db.run<Titled>(sql`
    select id, title, near is null as missing from topics
    where community_id = ${here.community.id} and deleted_at is null and unlisted_at is null
    order by id desc limit ${comparedAtMost}`)
  const missing = topics.flatMap((topic, i) => (topic.missing ? [i] : []))
  if (missing.length === 0) return
  const nearestTo = comparison(topics.map((topic) => topic.title))
  for (let from = 0; from < missing.length; from += 500) {
    const some = missing.slice(from, from + 500)
    const near = some.map((i) => `{${nearestTo(i).map((other) => topics[other]!.id)}}`)
    await here.db.run(sql`
      update topics t set near = m.near::uuid[]
      from unnest(${list(some.map((i) => topics[i]!.id))}::uuid[], ${list(near)}::text[])
        as m (id, near)
      where t.community_id = ${here.community.id} and t.id = m.id`)
  }
}

/**
 * Titles against each other: a shared lexeme weighs log(n / titles that have it), as in tf-idf;
 * one shared lexeme is not enough unless it is rare.
 */
export function comparison(titles: string[]): (of: number) => number[] {
  const lexemes = titles.map(lexemesOf)
  const holders = new Map<string, number[]>()
  lexemes.forEach((own, i) => {
    for (const lexeme of own) {
      const list = holders.get(lexeme)
      if (list) list.push(i)
      else holders.set(lexeme, [i])
    }
  })
  const enough = Math.log(Math.max(2, titles.length)) * 0.6
  return (of) => {
    const scores = new Map<number, number>()
    for (const lexeme of lexemes[of]!) {
      const list = holders.get(lexeme)!
      if (list.length > tooCommon) continue
      const weight = Math.log(titles.length / list.length)
      for (const other of list)
        if (other !== of) scores.set(other, (scores.get(other) ?? 0) + weight)
    }
    return [...scores]
      .filter(([, score]) => score >= enough)
      .sort(([a, x], [b, y]) => y - x || a - b)
      .slice(0, nearAtMost)
      .map(([other]) => other)
  }
}
