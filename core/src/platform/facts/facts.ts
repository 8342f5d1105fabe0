import { sql } from 'drizzle-orm'
import { index, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { communityLink, instant } from '../database/tables.ts'
import { newId } from '../ids.ts'
import { post } from './outbox.ts'
import type { Here } from '../here.ts'

/**
 * What happened, told once: domain event, line of a member's timeline and row that figures count.
 * No names or texts in it, so that it may outlive what it speaks of.
 */
export const facts = communityLink(
  'facts',
  {
    id: uuid('id').notNull(),
    at: instant('at').notNull(),
    kind: text('kind').notNull(),
    memberId: uuid('member_id'),
    subjectKind: text('subject_kind').notNull(),
    subjectId: uuid('subject_id').notNull(),
    data: jsonb('data').notNull(),
    origin: text('origin').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    index('facts_by_member').on(t.communityId, t.memberId, t.at),
  ],
)

/** A kind of fact a domain announces; its data is checked when told. */
export type FactKind = { kind: string; data: z.ZodType }

export function factKind(kind: string, data: z.ZodType = z.object({})): FactKind {
  return { kind, data }
}

export type Fact = {
  id: string
  at: Date
  kind: string
  memberId: string | null
  subjectKind: string
  subjectId: string
  data: Record<string, unknown>
}

/** Tells facts in the transaction of the change itself and leaves them for the listeners. */
export async function announce(
  here: Here,
  ...told: (Omit<Fact, 'id' | 'at'> & { id?: string; at?: Date })[]
): Promise<void> {
  if (!here.db.client) throw new Error('a fact is announced in the transaction of its change')
  if (told.length === 0) return
  const origin = here.actor.kind === 'import' ? 'import' : 'live'
  const complete = told.map((fact) => checked(here, fact))
  const column = (pick: (fact: Fact) => unknown) => sql.param(complete.map(pick))
  await here.db.run(sql`
    insert into facts (community_id, id, at, kind, member_id, subject_kind, subject_id, data, origin)
    select ${here.community.id}, f.id, f.at, f.kind, f.member_id, f.subject_kind, f.subject_id,
      f.data, ${origin}
    from unnest(
      ${column((f) => f.id)}::uuid[], ${column((f) => f.at.toISOString())}::timestamptz[],
      ${column((f) => f.kind)}::text[], ${column((f) => f.memberId)}::uuid[],
      ${column((f) => f.subjectKind)}::text[], ${column((f) => f.subjectId)}::uuid[],
      ${column((f) => JSON.stringify(f.data))}::jsonb[]
    ) as f (id, at, kind, member_id, subject_kind, subject_id, data)
    on conflict do nothing`)
  await post(here, complete, origin)
}

function checked(here: Here, fact: Omit<Fact, 'id' | 'at'> & { id?: string; at?: Date }): Fact {
  const kind = here.db.house.facts.get(fact.kind)
  if (!kind) throw new Error(`no domain announces "${fact.kind}"`)
  kind.data.parse(fact.data)
  const at = fact.at ?? here.now
  return { ...fact, at, id: fact.id ?? newId(at) }
}
