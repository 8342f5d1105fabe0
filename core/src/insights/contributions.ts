import { sql } from 'drizzle-orm'
import { projection } from '../platform/facts/listeners.ts'
import type { Here } from '../platform/here.ts'
import type { Fact } from '../platform/facts/facts.ts'

/** Keeps `contributions`: a row per post that was written and not deleted. */
export const countContributions = projection(
  'insights.contributions',
  ['discussions.opened', 'discussions.replied'],
  async (here, told) => {
    const written = told.filter((fact) => fact.memberId)
    if (written.length) await add(here, written)
  },
)

async function add(here: Here, written: Fact[]): Promise<void> {
  const column = (pick: (fact: Fact) => unknown) => sql.param(written.map(pick))
  await here.db.run(sql`
    insert into contributions (community_id, id, at, member_id, topic_id, opens)
    select ${here.community.id}, * from unnest(
      ${column((f) => f.subjectId)}::uuid[], ${column((f) => f.at.toISOString())}::timestamptz[],
      ${column((f) => f.memberId)}::uuid[], ${column((f) => f.data['topic'])}::uuid[],
      ${column((f) => f.kind === 'discussions.opened')}::boolean[])
    on conflict do nothing`)
}
