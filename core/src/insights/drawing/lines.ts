import { axes, beforeLine } from './axes.ts'
import {
  colour,
  dot,
  drawn,
  heightOf,
  narrow,
  scaleTo,
  text,
  wide,
  type Canvas,
  type Drawing,
  type Plot,
} from './canvas.ts'
import { kept } from './kept.ts'

/** Text for a wide picture, and shorter text for a phone's. */
export type Both<T> = { wide: T; narrow: T }

/** A course of values with its interval, beside the course before. null = not enough data: a gap. */
export type Lines = {
  /** What a person who cannot see it should know. */
  description: string
  /** Under each point, '' for none. */
  labels: Both<string[]>
  /** Above the axis: what it counts in. */
  unit: string
  /** Written on the axis. */
  locale: string
  now: (number | null)[]
  low: (number | null)[]
  /** null where `now` is known: not bounded. */
  high: (number | null)[]
  before: (number | null)[]
  /** At the ends of the two lines. */
  ends: { now: Both<string>; before: Both<string> | null }
}

export function lines(picture: Lines): Promise<Drawing> {
  return kept('lines', picture, async () => ({
    wide: await drawn(picture.description, wide, 'wide', plot(picture, wide, 'wide')),
    narrow: await drawn(picture.description, narrow, 'narrow', plot(picture, narrow, 'narrow')),
  }))
}

function plot(picture: Lines, canvas: Canvas, kind: 'wide' | 'narrow'): Plot {
  const { now, before } = picture
  const scale = scaleTo(highest(picture))
  const number = new Intl.NumberFormat(picture.locale, { maximumFractionDigits: 2 })
  const option = axes(canvas, picture.labels[kind], scale, (n) => number.format(n))
  return {
    option: {
      ...option,
      xAxis: { ...option.xAxis, boundaryGap: false },
      series: [
        ...band(picture, scale.top),
        beforeLine(before),
        {
          type: 'line',
          data: now,
          symbol: (value: number, { dataIndex }: { dataIndex: number }) =>
            isAlone(now, dataIndex) ? 'circle' : 'none',
          symbolSize: 5,
          silent: true,
          clip: false,
          itemStyle: { color: colour.accent },
          lineStyle: { color: colour.accent, width: 2, join: 'round' },
          z: 4,
        },
      ],
    },
    marks: [unit(picture.unit, canvas), ...ends(picture, canvas, scale.top, kind)],
  }
}

/** The interval as two stacked areas, the lower one not to be seen. */
function band({ now, low, high }: Lines, top: number) {
  const floor = now.map((value, at) => (value === null ? null : Math.min(low[at] ?? 0, top)))
  const thick = floor.map((from, at) =>
    from === null ? null : Math.min(high[at] ?? top, top) - from,
  )
  const unseen = { type: 'line', stack: 'band', symbol: 'none', silent: true, clip: false }
  return [
    { ...unseen, data: floor, lineStyle: { width: 0, color: 'none' } },
    {
      ...unseen,
      data: thick,
      lineStyle: { width: 0, color: 'none' },
      areaStyle: { color: colour.accent, opacity: 0.13 },
    },
  ]
}

/** An interval that is not bounded, or very wide, must not press the line flat. */
function highest({ now, before, high }: Lines): number {
  const line = Math.max(0, ...now.map(Number), ...before.map(Number))
  const bound = Math.max(0, ...high.map(Number))
  return Math.min(Math.max(line, bound), line * 2.5) || 1
}

function isAlone(values: (number | null)[], at: number): boolean {
  return values[at] != null && values[at - 1] == null && values[at + 1] == null
}

function unit(words: string, canvas: Canvas): string {
  return text(canvas.left - 8, canvas.top - 18, words, words.length > 3 ? {} : { anchor: 'end' })
}

function ends(
  { now, before, ends: words }: Lines,
  canvas: Canvas,
  top: number,
  kind: 'wide' | 'narrow',
) {
  const x = canvas.width - canvas.right
  const last = now.at(-1)
  const then = before.at(-1)
  const marks: string[] = []
  const y = last == null ? null : heightOf(last, top, canvas)
  if (y !== null) marks.push(dot(x, y), text(x + 12, y + 4, words.now[kind], { class: 'ink' }))
  if (then != null && words.before) {
    let below = heightOf(then, top, canvas)
    // the two words must not lie on each other
    if (y !== null && Math.abs(below - y) < 16) below = below >= y ? y + 16 : y - 16
    marks.push(text(x + 12, below + 4, words.before[kind]))
  }
  return marks
}
