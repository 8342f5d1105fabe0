import { sql, type SQL } from 'drizzle-orm'
import { list } from '../platform/database/database.ts'
import type { Here } from '../platform/here.ts'
import type { Period } from './periods.ts'

/** What the rows of one period say before any figure is made of them. */
export type Tally = {
  /** Posts of each member who wrote, in ascending order. */
  posts: number[]
  topics: number
  newcomers: number
  /** Seconds from each topic to its first reply by another member, in any order. */
  answered: number[]
  /** Seconds from each topic without such a reply to the newest post of the community. */
  waiting: number[]
}

/**
 * Tallies of periods that follow one another without holes. Three statements, however many periods:
 * rows find their period by binary search in the boundaries (`width_bucket`).
 */
export async function tallies(here: Here, periods: Period[]): Promise<Tally[]> {
  if (periods.length === 0) return []
  const [written, newcomers, waits] = await Promise.all([
    postsByMember(here, periods),
    firstPosts(here, periods),
    firstReplies(here, periods),
  ])
  return periods.map((_, index) => {
    const { posts = [], topics = 0 } = written.get(index + 1) ?? {}
    const { answered, waiting } = waits.get(index + 1) ?? {}
    return {
      posts,
      topics,
      newcomers: newcomers.get(index + 1)?.members ?? 0,
      answered: answered ?? [],
      waiting: waiting ?? [],
    }
  })
}

/** SQL: written by a person, not by the system or a robot. */
export function byMember(here: Here, column: SQL = sql`member_id`): SQL {
  return sql`${column} not in (
    select id from memberships where community_id = ${here.community.id} and is_system)`
}

/** SQL: every member with the time of their first post ever, one index probe each. */
export function firstPostOfEach(here: Here): SQL {
  return sql`
    select m.id as member_id, first.at from memberships m cross join lateral (
      select at from contributions c
      where c.community_id = ${here.community.id} and c.member_id = m.id order by at limit 1) first
    where m.community_id = ${here.community.id} and not m.is_system`
}

/** SQL: number of the period an instant lies in, from 1. */
export function periodNumber(column: SQL, periods: Period[]): SQL {
  const starts = periods.map((period) => period.from.toISOString())
  return sql`width_bucket(${column}, ${list(starts)}::timestamptz[])`
}

/** SQL: an instant lies in one of the periods. */
export function within(column: SQL, periods: Period[]): SQL {
  const from = periods[0]!.from.toISOString()
  const until = periods.at(-1)!.until.toISOString()
  return sql`${column} >= ${from}::timestamptz and ${column} < ${until}::timestamptz`
}

async function postsByMember(here: Here, periods: Period[]) {
  return byPeriod<{ posts: number[]; topics: number }>(
    here,
    sql`
    with written as (
      select ${periodNumber(sql`at`, periods)} as period, member_id,
        count(*)::int as posts, count(*) filter (where opens) as topics
      from contributions
      where community_id = ${here.community.id} and ${within(sql`at`, periods)} and ${byMember(here)}
      group by 1, 2)
    select period, array_agg(posts order by posts) as posts, sum(topics)::int as topics
    from written group by period`,
  )
}

async function firstPosts(here: Here, periods: Period[]) {
  return byPeriod<{ members: number }>(
    here,
    sql`
    select ${periodNumber(sql`at`, periods)} as period, count(*)::int as members
    from (${firstPostOfEach(here)}) f where ${within(sql`at`, periods)} group by 1`,
  )
}

async function firstReplies(here: Here, periods: Period[]) {
  return byPeriod<{ answered: number[] | null; waiting: number[] | null }>(
    here,
    sql`
    with topics as (${topicsWithFirstReply(here, periods)}),
    newest as (
      select at from contributions
      where community_id = ${here.community.id} and ${byMember(here)} order by at desc limit 1)
    select ${periodNumber(sql`topics.at`, periods)} as period,
      array_agg(extract(epoch from replied_at - topics.at)::float8)
        filter (where replied_at is not null) as answered,
      array_agg(extract(epoch from newest.at - topics.at)::float8)
        filter (where replied_at is null) as waiting
    from topics, newest group by 1`,
  )
}

/** SQL: topics opened by members in the periods, with the time another member first replied: a probe each. */
export function topicsWithFirstReply(here: Here, periods: Period[]): SQL {
  return sql`
    select t.at, reply.at as replied_at
    from contributions t left join lateral (
      select r.at from contributions r
      where r.community_id = ${here.community.id} and r.topic_id = t.topic_id
        and r.member_id <> t.member_id and ${byMember(here, sql`r.member_id`)}
      order by r.at limit 1) reply on true
    where t.community_id = ${here.community.id} and t.opens and ${within(sql`t.at`, periods)}
      and ${byMember(here, sql`t.member_id`)}`
}

async function byPeriod<T>(here: Here, query: SQL): Promise<Map<number, T>> {
  const rows = await here.db.run<T & { period: number }>(query)
  return new Map(rows.map((row) => [row.period, row]))
}
