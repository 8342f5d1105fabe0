import { boolean, index, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { communityTable, instant } from '../platform/database/tables.ts'

/**
 * People in a community. A membership without an account is an imported member whom nobody has
 * claimed yet; `created_at` is the first time it was seen.
 */
export const memberships = communityTable(
  'memberships',
  {
    handle: text('handle').notNull(),
    /** The handle after NFKC and case folding: what must be unique. */
    handleKey: text('handle_key').notNull(),
    name: text('name').notNull().default(''),
    /** A line under the name that staff gave ("Engine developer"). */
    title: text('title'),
    accountId: uuid('account_id'),
    /** Robots and the system itself: shown, never counted. */
    isSystem: boolean('is_system').notNull().default(false),
    importedFrom: text('imported_from'),
    sourceId: text('source_id'),
    leftAt: instant('left_at'),
  },
  (t) => [
    uniqueIndex('memberships_handle').on(t.communityId, t.handleKey),
    uniqueIndex('memberships_source').on(t.communityId, t.importedFrom, t.sourceId),
    index('memberships_system').on(t.communityId, t.isSystem),
  ],
)
