import { cohorts, enough, periodAfter, shareOf, type Cohort } from '@hiroba/core/insights'
import type { Here } from '@hiroba/core/platform'
import { castTo, lastMonth } from './choice.ts'
import { periodName, tickName } from './naming.ts'
import type { Note, Telling } from './view.ts'

/** Who came back, by when they first wrote. */
export type CohortsView = {
  strong: string
  rest: string
  heads: string[]
  rows: { name: string; people: string; cells: Cell[] }[]
  legend: { words: string; steps: string } | null
  notes: Note[]
}

/** `step` 1 to 5 of the heat; 0 = too few for a colour. null words = nothing to show. */
export type Cell = { words: string | null; step: number; marked?: boolean; title?: string }

type Span = 'month' | 'quarter' | 'year'

const rows = { month: 12, quarter: 12, year: 12 }
const shown = 12
const leastShown = 10

/** Newcomers of the periods up to the chosen one, in periods long enough to hold twenty of them. */
export async function returning(here: Here, telling: Telling, first: string): Promise<CohortsView> {
  const { words } = telling
  const unit = unitFor(telling)
  const found = await cohorts(here, { ...stretch(telling, unit, first), by: unit })
  const large = found.filter((one) => one.size >= enough && one.retained.length > 1)
  const newest = large.at(-1)
  const top = Math.max(
    0.05,
    ...large.flatMap((one) => one.retained.slice(1).map((n) => n / one.size)),
  )
  const columns = Math.min(shown, Math.max(...found.map((one) => one.retained.length)))
  return {
    ...sentence(telling, unit, large),
    heads: [words.heads.joined, words.heads.people, ...headsOf(telling, unit, columns)],
    rows: found.map((one) => ({
      name: tickName(telling.locale, one.cohort, true),
      people: telling.formats.number(one.size),
      cells: cellsOf(telling, one, columns, top, one === newest),
    })),
    legend: newest
      ? { words: words.kept.legend, steps: words.kept.steps(round(top / 5), round((top / 5) * 4)) }
      : null,
    notes: notesOf(telling, unit, newest),
  }
}

function unitFor({ pulse }: Telling): Span {
  const days = pulse.course.reduce(
    (sum, m) => sum + (+m.period.until - +m.period.from) / 86_400_000,
    0,
  )
  const newcomers = pulse.course.reduce((sum, m) => sum + m.newcomers, 0)
  const perMonth = newcomers / (days / 30.4)
  return perMonth >= enough ? 'month' : perMonth * 3 >= enough ? 'quarter' : 'year'
}

function stretch({ choice }: Telling, unit: Span, first: string) {
  const to = castTo(unit, lastMonth(choice.to))
  const begun = castTo(unit, first)
  const from = periodAfter(to, 1 - rows[unit])
  return { from: begun > to ? to : from < begun ? begun : from, to }
}

function headsOf({ words, formats }: Telling, unit: Span, columns: number): string[] {
  return Array.from({ length: columns }, (_, k) =>
    k === 0 ? words.kept.first[unit] : formats.number(k),
  )
}

function cellsOf(
  { words }: Telling,
  { size, retained }: Cohort,
  columns: number,
  top: number,
  isNewest: boolean,
): Cell[] {
  return Array.from({ length: columns }, (_, k) => {
    const count = retained[k]
    if (count === undefined || size < leastShown) return { words: null, step: 0 }
    const share = shareOf(count, size)!
    const step = k > 0 && size >= enough ? Math.min(5, Math.floor((share.share / top) * 5) + 1) : 0
    return {
      words: round(share.share),
      step,
      marked: isNewest && k === 1,
      title: words.ofPeople(share),
    }
  })
}

function sentence({ words, formats, locale }: Telling, unit: Span, large: Cohort[]) {
  const newest = large.at(-1)
  if (!newest) return { strong: words.kept.tooFew, rest: words.kept.tooFewIs }
  const share = (one: Cohort) => one.retained[1]! / one.size
  const earlier = large.slice(0, -1).map(share)
  const [low, high] = [Math.min(...earlier), Math.max(...earlier)].map(formats.percent)
  return {
    strong: words.kept.strong(
      formats.percent(share(newest)),
      periodName(locale, newest.cohort),
      unit,
    ),
    rest: earlier.length ? words.kept.rest(low!, high!, unit) : words.kept.alone,
  }
}

function notesOf(
  { words, formats, locale }: Telling,
  unit: Span,
  newest: Cohort | undefined,
): Note[] {
  const share = newest && shareOf(newest.retained[1]!, newest.size)!
  return [
    { term: words.terms.counts, is: words.kept.is(unit) },
    ...(share
      ? [
          {
            term: periodName(locale, newest.cohort),
            is: `${words.ofPeople(share)} · ${formats.percent(share.share)}`,
            quiet: `(${formats.interval(share.low, share.high)})`,
          },
        ]
      : []),
    { term: words.terms.care, is: words.kept.few },
  ]
}

function round(share: number): string {
  return String(Math.round(share * 100))
}
