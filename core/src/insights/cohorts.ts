import { sql } from 'drizzle-orm'
import type { Here } from '../platform/here.ts'
import { stretch, type Asked } from './figures.ts'
import { periodsBetween } from './periods.ts'
import { firstPostOfEach, periodNumber, within } from './posts.ts'

/** Members whose first post lies in `cohort`; `retained[k]` of them posted k periods later. */
export type Cohort = { cohort: string; size: number; retained: number[] }

/**
 * A cohort for each period from `from` to `to`, watched until the end of `to`, at most until the
 * period of `here.now`. Codes as for `figures`.
 */
export async function cohorts(here: Here, asked: Asked): Promise<Cohort[]> {
  const all = periodsBetween(stretch(here, asked))
  const periods = all.filter((period, index) => index === 0 || period.from <= here.now)
  const rows = await here.db.run<{ cohort: number; later: number; members: number }>(sql`
    with joined as (
      select member_id, ${periodNumber(sql`at`, periods)} as cohort
      from (${firstPostOfEach(here)}) f where ${within(sql`at`, periods)}),
    active as (
      select distinct p.member_id, ${periodNumber(sql`p.at`, periods)} as period
      from contributions p
      where p.community_id = ${here.community.id} and ${within(sql`p.at`, periods)})
    select cohort, period - cohort as later, count(*)::int as members
    from joined join active using (member_id) group by 1, 2`)

  const members = new Map(rows.map((row) => [`${row.cohort} ${row.later}`, row.members]))
  return all.map((period, index) => {
    const retained = Array.from(
      { length: Math.max(0, periods.length - index) },
      (_, later) => members.get(`${index + 1} ${later}`) ?? 0,
    )
    return { cohort: period.name, size: retained[0] ?? 0, retained }
  })
}
