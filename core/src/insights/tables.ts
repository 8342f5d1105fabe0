import { boolean, index, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { communityLink, instant } from '../platform/database/tables.ts'

/**
 * A row per post, narrow, so that a figure over years reads little: the projection of the facts
 * `discussions.opened` and `discussions.replied`, less what was deleted.
 */
export const contributions = communityLink(
  'contributions',
  {
    /** The topic's or reply's id. */
    id: uuid('id').notNull(),
    at: instant('at').notNull(),
    memberId: uuid('member_id').notNull(),
    topicId: uuid('topic_id').notNull(),
    opens: boolean('opens').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    index('contributions_by_time').on(t.communityId, t.at, t.memberId, t.topicId, t.opens),
    index('contributions_by_member').on(t.communityId, t.memberId, t.at),
    index('contributions_by_topic').on(t.communityId, t.topicId, t.at, t.memberId),
  ],
)
