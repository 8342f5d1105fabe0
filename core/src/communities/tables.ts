import { sql } from 'drizzle-orm'
import { integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { communityLink, instant } from '../platform/database/tables.ts'
import type { Words } from '../platform/words.ts'

/** The communities of an installation. A reference table: small, joined by everybody. */
export const communities = pgTable(
  'communities',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    slug: text('slug').notNull().unique(),
    hostname: text('hostname').unique(),
    name: jsonb('name').$type<Words>().notNull(),
    /** One sentence of what it is for, the headline of its landing page. */
    purpose: jsonb('purpose').$type<Words>(),
    /** What a member gets: the paragraph below. */
    benefit: jsonb('benefit').$type<Words>(),
    language: text('language').notNull(),
    timeZone: text('time_zone').notNull(),
    /** CSS colour; only its hue counts (look.md). */
    accent: text('accent'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [uniqueIndex('communities_hostname_folded').on(sql`lower(${t.hostname})`)],
)

/** Audiences beyond everyone (1), members (2) and staff (3): a category's, a room's. */
export const audiences = communityLink(
  'audiences',
  {
    number: integer('number').notNull(),
    kind: text('kind').notNull(),
    name: jsonb('name').$type<Words>(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.number] })],
)

/** The next free number of each kind (topics, categories) of a community. */
export const counters = communityLink(
  'counters',
  { kind: text('kind').notNull(), next: integer('next').notNull() },
  (t) => [primaryKey({ columns: [t.communityId, t.kind] })],
)
