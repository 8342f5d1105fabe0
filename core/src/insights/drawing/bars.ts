import { axes } from './axes.ts'
import {
  colour,
  drawn,
  heightOf,
  narrow,
  scaleTo,
  text,
  wide,
  type Canvas,
  type Colour,
  type Drawing,
  type Plot,
} from './canvas.ts'
import { kept } from './kept.ts'
import type { Both } from './lines.ts'

/** Counts as bars from 0, one part upon the other, with their sum above; and the sums before. */
export type Bars = {
  description: string
  labels: Both<string[]>
  locale: string
  /** Bottom up. */
  parts: { colour: Colour; values: number[] }[]
  before: (number | null)[]
}

export function bars(picture: Bars): Promise<Drawing> {
  const [large, small] = [
    { ...wide, right: 16, top: 24 },
    { ...narrow, right: 24, top: 24 },
  ]
  return kept('bars', picture, async () => ({
    wide: await drawn(picture.description, large, 'wide', plot(picture, large, 'wide')),
    narrow: await drawn(picture.description, small, 'narrow', plot(picture, small, 'narrow')),
  }))
}

function plot(picture: Bars, canvas: Canvas, kind: 'wide' | 'narrow'): Plot {
  const sums = picture.labels[kind].map((_, at) =>
    picture.parts.reduce((sum, part) => sum + (part.values[at] ?? 0), 0),
  )
  const scale = scaleTo(Math.max(1, ...sums, ...picture.before.map(Number)), true)
  const format = new Intl.NumberFormat(picture.locale)
  const write = (n: number) => format.format(n)
  return {
    option: {
      ...axes(canvas, picture.labels[kind], scale, write),
      series: picture.parts.map((part) => ({
        type: 'bar',
        stack: 'parts',
        data: part.values,
        silent: true,
        clip: false,
        barCategoryGap: kind === 'wide' ? '36%' : '24%',
        barMaxWidth: 40,
        itemStyle: { color: colour[part.colour] },
      })),
    },
    marks: sums.flatMap((sum, at) => {
      const slot = (canvas.width - canvas.left - canvas.right) / sums.length
      const bar = { x: canvas.left + slot * (at + 0.5), sum: heightOf(sum, scale.top, canvas) }
      const then = picture.before[at]
      const before = then == null ? null : heightOf(then, scale.top, canvas)
      const isLast = at === sums.length - 1
      const hasRoom = Math.max(...sums).toString().length * 8 + 4 <= slot
      return [
        before === null ? '' : tick(bar.x, before, Math.min(slot * 0.92, 52)),
        isLast || (hasRoom && sum > 0)
          ? number(bar.x, clearOf(bar.sum, before), write(sum), isLast)
          : '',
      ]
    }),
  }
}

/** How high it was before: a mark across the bar. */
function tick(x: number, y: number, length: number): string {
  const [from, to] = [x - length / 2, x + length / 2].map((n) => n.toFixed(1))
  return `<path d="M${from} ${y.toFixed(1)}H${to}" stroke="var(--color-ink)" stroke-width="1.5"/>`
}

function number(x: number, y: number, words: string, isLast: boolean): string {
  return text(x, y - 6, words, { class: isLast ? 'ink' : 'ann', anchor: 'middle' })
}

/** The number stands over its bar, and over the mark when that would cross it. */
function clearOf(bar: number, before: number | null): number {
  return before !== null && before < bar && bar - before < 20 ? before : bar
}
