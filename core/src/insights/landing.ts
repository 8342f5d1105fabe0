import { sql } from 'drizzle-orm'
import type { Here } from '../platform/here.ts'
import { periodAt, periodAfter, periodOver, type Period } from './periods.ts'
import { byMember, topicsWithFirstReply, within } from './posts.ts'

/** What the landing page says of how the community lives. */
export type LandingFigures = {
  /** The newest full month, or the 30 days up to the newest post where it has been quiet since. */
  kind: 'month' | 'days'
  from: Date
  until: Date
  /** Topics opened in that time by members ... */
  asked: number
  /** ... answered by another member within 24 hours, later, not yet. */
  answeredInADay: number
  answeredLater: number
  waiting: number
  /** Posts in that time, the members who wrote them, and those among them who had never before. */
  posts: number
  contributors: number
  newcomers: number
  /** Members who ever wrote. */
  writers: number
}

const day = 24 * 3600 * 1000

/** Null while nobody has written. Three statements by index, a few milliseconds. */
export async function landingFigures(here: Here): Promise<LandingFigures | null> {
  const newest = await newestPost(here)
  if (!newest) return null
  const { kind, period } = windowOf(here, newest)
  const [[asked], [wrote]] = await Promise.all([
    here.db.run<Pick<LandingFigures, 'asked' | 'answeredInADay' | 'answeredLater' | 'waiting'>>(sql`
      with topics as (${topicsWithFirstReply(here, [period])})
      select count(*)::int as asked, count(*) filter (where replied_at is null)::int as waiting,
        count(*) filter (where replied_at - at <= interval '1 day')::int as "answeredInADay",
        count(*) filter (where replied_at - at > interval '1 day')::int as "answeredLater"
      from topics`),
    here.db.run<Pick<LandingFigures, 'posts' | 'contributors' | 'newcomers' | 'writers'>>(sql`
      with wrote as (
        select member_id, count(*) as posts from contributions
        where community_id = ${here.community.id} and ${within(sql`at`, [period])}
          and ${byMember(here)} group by 1)
      select coalesce(sum(posts), 0)::int as posts, count(*)::int as contributors,
        count(*) filter (where not exists (
          select from contributions c where c.community_id = ${here.community.id}
            and c.member_id = wrote.member_id and c.at < ${period.from.toISOString()})
        )::int as newcomers,
        (select count(*)::int from memberships m
          where m.community_id = ${here.community.id} and not m.is_system and exists (
            select from contributions c
            where c.community_id = ${here.community.id} and c.member_id = m.id)) as writers
      from wrote`),
  ])
  return { kind, from: period.from, until: period.until, ...asked!, ...wrote! }
}

async function newestPost(here: Here): Promise<Date | null> {
  const [newest] = await here.db.run<{ at: Date }>(sql`
    select at from contributions where community_id = ${here.community.id} and ${byMember(here)}
      and at <= ${here.now.toISOString()}
    order by at desc limit 1`)
  return newest?.at ?? null
}

function windowOf(here: Here, newest: Date): { kind: LandingFigures['kind']; period: Period } {
  const { timeZone } = here.community
  const month = periodAfter(periodAt(here.now, 'month', timeZone), -1)
  const full = periodOver({ from: month, to: month, timeZone })
  if (newest >= full.from) return { kind: 'month', period: full }
  const until = new Date(newest.getTime() + 1)
  const from = new Date(until.getTime() - 30 * day)
  return { kind: 'days', period: { name: 'days', from, until } }
}
