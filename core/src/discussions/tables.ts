import { sql } from 'drizzle-orm'
import {
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { communityLink, communityTable, instant } from '../platform/database/tables.ts'
import { memberships } from '../members/index.ts'
import type { Words } from '../platform/words.ts'

export const categories = communityTable(
  'categories',
  {
    number: integer('number').notNull(),
    slug: text('slug').notNull(),
    /** Null until somebody names it: shown as "Category 10". */
    name: jsonb('name').$type<Words>(),
    audienceId: integer('audience_id').notNull(),
    position: integer('position').notNull().default(0),
    topicsCount: integer('topics_count').notNull().default(0),
  },
  (t) => [
    uniqueIndex('categories_number').on(t.communityId, t.number),
    uniqueIndex('categories_slug').on(t.communityId, t.slug),
  ],
)

/** A topic with its opening text, which is post number 1. */
export const topics = communityTable(
  'topics',
  {
    number: integer('number').notNull(),
    slug: text('slug').notNull(),
    title: text('title').notNull(),
    lang: text('lang'),
    categoryId: uuid('category_id').notNull(),
    authorId: uuid('author_id').notNull(),
    audienceId: integer('audience_id').notNull(),
    /** Markdown, the truth. */
    text: text('text').notNull(),
    /** Rendered by the renderer of `html_version`; null until a job has rendered it. */
    html: text('html'),
    htmlVersion: smallint('html_version'),
    editedAt: instant('edited_at'),
    pinnedAt: instant('pinned_at'),
    closedAt: instant('closed_at'),
    archivedAt: instant('archived_at'),
    /** Taken out of lists; who has the address still reads it. */
    unlistedAt: instant('unlisted_at'),
    /** The opening post is shown folded; still counted. */
    hiddenAt: instant('hidden_at'),
    deletedAt: instant('deleted_at'),
    /** Post number of the accepted answer. */
    acceptedNumber: integer('accepted_number'),
    acceptedAt: instant('accepted_at'),
    views: integer('views').notNull().default(0),
    sourceId: text('source_id'),
    /** Projections, kept by `discussions.counts`. */
    repliesCount: integer('replies_count').notNull().default(0),
    likesCount: integer('likes_count').notNull().default(0),
    /** Highest post number given out; a page is a range of post numbers. */
    lastNumber: integer('last_number').notNull().default(1),
    lastAt: instant('last_at').notNull(),
    lastAuthorId: uuid('last_author_id').notNull(),
    /** The first reply by somebody else; null = unanswered. */
    answeredAt: instant('answered_at'),
    /** Up to four who wrote, most posts first. */
    people: uuid('people')
      .array()
      .notNull()
      .default(sql`'{}'`),
    peopleCount: integer('people_count').notNull().default(1),
    /** Topics near this one, found when it was rendered; null = not looked for yet. */
    near: uuid('near').array(),
    /** likes + 2 x replies + 5 if solved: what "top" sorts by. */
    score: integer('score').notNull().default(0),
  },
  (t) => [
    foreignKey({
      columns: [t.communityId, t.categoryId],
      foreignColumns: [categories.communityId, categories.id],
    }),
    foreignKey({
      columns: [t.communityId, t.authorId],
      foreignColumns: [memberships.communityId, memberships.id],
    }),
    uniqueIndex('topics_number').on(t.communityId, t.number),
    index('topics_source').on(t.communityId, t.sourceId),
    index('topics_latest').on(t.communityId, t.lastAt, t.id),
    index('topics_latest_in_category').on(t.communityId, t.categoryId, t.lastAt, t.id),
    index('topics_top').on(t.communityId, t.score, t.id),
    index('topics_created').on(t.communityId, t.createdAt, t.id),
    index('topics_unanswered')
      .on(t.communityId, t.createdAt, t.id)
      .where(sql`answered_at is null and deleted_at is null`),
    index('topics_pinned')
      .on(t.communityId, t.pinnedAt)
      .where(sql`pinned_at is not null`),
    index('topics_by_author').on(t.communityId, t.authorId, t.createdAt, t.id),
  ],
)

export const replies = communityTable(
  'replies',
  {
    topicId: uuid('topic_id').notNull(),
    /** Post number in the topic, from 2; the opening text is 1. */
    number: integer('number').notNull(),
    authorId: uuid('author_id').notNull(),
    audienceId: integer('audience_id').notNull(),
    lang: text('lang'),
    text: text('text').notNull(),
    html: text('html'),
    htmlVersion: smallint('html_version'),
    /** Post number this answers. */
    answers: integer('answers'),
    editedAt: instant('edited_at'),
    hiddenAt: instant('hidden_at'),
    deletedAt: instant('deleted_at'),
    sourceId: text('source_id'),
  },
  (t) => [
    foreignKey({
      columns: [t.communityId, t.topicId],
      foreignColumns: [topics.communityId, topics.id],
    }),
    foreignKey({
      columns: [t.communityId, t.authorId],
      foreignColumns: [memberships.communityId, memberships.id],
    }),
    uniqueIndex('replies_number').on(t.communityId, t.topicId, t.number),
    index('replies_by_author').on(t.communityId, t.authorId, t.createdAt, t.id),
  ],
)

/** What staff or the system did to a topic, in its run of post numbers; not a post, never counted. */
export const notes = communityTable(
  'notes',
  {
    topicId: uuid('topic_id').notNull(),
    number: integer('number').notNull(),
    memberId: uuid('member_id').notNull(),
    audienceId: integer('audience_id').notNull(),
    /** `closed`, `opened`, `archived`, `unarchived`, `pinned`, `unpinned`, `listed`, `unlisted`, `split`, `message`, … */
    kind: text('kind').notNull(),
    text: text('text').notNull().default(''),
    html: text('html'),
    htmlVersion: smallint('html_version'),
    sourceId: text('source_id'),
  },
  (t) => [
    foreignKey({
      columns: [t.communityId, t.topicId],
      foreignColumns: [topics.communityId, topics.id],
    }),
    uniqueIndex('notes_number').on(t.communityId, t.topicId, t.number),
  ],
)

/** How many gave which reaction to a topic or reply. */
export const reactionCounts = communityLink(
  'reaction_counts',
  {
    subjectId: uuid('subject_id').notNull(),
    kind: text('kind').notNull(),
    count: integer('count').notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.subjectId, t.kind] })],
)

