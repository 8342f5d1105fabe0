import { customType, index, integer, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { communityLink, instant } from '../database/tables.ts'

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/**
 * What can be found: a row per subject of any kind, written in the transaction of its change. Small
 * columns first, vectors stored out of line, so that thousands of candidates are read quickly.
 */
export const searchEntries = communityLink(
  'search_entries',
  {
    subjectKind: text('subject_kind').notNull(),
    subjectId: uuid('subject_id').notNull(),
    /** The topic a reply belongs to; its own id otherwise. */
    topicId: uuid('topic_id').notNull(),
    categoryId: uuid('category_id'),
    authorId: uuid('author_id'),
    audienceId: integer('audience_id').notNull(),
    at: instant('at').notNull(),
    lang: text('lang'),
    /** Mild preference among equals: likes and being the accepted answer. */
    weight: smallint('weight').notNull().default(0),
    version: smallint('version').notNull(),
    grams: tsvector('grams').notNull(),
    /** Whole words, for rank among candidates only: no index. */
    words: tsvector('words').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.subjectId] }),
    index('search_entries_grams').using('gin', t.grams),
    index('search_entries_by_topic').on(t.communityId, t.topicId),
  ],
)
