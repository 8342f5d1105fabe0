import { sql } from 'drizzle-orm'
import { askForRendering } from '../discussions/index.ts'
import { transaction } from '../platform/database/database.ts'
import { relay } from '../platform/facts/relay.ts'
import { insist } from '../platform/verdict.ts'
import { readyBatch, writeBatch } from './batches.ts'
import { finishCounting, finishWriting } from './bulk.ts'
import { dateNewcomers, Known } from './placing.ts'
import {
  alone,
  beginImport,
  finishImport,
  keepRejects,
  mayRunImport,
  noCounts,
  type ImportCounts,
  type Reject,
} from './sources.ts'
import { keyOf, placeOf, type Draft } from './drafts.ts'
import { KeySet } from './key-set.ts'
import type { Here } from '../platform/here.ts'

/** What a reader of a source gives, in the order of the source. */
export type Reading =
  { draft: Draft } | { reject: Reject } | { skip: { path: string; reason: string } }

/** Of posts that are asked for once more. */
export type Keys = { has(key: string): boolean }

export type ImportRun = {
  kind: string
  /** Names the source among its kind; the same key makes the same rows. */
  key: string
  /** Opens the source; again for a second pass, which asks only for replies and notes of these keys. */
  read(firstSeenAt: Date, onlyKeys?: Keys): AsyncIterable<Reading>
  /** Told after every batch: posts written so far. */
  onProgress?: (posts: number) => void
  /** Every reject, as it is met. */
  onReject?: (reject: Reject) => void
}

/** Large enough that a round trip weighs little, small enough that memory stays flat. */
const batchSize = 400
const batchCharacters = 400_000

/**
 * Imports a source into the community of `here`, whose actor is an import. Returns when the last
 * post is readable, findable and counted. Running it again, or after it was killed, ends the same.
 * Throws `conflict import_running`.
 */
export async function runImport(here: Here, run: ImportRun): Promise<ImportCounts> {
  insist(mayRunImport(here.actor))
  return alone(here, async () => {
    const source = await beginImport(here, run.kind, run.key)
    const from = `${run.kind}:${run.key}`
    const counts = noCounts()
    const known = new Known()
    const homeless = new KeySet()
    let kept = 0
    let isFresh = true
    const reject = async (rejects: Reject[]) => {
      await keepRejects(here, source, rejects, kept)
      kept += rejects.length
      for (const one of rejects) {
        bump(counts.rejected, one.reason)
        run.onReject?.(one)
      }
    }
    const write = async (drafts: Draft[], isLast: boolean) => {
      const before = counts.there
      const written = await writeBatch(here, from, { drafts, isLast }, known, counts)
      isFresh = counts.there - before < drafts.length
      await reject(written.rejects)
      known.trim()
      run.onProgress?.(counts.topics + counts.replies + counts.there)
      return written.homeless
    }

    await inBatches(run.read(source.firstSeenAt), {
      async write(drafts) {
        for (const reply of await write(drafts, false)) homeless.add(reply.key)
      },
      // Of what an earlier run brought nothing is needed
      ready: async (drafts) => isFresh && readyBatch(here, drafts),
      reject,
      again: (draft) => ({ ...placeOf(draft), reason: 'duplicate_id', detail: keyOf(draft) }),
      skip: (reason) => bump(counts.skipped, reason),
    })
    if (homeless.size)
      await inBatches(run.read(source.firstSeenAt, homeless), {
        async write(drafts) {
          const unknown = await write(drafts, true)
          await reject(unknown.map((draft) => ({ ...placeOf(draft), reason: 'topic_unknown' })))
        },
        async reject() {},
        again: () => null, // told in the first pass
        skip() {},
      })
    await settle(here, from)
    counts.members = known.authors.size
    await finishImport(here, source, counts)
    return counts
  })
}

