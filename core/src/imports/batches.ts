import { setImmediate } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { keepNumbers, takeNumbers } from '../communities/index.ts'
import {
  alreadyImported,
  findableWords,
  importPosts,
  type ImportedNote,
  type ImportedReply,
  type ImportedTopic,
} from '../discussions/index.ts'
import { list, transaction } from '../platform/database/database.ts'
import { derivedId } from '../platform/ids.ts'
import { prepareForBulk } from './bulk.ts'
import { placeCategories, placePeople, type Known, type KnownTopic } from './placing.ts'
import type { Here } from '../platform/here.ts'
import { placeOf, type Draft, type DraftNote, type DraftReply, type DraftTopic } from './drafts.ts'
import type { ImportCounts, Reject } from './sources.ts'

export type Written = { rejects: Reject[]; homeless: Draft[] }

type Batch = {
  drafts: Draft[]
  /** Take topics from anywhere, not only from before: the pass for those that had to wait. */
  isLast: boolean
}

/**
 * Writes one batch of drafts, no key twice in it. Replies whose topic has not been passed come back
 * as `homeless`, even if an earlier run brought it: else posts that wait would be numbered
 * differently after an interruption. One transaction; its commit does not wait for the disk (the
 * last one of the run does).
 */
export async function writeBatch(
  here: Here,
  from: string,
  { drafts, isLast }: Batch,
  known: Known,
  counts: ImportCounts,
): Promise<Written> {
  let tried = false
  const { made, batch, there, homeless, lost } = await transaction(here, async (here) => {
    if (tried) known.forget() // what an undone attempt made is gone
    tried = true
    await prepareForBulk(here)
    const topics = drafts.filter((draft) => draft.is === 'topic')
    await placeCategories(here, from, topics, known)

    const ids = new Map(drafts.map((draft) => [draft, idOf(from, draft)]))
    const there = await alreadyImported(here, [...ids.values()])
    const fresh = drafts.filter((draft) => !there.has(ids.get(draft)!))
    rememberTopics(topics, ids, known)
    const isPassed = (draft: Draft) => isLast || known.passed.has(draft.topicKey)
    await findTopics(here, from, fresh.filter(isPassed), known)
    const { opening, housed, homeless } = byHome(fresh, isPassed, known)
    await placePeople(here, from, [...opening, ...housed], known)

    const numbers = await topicNumbers(here, opening)
    const replies = housed.filter((draft) => draft.is === 'reply')
    const notes = housed.filter((draft) => draft.is === 'note')
    const replyNumbers = await nextNumbers(here, replies, known)
    const batch = {
      topics: opening.map((draft) =>
        topicRow(here, draft, ids.get(draft)!, numbers.get(draft)!, known),
      ),
      replies: replies.map((draft) =>
        replyRow(here, draft, ids.get(draft)!, replyNumbers.get(draft)!, known),
      ),
      notes: notes.map((draft) => noteRow(draft, ids.get(draft)!, known)),
    }
    const made = await importPosts(here, batch)
    const came = new Set([...made.topics, ...made.replies, ...made.notes])
    const lost = [...opening, ...housed].filter((draft) => !came.has(ids.get(draft)!))
    return { made, batch, homeless, lost, there: drafts.length - fresh.length }
  })
  counts.topics += made.topics.length
  counts.replies += made.replies.length
  counts.notes += made.notes.length
  counts.there += there
  count(counts, [...batch.topics, ...batch.replies], new Set([...made.topics, ...made.replies]))
  const without = new Set([...homeless, ...lost])
  for (const draft of drafts)
    if (draft.author.key !== '' && !without.has(draft)) known.authors.add(draft.author.key)
  return { homeless, rejects: lost.map(numberTaken) }
}

/** Makes a batch ready while the database writes the one before, and lets its answers in between. */
export async function readyBatch(here: Here, drafts: Draft[]): Promise<void> {
  let count = 0
  for (const draft of drafts) {
    if (draft.is === 'note') continue
    draft.findable ??= findableWords(here, draft)
    if (++count % 8 === 0) await setImmediate()
  }
}

function idOf(from: string, draft: Draft): string {
  const kind = draft.is === 'topic' ? 'topic' : 'post'
  return derivedId(draft.createdAt, from, kind, draft.key)
}

function rememberTopics(topics: DraftTopic[], ids: Map<Draft, string>, known: Known): void {
  for (const topic of topics) {
    known.passed.add(topic.topicKey)
    known.topics.set(topic.topicKey, {
      id: ids.get(topic)!,
      categoryId: known.categories.get(topic.category.key)!,
      acceptedNumber: topic.acceptedNumber,
      unlisted: topic.unlisted,
      deleted: topic.deleted,
    })
  }
}

/** Topics of replies that came in an earlier batch or run. */
async function findTopics(here: Here, from: string, drafts: Draft[], known: Known): Promise<void> {
  const keys = new Set<string>()
  for (const draft of drafts)
    if (draft.is !== 'topic' && !known.topics.has(draft.topicKey)) keys.add(draft.topicKey)
  if (keys.size === 0) return
  const rows = await here.db.run<KnownTopic & { key: string; at: Date }>(sql`
    select source_id as key, id, category_id as "categoryId", created_at as at,
      accepted_number as "acceptedNumber", unlisted_at is not null as unlisted,
      deleted_at is not null as deleted
    from topics
    where community_id = ${here.community.id} and source_id = any(${list([...keys])}::text[])`)
  for (const { key, at, ...topic } of rows)
    if (topic.id === derivedId(at, from, 'topic', key)) known.topics.set(key, topic)
}

