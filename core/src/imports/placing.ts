import { sql } from 'drizzle-orm'
import { importedCategory } from '../discussions/index.ts'
import { admitImported } from '../members/index.ts'
import { insist } from '../platform/verdict.ts'
import { KeySet } from './key-set.ts'
import { mayRunImport } from './sources.ts'
import type { Here } from '../platform/here.ts'
import type { Draft, DraftPerson, DraftTopic } from './drafts.ts'

/**
 * Who and what of a source is already known in this run, so that the database is asked once for each
 * person and category. Bounded: the oldest half is forgotten when it grows too large.
 */
export class Known {
  readonly people = new Map<string, string>()
  readonly categories = new Map<string, string>()
  readonly topics = new Map<string, KnownTopic>()
  /** Topics this pass has come by, by key: a reply before its topic waits for the second pass. */
  readonly passed = new KeySet()
  /** People of whom something is in the community. */
  readonly authors = new KeySet()

  forget(): void {
    for (const map of [this.people, this.categories, this.topics]) map.clear()
  }

  trim(most = 40_000): void {
    for (const map of [this.people, this.categories, this.topics])
      if (map.size > most) for (const key of [...map.keys()].slice(0, most / 2)) map.delete(key)
  }
}

export type KnownTopic = {
  id: string
  categoryId: string
  acceptedNumber: number | null
  unlisted: boolean
  deleted: boolean
}

/** Makes sure the people of some drafts are members; returns nothing, `known.people` has them. */
export async function placePeople(
  here: Here,
  from: string,
  drafts: Draft[],
  known: Known,
): Promise<void> {
  const strangers = new Map<string, DraftPerson & { seenAt: Date }>()
  for (const draft of drafts) {
    const { author } = draft
    if (known.people.has(author.key)) continue
    const before = strangers.get(author.key)
    if (!before)
      strangers.set(author.key, {
        ...author,
        handle: shortHandle(author.handle),
        seenAt: draft.createdAt,
      })
    else if (draft.createdAt < before.seenAt) before.seenAt = draft.createdAt
  }
  if (strangers.size === 0) return
  const admitted = await admitImported(here, from, [...strangers.values()])
  for (const [key, id] of admitted) known.people.set(key, id)
}

/** A source in another order than time shows people late at first: they came with their first post. */
export async function dateNewcomers(here: Here, from: string): Promise<void> {
  insist(mayRunImport(here.actor))
  await here.db.run(sql`
    update memberships m set created_at = w.first_at from writers w
    where m.community_id = ${here.community.id} and m.imported_from = ${from}
      and w.community_id = ${here.community.id} and w.member_id = m.id
      and w.first_at < m.created_at`)
}

/** Some characters become eighteen when handles are compared; an index takes 2,700 bytes. */
function shortHandle(handle: string): string {
  const short = handle.trim().slice(0, 80).toWellFormed()
  const folded = short.normalize('NFKC')
  return folded.length > 200 ? folded.slice(0, 80) : short
}

/** Makes sure the categories of a batch's topics are there; `known.categories` has them. */
export async function placeCategories(
  here: Here,
  from: string,
  topics: DraftTopic[],
  known: Known,
): Promise<void> {
  for (const { category, createdAt } of topics) {
    if (known.categories.has(category.key)) continue
    const id = await importedCategory({ ...here, now: createdAt }, from, category.key, category)
    known.categories.set(category.key, id)
  }
}
