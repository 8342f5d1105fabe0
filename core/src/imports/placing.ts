import { importedCategory } from '../discussions/index.ts'
import { admitImported } from '../members/index.ts'
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
  members = 0

  forget(): void {
    for (const map of [this.people, this.categories, this.topics]) map.clear()
  }

  trim(most = 40_000): void {
    for (const map of [this.people, this.categories, this.topics])
      if (map.size > most) for (const key of [...map.keys()].slice(0, most / 2)) map.delete(key)
  }
}

export type KnownTopic = { id: string; categoryId: string; acceptedNumber: number | null }

/** Makes sure the people of a batch are members; returns nothing, `known.people` has them. */
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
    if (!before) strangers.set(author.key, { ...author, seenAt: draft.createdAt })
    else if (draft.createdAt < before.seenAt) before.seenAt = draft.createdAt
  }
  if (strangers.size === 0) return
  const admitted = await admitImported(here, from, [...strangers.values()])
  for (const [key, id] of admitted) known.people.set(key, id)
  known.members += strangers.size
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
