import { describe, expect, test } from 'vitest'
import { bars, lines, type Bars, type Lines } from '../index.ts'

const labels = { wide: ['March', 'April', 'May'], narrow: ['March', '', 'May'] }
const course: Lines = {
  description: 'Half were answered within "3" hours & more <soon>',
  labels,
  unit: 'hours',
  locale: 'en',
  now: [4, null, 3],
  low: [3, null, 2],
  high: [9, null, null],
  before: [5, 5, 6],
  ends: { now: { wide: '3 hours', narrow: '3 h' }, before: { wide: '6 hours', narrow: '6 h' } },
}
const counts: Bars = {
  description: 'Members who wrote',
  labels,
  locale: 'ko',
  parts: [
    { colour: 'chart-1', values: [900, 1000, 1100] },
    { colour: 'chart-2', values: [100, 200, 134] },
  ],
  before: [null, 700, 800],
}

describe.each([
  ['lines', () => lines(course)],
  ['bars', () => bars(counts)],
])('%s', (_, draw) => {
  test('take their colours from the page and bring no style sheet, script or id', async () => {
    for (const svg of Object.values(await draw())) {
      expect(svg).toMatch(/^<svg class="chart (wide|narrow)" viewBox="0 0 \d+ \d+" role="img"/)
      expect(svg).not.toMatch(/<style|<script|<defs|\sid=|class="zr|url\(|on\w+=/)
      expect(svg.match(/#[0-9a-f]{3,8}\b/g)).toBeNull()
      expect(svg).toContain('var(--color-line)')
    }
  })

  test('are drawn anew for a phone, with fewer words under the axis', async () => {
    const { wide, narrow } = await draw()
    expect(wide).toContain('>April<')
    expect(narrow).not.toContain('>April<')
    expect(narrow).toContain('viewBox="0 0 335 ')
  })
})

test('the description is text, whatever signs are in it', async () => {
  expect((await lines(course)).wide).toContain(
    'aria-label="Half were answered within &#34;3&#34; hours &#38; more &#60;soon&#62;"',
  )
})

test('a course without enough data is drawn as an empty frame', async () => {
  const empty = [null, null, null]
  const { wide } = await lines({ ...course, now: empty, low: empty, high: empty, before: empty })
  expect(wide).not.toContain('var(--color-accent)')
  expect(wide).toContain('>May<')
})

test('numbers are written as the language writes them', async () => {
  const drawing = await bars(counts)
  expect(drawing.wide).toContain('>1,234<')
})