/** Reads a whole source without writing anything: what would come in, and what would not. */
export async function rehearseImport(run: ImportRun, now: Date): Promise<ImportCounts> {
  const counts = noCounts()
  const people = new KeySet()
  const topics = new KeySet()
  const homeless = new KeySet()
  const reject = async (rejects: Reject[]) => {
    for (const one of rejects) {
      bump(counts.rejected, one.reason)
      run.onReject?.(one)
    }
  }
  const take = (draft: Draft) => {
    if (draft.author.key !== '') people.add(draft.author.key)
    if (draft.is === 'note') return void counts.notes++
    counts[draft.is === 'topic' ? 'topics' : 'replies']++
    if (draft.hidden) counts.hidden++
    if (draft.deleted) counts.deleted++
  }
  await inBatches(run.read(now), {
    async write(drafts) {
      for (const draft of drafts) if (draft.is === 'topic') topics.add(draft.topicKey)
      for (const draft of drafts)
        if (topics.has(draft.topicKey)) take(draft)
        else homeless.add(draft.key)
    },
    reject,
    again: (draft) => ({ ...placeOf(draft), reason: 'duplicate_id', detail: keyOf(draft) }),
    skip: (reason) => bump(counts.skipped, reason),
  })
  if (homeless.size)
    await inBatches(run.read(now, homeless), {
      async write(drafts) {
        for (const draft of drafts)
          if (topics.has(draft.topicKey)) take(draft)
          else await reject([{ ...placeOf(draft), reason: 'topic_unknown' }])
      },
      async reject() {},
      again: () => null,
      skip() {},
    })
  counts.members = people.size
  return counts
}

type Sink = {
  /** Does what can be done of a batch while the one before is being written. */
  ready?(drafts: Draft[]): Promise<unknown>
  write(drafts: Draft[]): Promise<void>
  reject(rejects: Reject[]): Promise<void>
  /** What is told of a draft whose key was there before in this pass. */
  again(draft: Draft): Reject | null
  skip(reason: string): void
}

/** Gathers drafts into batches; while one is being written the next is read, and no further. */
async function inBatches(readings: AsyncIterable<Reading>, sink: Sink): Promise<void> {
  const seen = new KeySet()
  let batch: Draft[] = []
  let rejects: Reject[] = []
  let characters = 0
  let writing = Promise.resolve()
  const flush = async () => {
    const [drafts, told] = [batch, rejects]
    batch = []
    rejects = []
    characters = 0
    await sink.ready?.(drafts)
    await writing
    writing = (async () => {
      if (told.length) await sink.reject(told)
      if (drafts.length) await sink.write(drafts)
    })()
    writing.catch(() => {}) // seen by the next await
  }
  const take = (draft: Draft) => {
    if (seen.add(keyOf(draft))) {
      batch.push(draft)
      characters += draft.text.length
    } else {
      const again = sink.again(draft)
      if (again) rejects.push(again)
    }
  }
  for await (const reading of readings) {
    if ('reject' in reading) rejects.push(reading.reject)
    else if ('skip' in reading) sink.skip(reading.skip.reason)
    else take(reading.draft)
    await breathe()
    const isFull = batch.length >= batchSize || characters > batchCharacters
    if (isFull || rejects.length >= batchSize) await flush()
  }
  await flush()
  await writing
}

let breathedAt = 0

/**
 * Lets the answers of the database in between: reading and cutting texts never waits by itself, and
 * the batch being written would stand still until the next one is read.
 */
export async function breathe(): Promise<void> {
  const now = performance.now()
  if (now - breathedAt < 3) return
  await new Promise((resolve) => setImmediate(resolve))
  breathedAt = performance.now()
}

/** Waits until every projection has heard this community's facts, helping with it. */
async function settle(here: Here, from: string): Promise<void> {
  await finishWriting(here)
  for (;;) {
    await relay(here, 100)
    const [row] = await here.db.run<{ waiting: boolean }>(sql`
      select exists (select 1 from outbox where community_id = ${here.community.id}) as waiting`)
    if (!row!.waiting) break
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await finishCounting(here)
  await transaction(here, async (here) => {
    await dateNewcomers(here, from)
    await askForRendering(here)
  })
}

function bump(counts: Record<string, number>, reason: string): void {
  counts[reason] = (counts[reason] ?? 0) + 1
}
