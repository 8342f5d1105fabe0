import { sql } from 'drizzle-orm'
import type { Here } from '../platform/here.ts'

/**
 * Settings of one bulk transaction: its commit does not wait for the disk, and new search entries
 * gather in a longer list before they are merged into the index (measured: half the time). Foreign
 * keys are checked by plans made while the tables were empty: those must not be scans.
 */
export async function prepareForBulk(here: Here): Promise<void> {
  await here.db.run(sql`
    select set_config('synchronous_commit', 'off', true),
      set_config('gin_pending_list_limit', '32MB', true), set_config('work_mem', '64MB', true),
      set_config('enable_seqscan', 'off', true)`)
}

/** After the last batch: merges what is left of that list and tells the planner what came. */
export async function finishWriting(here: Here): Promise<void> {
  await here.db.run(sql`select gin_clean_pending_list('search_entries_grams')`)
  await here.db.run(sql`
    analyze topics (community_id, id, number, category_id, author_id, created_at, source_id),
      replies (community_id, topic_id, number, author_id, created_at), facts (community_id, id),
      search_entries (community_id, subject_id, topic_id, author_id, at)`)
}

/** The same for what the counts made of it. */
export async function finishCounting(here: Here): Promise<void> {
  await here.db.run(sql`
    analyze topics (replies_count, last_at, score, answered_at, deleted_at, unlisted_at, pinned_at),
      contributions, memberships (community_id, id, imported_from), writers`)
}
