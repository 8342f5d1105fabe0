import { activity, enough } from '@hiroba/core/insights'
import type { Here } from '@hiroba/core/platform'
import type { Cell } from './returning.ts'
import type { Note, Telling } from './view.ts'

/** When people write: a table of weekdays by hours, and by three hours for a phone. */
export type HoursView = {
  strong: string
  rest: string
  caption: string
  weekdays: string[]
  wide: Heat
  narrow: Heat
  notes: Note[]
}

type Heat = { heads: string[]; rows: Cell[][]; legend: { words: string; steps: string } }

/** null under twenty posts. */
export async function clockHours(
  here: Here,
  telling: Telling,
  zone: string,
): Promise<HoursView | null> {
  const { words, formats, choice } = telling
  const counts = await activity(here, { from: choice.from, to: choice.to })
  const total = sum(counts.map(sum))
  if (total < enough) return null
  const byHour = counts[0]!.map((_, hour) => sum(counts.map((day) => day[hour]!)))
  const said = words.hours24
  const most = (values: number[]) => values.indexOf(Math.max(...values))
  const threes = counts.map((day) => grouped(day, 3))
  const [top, topOfThree] = [counts, threes].map((all) => Math.max(...all.flat())) as [
    number,
    number,
  ]
  return {
    strong: said.strong(said.weekdays[most(counts.map(sum))]!, said.between(most(byHour))),
    rest: said.rest(said.between(byHour.indexOf(Math.min(...byHour)))),
    caption: said.caption,
    weekdays: said.weekdays,
    wide: {
      heads: Array.from({ length: 24 }, (_, hour) => String(hour)),
      rows: counts.map((day) => cellsOf(day, top)),
      legend: { words: said.legend, steps: said.steps('1', formats.number(top)) },
    },
    narrow: {
      heads: Array.from({ length: 8 }, (_, part) => String(part * 3)),
      rows: threes.map((day) => cellsOf(day, topOfThree)),
      legend: { words: said.legendOfThree, steps: said.steps('1', formats.number(topOfThree)) },
    },
    notes: [
      { term: words.terms.counts, is: said.is(zone) },
      { term: words.terms.now, is: `${telling.names.now} · ${said.posts(total)}` },
    ],
  }
}

function cellsOf(counts: number[], top: number): Cell[] {
  return counts.map((count) => ({
    words: count ? String(count) : null,
    step: count ? Math.min(5, Math.floor((count / top) * 5) + 1) : 0,
  }))
}

function grouped(values: number[], size: number): number[] {
  return Array.from({ length: values.length / size }, (_, part) =>
    sum(values.slice(part * size, (part + 1) * size)),
  )
}

function sum(values: number[]): number {
  return values.reduce((a, b) => a + b, 0)
}