function byHome(drafts: Draft[], isPassed: (draft: Draft) => boolean, known: Known) {
  const opening: DraftTopic[] = []
  const housed: (DraftReply | DraftNote)[] = []
  const homeless: Draft[] = []
  for (const draft of drafts)
    if (draft.is === 'topic') opening.push(draft)
    else if (isPassed(draft) && known.topics.has(draft.topicKey)) housed.push(draft)
    else homeless.push(draft)
  return { opening, housed, homeless }
}

/** The number a topic wants when it is free, else the next free one. */
async function topicNumbers(here: Here, topics: DraftTopic[]) {
  const numbers = new Map<Draft, number>()
  if (topics.length === 0) return numbers
  const wanted = topics.flatMap((topic) => topic.number ?? [])
  const rows = await here.db.run<{ number: number }>(sql`
    select number from topics
    where community_id = ${here.community.id} and number = any(${list(wanted)}::int[])`)
  const taken = new Set(rows.map((row) => row.number))
  for (const topic of topics)
    if (topic.number != null && !taken.has(topic.number)) {
      numbers.set(topic, topic.number)
      taken.add(topic.number)
    }
  const highest = Math.max(0, ...numbers.values())
  if (highest) await keepNumbers(here, 'topic', highest)
  const without = topics.filter((topic) => !numbers.has(topic))
  if (without.length) {
    const first = await takeNumbers(here, 'topic', without.length)
    without.forEach((topic, i) => numbers.set(topic, first + i))
  }
  return numbers
}

/** Post numbers: the source's own, or the next in the topic. */
async function nextNumbers(here: Here, replies: DraftReply[], known: Known) {
  const numbers = new Map<Draft, number>()
  const open = replies.filter((reply) => reply.number == null)
  for (const reply of replies) if (reply.number != null) numbers.set(reply, reply.number)
  if (open.length === 0) return numbers
  const topicIds = [...new Set(open.map((reply) => known.topics.get(reply.topicKey)!.id))]
  const rows = await here.db.run<{ id: string; last: number }>(sql`
    select topic_id as id, max(number) as last from replies
    where community_id = ${here.community.id} and topic_id = any(${list(topicIds)}::uuid[])
    group by topic_id`)
  const last = new Map(rows.map((row) => [row.id, row.last]))
  for (const reply of open) {
    const { id } = known.topics.get(reply.topicKey)!
    const number = (last.get(id) ?? 1) + 1
    last.set(id, number)
    numbers.set(reply, number)
  }
  return numbers
}

function postRow(here: Here, draft: DraftTopic | DraftReply, id: string, known: Known) {
  const findable = draft.findable ?? findableWords(here, draft)
  return {
    id,
    sourceId: draft.sourceId,
    authorId: known.people.get(draft.author.key)!,
    text: draft.text,
    findable,
    lang: findable.lang,
    createdAt: draft.createdAt,
    editedAt: draft.editedAt,
    hidden: draft.hidden,
    deleted: draft.deleted,
    missing: draft.missing,
    likes: draft.likes,
  }
}

function topicRow(
  here: Here,
  draft: DraftTopic,
  id: string,
  number: number,
  known: Known,
): ImportedTopic {
  const { slug, title, views, pinnedAt, closedAt, archivedAt, unlisted, tags } = draft
  const { acceptedNumber, acceptedAt } = draft
  return {
    ...postRow(here, draft, id, known),
    ...{ number, slug, title, views, pinnedAt, closedAt, archivedAt, unlisted, tags },
    ...{ acceptedNumber, acceptedAt },
    sourceId: draft.topicKey,
    categoryId: known.categories.get(draft.category.key)!,
  }
}

function replyRow(
  here: Here,
  draft: DraftReply,
  id: string,
  number: number,
  known: Known,
): ImportedReply {
  const topic = known.topics.get(draft.topicKey)!
  return {
    ...postRow(here, draft, id, known),
    number,
    topicId: topic.id,
    categoryId: topic.categoryId,
    deleted: draft.deleted || topic.deleted,
    unlisted: topic.unlisted,
    answers: draft.answers,
    solves: draft.solves || topic.acceptedNumber === number,
  }
}

function noteRow(draft: DraftNote, id: string, known: Known): ImportedNote {
  const { sourceId, number, kind, text, createdAt } = draft
  return {
    ...{ id, sourceId, number, kind, text, createdAt },
    topicId: known.topics.get(draft.topicKey)!.id,
    memberId: known.people.get(draft.author.key)!,
  }
}

function numberTaken(draft: Draft): Reject {
  return { ...placeOf(draft), reason: 'number_taken', detail: `${draft.is} ${draft.key}` }
}

function count(
  counts: ImportCounts,
  rows: { id: string; hidden: boolean; deleted: boolean }[],
  made: Set<string>,
): void {
  for (const row of rows) {
    if (!made.has(row.id)) continue
    if (row.hidden) counts.hidden++
    if (row.deleted) counts.deleted++
  }
}
