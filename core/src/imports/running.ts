import { sql } from 'drizzle-orm'
import { askForRendering } from '../discussions/index.ts'
import { transaction } from '../platform/database/database.ts'
import { relay } from '../platform/facts/relay.ts'
import { insist } from '../platform/verdict.ts'
import { writeBatch } from './batches.ts'
import { finishBulk } from './bulk.ts'
import { Known } from './placing.ts'
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
import type { Here } from '../platform/here.ts'
import type { Draft } from './drafts.ts'

/** What a reader of a source gives, in the order of the source. */
export type Reading =
  { draft: Draft } | { reject: Reject } | { skip: { path: string; reason: string } }

export type ImportRun = {
  kind: string
  /** Names the source among its kind; the same key makes the same rows. */
  key: string
  /** Opens the source; again for a second pass, which asks only for the given keys. */
  read(firstSeenAt: Date, onlyKeys?: ReadonlySet<string>): AsyncIterable<Reading>
  /** Told after every batch: posts written so far. */
  onProgress?: (posts: number) => void
  /** Every reject, as it is met. */
  onReject?: (reject: Reject) => void
}

/** Large enough that a round trip weighs little, small enough that memory stays flat. */
const batchSize = 400
const batchCharacters = 2_000_000

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
    const homeless = new Set<string>()
    let kept = 0
    const reject = async (rejects: Reject[]) => {
      for (const one of rejects) {
        bump(counts.rejected, one.reason)
        run.onReject?.(one)
      }
      if (rejects.length) await keepRejects(here, source, rejects, kept)
      kept += rejects.length
    }
    const write = async (drafts: Draft[], onHomeless: (replies: Draft[]) => Promise<void>) => {
      const written = await writeBatch(here, from, drafts, known, counts)
      await reject(written.rejects)
      await onHomeless(written.homeless)
      known.trim()
      run.onProgress?.(counts.topics + counts.replies + counts.there)
    }

    await inBatches(run.read(source.firstSeenAt), {
      write: (drafts) =>
        write(drafts, async (replies) => replies.forEach((reply) => homeless.add(reply.key))),
      reject,
      skip: (reason) => bump(counts.skipped, reason),
    })
    if (homeless.size) {
      const unknown = (replies: Draft[]) =>
        reject(
          replies.map((draft) => ({
            path: draft.path,
            ...('line' in draft && { line: draft.line }),
            reason: 'topic_unknown',
          })),
        )
      await inBatches(run.read(source.firstSeenAt, homeless), {
        write: (drafts) => write(drafts, unknown),
        reject: async () => {},
        skip: () => {},
      })
    }
    await settle(here)
    counts.members = known.members
    await finishImport(here, source, counts)
    return counts
  })
}

/** Reads a whole source without writing anything: what would come in, and what would not. */
export async function rehearseImport(run: ImportRun, now: Date): Promise<ImportCounts> {
  const counts = noCounts()
  const people = new Set<string>()
  for await (const reading of run.read(now)) {
    if ('reject' in reading) {
      bump(counts.rejected, reading.reject.reason)
      run.onReject?.(reading.reject)
    } else if ('skip' in reading) bump(counts.skipped, reading.skip.reason)
    else {
      const { draft } = reading
      people.add(draft.author.key)
      if (draft.is === 'note') counts.notes++
      else {
        counts[draft.is === 'topic' ? 'topics' : 'replies']++
        if (draft.hidden) counts.hidden++
        if (draft.deleted) counts.deleted++
      }
    }
  }
  counts.members = people.size
  return counts
}

type Sink = {
  write(drafts: Draft[]): Promise<void>
  reject(rejects: Reject[]): Promise<void>
  skip(reason: string): void
}

/** Gathers drafts into batches; while one is being written the next is read, and no further. */
async function inBatches(readings: AsyncIterable<Reading>, sink: Sink): Promise<void> {
  let batch: Draft[] = []
  let characters = 0
  let writing = Promise.resolve()
  const flush = async () => {
    const drafts = batch
    batch = []
    characters = 0
    await writing
    writing = sink.write(drafts)
    writing.catch(() => {}) // seen by the next await
  }
  for await (const reading of readings) {
    if ('reject' in reading) {
      await writing
      await sink.reject([reading.reject])
    } else if ('skip' in reading) sink.skip(reading.skip.reason)
    else {
      batch.push(reading.draft)
      characters += reading.draft.text.length
      if (batch.length >= batchSize || characters > batchCharacters) await flush()
    }
  }
  if (batch.length) await flush()
  await writing
}

/** Waits until every projection has heard this community's facts, helping with it. */
async function settle(here: Here): Promise<void> {
  await finishBulk(here)
  for (;;) {
    await relay(here, 100)
    const [row] = await here.db.run<{ waiting: boolean }>(sql`
      select exists (select 1 from outbox where community_id = ${here.community.id}) as waiting`)
    if (!row!.waiting) break
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await transaction(here, (here) => askForRendering(here))
}

function bump(counts: Record<string, number>, reason: string): void {
  counts[reason] = (counts[reason] ?? 0) + 1
}