export const tags = communityTable(
  'tags',
  {
    name: text('name').notNull(),
    slug: text('slug').notNull(),
    topicsCount: integer('topics_count').notNull().default(0),
  },
  (t) => [uniqueIndex('tags_slug').on(t.communityId, t.slug)],
)

export const topicTags = communityLink(
  'topic_tags',
  { tagId: uuid('tag_id').notNull(), topicId: uuid('topic_id').notNull() },
  (t) => [
    primaryKey({ columns: [t.communityId, t.tagId, t.topicId] }),
    index('topic_tags_by_topic').on(t.communityId, t.topicId),
    foreignKey({ columns: [t.communityId, t.tagId], foreignColumns: [tags.communityId, tags.id] }),
    foreignKey({
      columns: [t.communityId, t.topicId],
      foreignColumns: [topics.communityId, topics.id],
    }),
  ],
)

/** What a member wrote, counted; kept by `discussions.counts`. */
export const writers = communityLink(
  'writers',
  {
    memberId: uuid('member_id').notNull(),
    topicsCount: integer('topics_count').notNull().default(0),
    repliesCount: integer('replies_count').notNull().default(0),
    solvedCount: integer('solved_count').notNull().default(0),
    firstAt: instant('first_at'),
    lastAt: instant('last_at'),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.memberId] }),
    index('writers_most').on(t.communityId, t.repliesCount),
  ],
)
