import { sql } from 'drizzle-orm'
import type { Here } from '../platform/here.ts'
import { absenceFactor, gini } from './concentration.ts'
import { hour, week } from './figures.ts'
import {
  periodAfter,
  periodAt,
  periodOver,
  periodsBetween,
  type Period,
  type Unit,
} from './periods.ts'
import { byMember, tallies, type Tally } from './posts.ts'
import { differenceOf, shareOf, type Difference, type Share } from './shares.ts'
import { answeredWithin, medianWait, type MedianWait } from './survival.ts'

/** Fewer than this tell more of chance than of the community. */
export const enough = 20

/** A period's figures with what is known of their exactness. */
export type Measured = {
  period: Period
  contributors: number
  newcomers: number
  topics: number
  replies: number
  /** Hours until half of the topics were answered; null when it is not known to be so. */
  median: MedianWait | null
  /** Topics without a reply by another member after seven days. */
  unanswered: Share | null
  absenceFactor: number
  gini: number | null
  /** Share of the posts that the busiest member wrote. */
  busiest: Share | null
}

export type Pulse = {
  now: Measured
  before: Measured
  /** The change of the unanswered share; null under `enough` topics in either. */
  unanswered: Difference | null
  /** Do the intervals of the two medians overlap, so that the change may be chance? null: unknown. */
  mediansOverlap: boolean | null
  /** The picture: periods up to `now`, and as many before them (or a year before). */
  unit: Unit
  course: Measured[]
  courseBefore: Measured[]
}

/** What is asked of the page: a stretch, the one before it, and the periods the picture is made of. */
export type PulseAsked = {
  from: string
  to: string
  before: { from: string; to: string }
  course: { from: string; to: string; by: Unit }
  courseBefore: { from: string; to: string } | null
  timeZone?: string
}

/** The figures of a stretch beside the one before, and their course. Codes as for `figures`. */
export async function pulse(here: Here, asked: PulseAsked): Promise<Pulse> {
  const timeZone = asked.timeZone ?? here.community.timeZone
  const whole = [asked.before, asked].map((part) => periodOver({ ...part, timeZone }))
  const course = periodsBetween({ ...asked.course, timeZone })
  const courseBefore = asked.courseBefore
    ? periodsBetween({ ...asked.courseBefore, by: asked.course.by, timeZone })
    : []
  const [wholes, now, then] = await Promise.all([
    measured(here, whole),
    measured(here, course),
    measured(here, courseBefore),
  ])
  const [before, after] = wholes as [Measured, Measured]
  return {
    now: after,
    before,
    unanswered: comparable(after, before)
      ? differenceOf(after.unanswered!, before.unanswered!)
      : null,
    mediansOverlap: comparable(after, before) ? overlap(after.median, before.median) : null,
    unit: asked.course.by,
    course: now,
    courseBefore: then,
  }
}

/** The first and the newest post of members, as months; null while nobody has written. */
export async function monthsWritten(
  here: Here,
  timeZone = here.community.timeZone,
): Promise<{ first: string; last: string } | null> {
  const [found] = await here.db.run<{ first: Date | null; last: Date | null }>(sql`
    select (select at from contributions where community_id = ${here.community.id}
        and ${byMember(here)} order by at limit 1) as first,
      (select at from contributions where community_id = ${here.community.id}
        and ${byMember(here)} and at <= ${here.now.toISOString()} order by at desc limit 1) as last`)
  if (!found?.first || !found.last) return null
  return {
    first: periodAt(found.first, 'month', timeZone),
    last: periodAt(found.last, 'month', timeZone),
  }
}

/** The newest month that is over, or the month of the newest post where it has been quiet since. */
export function newestFullMonth(here: Here, last: string): string {
  const full = periodAfter(periodAt(here.now, 'month', here.community.timeZone), -1)
  return last < full ? last : full
}

async function measured(here: Here, periods: Period[]): Promise<Measured[]> {
  const found = await tallies(here, periods)
  return found.map((tally, index) => measure(periods[index]!, tally))
}

function measure(period: Period, tally: Tally): Measured {
  const { posts, topics, newcomers } = tally
  const written = posts.reduce((sum, count) => sum + count, 0)
  const median = medianWait(tally)
  return {
    period,
    contributors: posts.length,
    newcomers,
    topics,
    replies: written - topics,
    median: median && inHours(median),
    unanswered: shareOf(topics - answeredWithin(tally, week), topics),
    absenceFactor: absenceFactor(posts),
    gini: gini(posts),
    busiest: shareOf(posts.at(-1) ?? 0, written),
  }
}

function inHours({ median, low, high }: MedianWait): MedianWait {
  return { median: median / hour, low: low / hour, high: high === null ? null : high / hour }
}

function comparable(a: Measured, b: Measured): boolean {
  return a.topics >= enough && b.topics >= enough
}

function overlap(a: MedianWait | null, b: MedianWait | null): boolean | null {
  if (!a || !b) return null
  return a.low <= (b.high ?? Infinity) && b.low <= (a.high ?? Infinity)
}
