import { index, integer, jsonb, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { communityTable, instant } from '../platform/database/tables.ts'

/** Where things were imported from, and how far the last run came. */
export const importSources = communityTable(
  'import_sources',
  {
    /** `discourse`, `jsonl`, … */
    kind: text('kind').notNull(),
    /** Names the source among its kind; ids of imported things derive from kind and key. */
    key: text('key').notNull(),
    startedAt: instant('started_at'),
    finishedAt: instant('finished_at'),
    /** What came in and what was skipped and why, of the last run. */
    counts: jsonb('counts').notNull(),
  },
  (t) => [uniqueIndex('import_sources_key').on(t.communityId, t.kind, t.key)],
)

/** What could not be imported, and why; the same as in the rejects file. */
export const importRejects = communityTable(
  'import_rejects',
  {
    sourceId: uuid('source_id').notNull(),
    path: text('path').notNull(),
    reason: text('reason').notNull(),
    detail: text('detail').notNull().default(''),
    line: integer('line'),
  },
  (t) => [index('import_rejects_by_source').on(t.communityId, t.sourceId, t.id)],
)
