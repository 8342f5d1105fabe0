import type { Both, Drawing, Measured, Pulse } from '@hiroba/core/insights'
import type { Locale } from '@hiroba/core/platform'
import type { Choice } from './choice.ts'
import { formatsIn, type Formats } from './formats.ts'
import { stretchName, tickName } from './naming.ts'
import { pulseWords, type PulseWords } from './words.ts'

/** A figure as the page shows it: sentence, picture, table, and what must be known beside it. */
export type FigureView = {
  id: string
  strong: string
  rest: string
  /** null = not enough data for a picture. */
  drawing: Drawing | null
  keys: Key[]
  table: { heads: string[]; rows: string[][] }
  notes: Note[]
}

export type Key = {
  mark: 'line' | 'band' | 'dashes' | 'tick' | 'chart-1' | 'chart-2' | 'accent'
  words: string
}

export type Note = { term: string; is: string; quiet?: string | undefined }

/** All that a figure is told from. */
export type Telling = {
  locale: Locale
  words: PulseWords
  formats: Formats
  choice: Choice
  pulse: Pulse
  names: { now: string; before: string }
  /** Under the points of a picture. */
  labels: Both<string[]>
  /** Names of the periods of the course, for tables. */
  rowNames: string[]
  /** The community had begun when the period before ran. */
  hasBefore: boolean
  /** The values before, where the community had begun; else null. */
  before(pick: (m: Measured) => number | null): (number | null)[]
}

export function tellingOf(locale: Locale, choice: Choice, pulse: Pulse, begun: Date): Telling {
  const names = pulse.course.map((m) => m.period.name)
  const was = (m: Measured) => m.period.until > begun
  return {
    locale,
    words: pulseWords(locale),
    formats: formatsIn(locale),
    choice,
    pulse,
    names: {
      now: stretchName(locale, choice.from, choice.to),
      before: stretchName(locale, choice.before.from, choice.before.to),
    },
    labels: {
      wide: thinned(locale, names, 580),
      narrow: thinned(locale, names, 245),
    },
    rowNames: names.map((name) => tickName(locale, name, true)),
    hasBefore: was(pulse.before),
    before: (pick) =>
      pulse.courseBefore.length
        ? pulse.courseBefore.map((m) => (was(m) ? pick(m) : null))
        : names.map(() => null),
  }
}

/** As many names under a picture as fit side by side, the last among them; the year where it is needed. */
function thinned(locale: Locale, names: string[], width: number): string[] {
  for (let step = 1; ; step++) {
    const labels = everyNth(locale, names, step)
    const widths = labels.filter(Boolean).map(widthOf)
    const slot = (width / names.length) * step
    const fits = widths.every((own, at) => (own + (widths[at + 1] ?? 0)) / 2 + 6 <= slot)
    if (fits || step >= names.length) return labels
  }
}

function everyNth(locale: Locale, names: string[], step: number): string[] {
  let year = ''
  return names.map((name, at) => {
    if ((names.length - 1 - at) % step !== 0) return ''
    const hasYear = name.slice(0, 4) !== year
    year = name.slice(0, 4)
    return tickName(locale, name, hasYear)
  })
}

/** At 12 px: kana, kanji and hangul fill their square, others a bit more than half. */
function widthOf(words: string): number {
  return [...words].reduce((sum, sign) => sum + (sign > '\u2e80' ? 12 : 7), 0)
}

/** The line or mark of the time before, named in the key where there is one. */
export function beforeKey({ choice, words, before }: Telling, mark: 'dashes' | 'tick'): Key[] {
  if (before(() => 1).every((there) => there === null)) return []
  const { year, range } = words.keys.sameBefore
  return [{ mark, words: choice.courseBeforeIs === 'year' ? year : range }]
}

/** What it counts, and the values of both periods. */
export function notes(
  { words, hasBefore }: Telling,
  is: string,
  now: Omit<Note, 'term'>,
  before: Omit<Note, 'term'> | null,
  ...more: (Note | null)[]
): Note[] {
  const { terms } = words
  return [
    { term: terms.counts, is },
    { term: terms.now, ...now },
    hasBefore && before ? { term: terms.before, ...before } : null,
    ...more,
  ].filter((note) => note !== null)
}
