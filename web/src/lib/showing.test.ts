import { expect, test } from 'vitest'
import { pageNumbers } from './pagination.ts'
import { purposeLines } from './purpose.ts'
import { plainBeginning } from './structured.ts'
import { unitsOf } from './units.ts'
import { accentOf } from './accent.ts'
import { hue, initial, nameOf } from './people.ts'

test('a Japanese purpose breaks into at most three lines where phrases begin', () => {
  expect(purposeLines('うまくいかなかった年の話も、ここでは種になる。', 'ja')).toEqual([
    'うまくいかなかった',
    '年の話も、ここでは',
    '種になる。',
  ])
})

test('its writer may break it, and what is too long or not Japanese lies down', () => {
  expect(purposeLines('聞けば、\n誰かが答える', 'ja')).toEqual(['聞けば、', '誰かが答える'])
  expect(purposeLines('長い'.repeat(30), 'ja')).toBeNull()
  expect(purposeLines('답하는 마을', 'ko')).toBeNull()
})

test('page numbers show both ends and what is near, and never hide a single one', () => {
  expect(pageNumbers(1, 1)).toEqual([1])
  expect(pageNumbers(2, 4)).toEqual([1, 2, 3, 4])
  expect(pageNumbers(9, 20)).toEqual([1, 0, 8, 9, 10, 0, 20])
  expect(pageNumbers(4, 20)).toEqual([1, 2, 3, 4, 5, 0, 20])
})

test('squares stand for more things as there are more, and what waits keeps its square', () => {
  expect(unitsOf([111, 5, 2])).toEqual({ size: 1, shares: [111, 5, 2] })
  const { size, shares } = unitsOf([98_000, 1_500, 3])
  expect(size).toBeGreaterThan(100)
  expect(shares[2]).toBe(1)
  expect(shares.reduce((sum, one) => sum + one)).toBeLessThanOrEqual(163)
  expect(unitsOf([0, 0, 0]).shares).toEqual([0, 0, 0])
})

test('a description is the text of a post, without code, cut between letters', () => {
  expect(plainBeginning('<p>種 &amp; 土</p><pre><code>x = 1</code></pre><p>水</p>')).toBe(
    '種 & 土 水',
  )
  expect(plainBeginning(`<p>${'👩‍🌾'.repeat(200)}</p>`, 10)).not.toMatch(/[\ud800-\udbff]$/)
})

test('only a plain colour reaches the page', () => {
  expect(accentOf({ accent: 'oklch(0.5 0.115 42)' })).toBe('oklch(0.5 0.115 42)')
  expect(accentOf({ accent: '#34599c' })).toBe('#34599c')
  expect(accentOf({ accent: 'red; background: url(//evil.example)' })).toBeNull()
  expect(accentOf({ accent: '"><script>' })).toBeNull()
  expect(accentOf(null)).toBeNull()
})

test('somebody without a name is called by their handle, in one colour everywhere', () => {
  expect(nameOf({ name: '', handle: 'minjun' })).toBe('minjun')
  expect(initial({ name: '', handle: '_minjun' })).toBe('M')
  expect(initial({ name: '☕ 露', handle: 'tsuyu' })).toBe('露')
  expect(hue('hana')).toBe(hue('hana'))
})
