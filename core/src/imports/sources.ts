import { sql } from 'drizzle-orm'
import { list, transaction } from '../platform/database/database.ts'
import { derivedId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import { insist, no, yes, type Verdict } from '../platform/verdict.ts'
import type { Actor, Here } from '../platform/here.ts'

/** A source as the database remembers it. `firstSeenAt` dates what has no date of its own. */
export type ImportSource = { id: string; kind: string; key: string; firstSeenAt: Date }

export type Reject = { path: string; line?: number; reason: string; detail?: string }

/** What a run did; the sums agree with what the source holds. */
export type ImportCounts = {
  topics: number
  replies: number
  notes: number
  members: number
  /** Of topics and replies: marked hidden, and deleted at the source. */
  hidden: number
  deleted: number
  /** There already from an earlier run. */
  there: number
  /** By reason: files, lines and posts that are no part of a community. */
  skipped: Record<string, number>
  /** By reason: broken ones, each listed in the rejects. */
  rejected: Record<string, number>
}

export function noCounts(): ImportCounts {
  return {
    ...{ topics: 0, replies: 0, notes: 0, members: 0, hidden: 0, deleted: 0, there: 0 },
    skipped: {},
    rejected: {},
  }
}

/** As many rejects as the database keeps of a run; the rejects file has them all. */
const rejectsKept = 10_000

/** Opens a run: the source is remembered from its first run on, old rejects are forgotten. */
export function beginImport(here: Here, kind: string, key: string): Promise<ImportSource> {
  return transaction(here, async (here) => {
    insist(mayRunImport(here.actor))
    const id = derivedId(new Date(0), here.community.id, 'import', kind, key)
    const [source] = await here.db.run<ImportSource>(sql`
      insert into import_sources (community_id, id, created_at, kind, key, started_at, counts)
      values (${here.community.id}, ${id}, ${here.now.toISOString()}, ${kind}, ${key},
        ${here.now.toISOString()}, '{}')
      on conflict (community_id, id) do update set started_at = excluded.started_at,
        finished_at = null
      returning id, kind, key, created_at as "firstSeenAt"`)
    await here.db.run(sql`
      delete from import_rejects where community_id = ${here.community.id} and source_id = ${id}`)
    return source!
  })
}

/** Closes a run; this commit waits for the disk, and so for all before it. */
export function finishImport(
  here: Here,
  source: ImportSource,
  counts: ImportCounts,
): Promise<void> {
  return transaction(here, async (here) => {
    insist(mayRunImport(here.actor))
    await here.db.run(sql`
      update import_sources set finished_at = ${new Date().toISOString()},
        counts = ${JSON.stringify(counts)}::jsonb
      where community_id = ${here.community.id} and id = ${source.id}`)
  })
}

/** Writes rejects down, `kept` of this run having been written before; their ids are the same in every run. */
export async function keepRejects(
  here: Here,
  source: ImportSource,
  rejects: Reject[],
  kept: number,
): Promise<void> {
  const some = rejects.slice(0, Math.max(0, rejectsKept - kept))
  if (some.length === 0) return
  const at = source.firstSeenAt
  const idOf = (index: number) => derivedId(at, source.id, 'reject', kept + index)
  await transaction(here, async (here) => {
    insist(mayRunImport(here.actor))
    const column = (pick: (reject: Reject, index: number) => unknown) => list(some.map(pick))
    await here.db.run(sql`
      insert into import_rejects (community_id, id, created_at, source_id, path, reason, detail, line)
      select ${here.community.id}, r.id, ${at.toISOString()}, ${source.id}, r.path, r.reason,
        r.detail, r.line
      from unnest(${column((_, i) => idOf(i))}::uuid[], ${column((r) => clean(r.path))}::text[],
        ${column((r) => r.reason)}::text[], ${column((r) => clean(r.detail ?? ''))}::text[],
        ${column((r) => r.line ?? null)}::int[]) as r (id, path, reason, detail, line)`)
  })
}

/**
 * Runs `work` alone: two imports into one community at once would number things differently than
 * one after the other. Throws `conflict import_running`.
 */
export async function alone<T>(here: Here, work: () => Promise<T>): Promise<T> {
  const client = await here.db.pool.connect()
  client.on('error', () => {}) // a database that ends meanwhile is met by the work's own statements
  try {
    if (!(await lock(client, here)))
      throw new Refusal('conflict', 'import_running', { slug: here.community.slug })
    const result = await work()
    await client.query('select pg_advisory_unlock($1, $2)', lockOf(here))
    return result
  } finally {
    client.release(true) // closing the connection gives the lock back in any case
  }
}

/** The connection of an import that was just killed ends with its last statement: waits 3 s for it. */
async function lock(client: Connection, here: Here): Promise<boolean> {
  for (let attempt = 1; attempt <= 30; attempt++) {
    const { rows } = await client.query('select pg_try_advisory_lock($1, $2) as got', lockOf(here))
    if (rows[0].got) return true
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return false
}

type Connection = NonNullable<Here['db']['client']>

function lockOf(here: Here): number[] {
  return [4_811_300, here.community.id]
}

export function mayRunImport(actor: Actor): Verdict {
  return actor.kind === 'import' ? yes : no('imports_only')
}

function clean(text: string): string {
  return text.replaceAll('\u0000', '').slice(0, 500)
}
