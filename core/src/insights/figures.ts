import { Refusal } from '../platform/refusal.ts'
import type { Here } from '../platform/here.ts'
import { absenceFactor, gini } from './concentration.ts'
import { periodsBetween, units, type Unit } from './periods.ts'
import { tallies, type Tally } from './posts.ts'
import { answeredWithin, medianWait } from './survival.ts'

/** The figures of a period; docs/figures.md says what each counts. Hours, and shares from 0 to 1. */
export type Figure = {
  period: string
  contributors: number
  new_contributors: number
  topics: number
  replies: number
  unanswered_7d: number | null
  ttfr_median_hours: number | null
  absence_factor: number
  gini: number | null
}

/** `from` and `to` as periods are written (2014, 2014-01, 2014-W03, 2014-01-05), both included. */
export type Asked = { from: string; to: string; by?: Unit; timeZone?: string }

export const week = 7 * 24 * 3600
export const hour = 3600

/**
 * A figure for each period from `from` to `to`, empty periods too, in the community's time zone
 * unless another is asked for. Codes: `unit_bad` and those of `periodsBetween`.
 */
export async function figures(here: Here, asked: Asked): Promise<Figure[]> {
  const periods = periodsBetween(stretch(here, asked))
  const found = await tallies(here, periods)
  return found.map((tally, index) => ({ period: periods[index]!.name, ...figure(tally) }))
}

export function stretch(here: Here, { from, to, by = 'month', timeZone }: Asked) {
  if (!units.includes(by)) throw new Refusal('invalid', 'unit_bad', { unit: by })
  return { from, to, by, timeZone: timeZone ?? here.community.timeZone }
}

function figure(tally: Tally): Omit<Figure, 'period'> {
  const { posts, topics, newcomers } = tally
  const median = medianWait(tally)
  const unanswered = topics - answeredWithin(tally, week)
  return {
    contributors: posts.length,
    new_contributors: newcomers,
    topics,
    replies: posts.reduce((sum, count) => sum + count, 0) - topics,
    unanswered_7d: topics ? unanswered / topics : null,
    ttfr_median_hours: median && median.median / hour,
    absence_factor: absenceFactor(posts),
    gini: gini(posts),
  }
}
