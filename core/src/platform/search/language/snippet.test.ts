import { expect, test } from 'vitest'
import { searchQuery, snippet, titleParts } from './index.ts'

function marked(query: string, text: string, length?: number): string {
  const { parts } = snippet(text, searchQuery(query).highlights, length ? { length } : {})
  return parts.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')
}

test.each([
  ['gardens', 'A Garden, many gardens, a gardener', 'A [Garden], many [gardens], a gardener'],
  ['ﾌﾟﾘﾝﾀ', '半角のﾌﾟﾘﾝﾀｰと全角のプリンター', '半角の[ﾌﾟﾘﾝﾀ]ｰと全角の[プリンタ]ー'],
  ['読む', '昨日読んだ本', '昨日[読ん]だ本'],
  ['申込', '申し込みと申込', '[申し込]みと[申込]'],
  ['사진전시', '사진 전시 안내', '[사진 전시] 안내'],
  ['쓰다', '내가 쓴 글', '내가 [쓴] 글'],
  ['cafe', 'Un café ici', 'Un [café] ici'],
  ['c++', 'c++ and c', '[c++] and c'],
  ['tea', 'TEAは英語', '[TEA]は英語'],
])('%s is marked in the writing of the author', (query, text, expected) => {
  expect(marked(query, text)).toBe(expected)
})

test('the window lies where most words stand together, in the original text', () => {
  const text = `${'雨が降る。'.repeat(60)}花が一つ。${'雪が降る。'.repeat(60)}花と鳥と花の絵。${'風が吹く。'.repeat(60)}`
  const found = marked('花 鳥', text, 60)
  expect(found).toContain('[花]と[鳥]と[花]')
  expect(found.startsWith('…')).toBe(true)
  expect(found.endsWith('…')).toBe(true)
  expect(found.length).toBeLessThan(80)
})

test('a text without a find begins at its beginning and cuts no character in two', () => {
  const found = marked('x', '🍣'.repeat(100), 31)
  expect(found.isWellFormed()).toBe(true)
  expect(found.startsWith('🍣')).toBe(true)
})

test('markup of the text and of the query stays text', () => {
  expect(marked('(a|b) [z', '<b>a</b> & (a|b)')).toBe('<[b]>[a]</[b]> & ([a]|[b])')
})

test('lines and spaces fold into one space; a title is whole', () => {
  expect(marked('tea', 'green\n\n  tea')).toBe('green [tea]')
  expect(titleParts('緑茶とTea', searchQuery('tea').highlights)).toEqual([
    { text: '緑茶と', hit: false },
    { text: 'Tea', hit: true },
  ])
})
