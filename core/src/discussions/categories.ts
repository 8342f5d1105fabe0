import { sql } from 'drizzle-orm'
import { audience, readable } from '../platform/audiences.ts'
import { keepNumbers } from '../communities/index.ts'
import { transaction } from '../platform/database/database.ts'
import { touch } from '../platform/facts/outbox.ts'
import { derivedId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import { insist } from '../platform/verdict.ts'
import { mayArrange } from './policy.ts'
import { slugOf } from './slugs.ts'
import type { Here } from '../platform/here.ts'
import type { Words } from '../platform/words.ts'
import type { CategoryLine } from './page-shapes.ts'

/** Names a category. Its address follows the name; old addresses go by number and still answer. */
export function nameCategory(here: Here, number: number, name: Words): Promise<void> {
  return transaction(here, async (here) => {
    insist(mayArrange(here.actor))
    const category = await categoryByNumber(here, number)
    if (!category) throw new Refusal('not_found', 'category_unknown', { number })
    const text = name.text[name.original]?.trim()
    if (!text || text.length > 80) throw new Refusal('invalid', 'category_name_bad')

    const slug = await freeSlug(here, slugOf(text), category.id)
    await here.db.run(sql`
      update categories set name = ${JSON.stringify(name)}::jsonb, slug = ${slug}
      where community_id = ${here.community.id} and id = ${category.id}`)
    await touch(here)
  })
}

/**
 * The category a source calls `key`, made when it is not there: by its name, or, nameless, by its
 * number in the source when that is free.
 */
export async function importedCategory(
  here: Here,
  from: string,
  key: string,
  given: { number?: number; name?: string },
): Promise<string> {
  insist(mayArrange(here.actor))
  const id = derivedId(new Date(0), from, 'category', key)
  const [there] = await here.db.run(sql`
    select 1 from categories where community_id = ${here.community.id} and id = ${id}`)
  if (there) return id

  const number = await freeNumber(here, given.number)
  const slug = await freeSlug(here, given.name ? slugOf(given.name) : `category-${number}`, id)
  const name: Words | null = given.name
    ? { original: here.community.language, text: { [here.community.language]: given.name } }
    : null
  await here.db.run(sql`
    insert into categories (community_id, id, created_at, number, slug, name, audience_id, position)
    values (${here.community.id}, ${id}, ${here.now.toISOString()}, ${number}, ${slug},
      ${name && JSON.stringify(name)}::jsonb, ${audience.everyone}, ${number})`)
  await keepNumbers(here, 'category', number)
  return id
}

/** All categories the actor may read, at most 500, in their order. */
export async function categoriesHere(here: Here): Promise<CategoryLine[]> {
  return here.db.run<CategoryLine>(
    sql`select id, number, slug, name, topics_count as "topicsCount" from categories
        where community_id = ${here.community.id} and ${readable(here, sql`audience_id`)}
        order by topics_count = 0, position, number limit 500`,
  )
}

export async function categoryByNumber(here: Here, number: number): Promise<CategoryLine | null> {
  const [found] = await here.db.run<CategoryLine>(
    sql`select id, number, slug, name, topics_count as "topicsCount" from categories
        where community_id = ${here.community.id} and number = ${number}
          and ${readable(here, sql`audience_id`)}`,
  )
  return found ?? null
}

async function freeNumber(here: Here, wanted: number | undefined): Promise<number> {
  const [row] = await here.db.run<{ number: number }>(sql`
    select case when ${wanted ?? null}::int is null or exists (
        select 1 from categories where community_id = ${here.community.id}
          and number = ${wanted ?? null}::int)
      then coalesce(max(number), 0) + 1 else ${wanted ?? null}::int end as number
    from categories where community_id = ${here.community.id}`)
  return row!.number
}

async function freeSlug(here: Here, wanted: string, id: string): Promise<string> {
  for (let n = 1; ; n++) {
    const slug = n === 1 ? wanted : `${wanted}-${n}`
    const [taken] = await here.db.run(sql`
      select 1 from categories
      where community_id = ${here.community.id} and slug = ${slug} and id <> ${id}`)
    if (!taken) return slug
  }
}
