import { sql } from 'drizzle-orm'
import type { Here } from '../platform/here.ts'
import type { Asked } from './figures.ts'
import { periodOver } from './periods.ts'
import { byMember, within } from './posts.ts'

/** Posts by hour: `activity[0]` is Monday, `activity[0][9]` those from 9:00 to 9:59. */
export type Activity = number[][]

/** Posts of members from `from` to `to` by weekday and hour of the wall clock. Codes as `figures`. */
export async function activity(here: Here, asked: Omit<Asked, 'by'>): Promise<Activity> {
  const timeZone = asked.timeZone ?? here.community.timeZone
  const period = periodOver({ ...asked, timeZone })
  const rows = await here.db.run<{ weekday: number; hour: number; posts: number }>(sql`
    with written as (
      select at at time zone ${timeZone} as wall from contributions
      where community_id = ${here.community.id} and ${within(sql`at`, [period])} and ${byMember(here)})
    select extract(isodow from wall)::int as weekday, extract(hour from wall)::int as hour,
      count(*)::int as posts
    from written group by 1, 2`)

  const counts = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0))
  for (const row of rows) counts[row.weekday - 1]![row.hour] = row.posts
  return counts
}
