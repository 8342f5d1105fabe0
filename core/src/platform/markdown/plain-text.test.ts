import { expect, test } from 'vitest'
import { excerpt, plainText } from './index.ts'

test('plain text has the words and none of the marks', () => {
  const markdown =
    '# Tea\n\n> [quote: Yuki, 1/2]\n> *cold* **tea**\n\n- a [link](https://x.org/a_(b)) and ![pic](https://x.org/p.png)\n' +
    '1. `code` \\*kept\\* <kbd>Ctrl</kbd> [spoiler]x[/spoiler]\n\n```cpp\nint *a = b_c;\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n' +
    ':::details Why\nso\n:::\n---\n<https://x.org>'
  expect(plainText(markdown).replace(/ +/g, ' ')).toBe(
    'Tea\ncold tea\na link and pic\ncode *kept* Ctrl x\nint *a = b_c;\na b\n1 2\nWhy\nso\nhttps://x.org'.replace(
      ' \n',
      '\n',
    ),
  )
})

test('names with underscores, lone stars and comparisons survive', () => {
  expect(plainText('snake_case_name, Node* a, 2 * 3, a < b, C++')).toBe(
    'snake_case_name, Node* a, 2 * 3, a < b, C++',
  )
})

test('an excerpt leaves quotes and code out and ends between words', () => {
  expect(excerpt('> [quote: Yuki, 1/2]\n> old\n\nnew *words* here\n\n```\ncode\n```', 100)).toBe(
    'new words here',
  )
  expect(excerpt('one two three four', 12)).toBe('one two…')
  expect(excerpt('今日は、とても良い天気でした。散歩に行きました。', 12)).toMatch(
    /^今日は、とても.*…$/,
  )
  expect(
    excerpt('今日は、とても良い天気でした。散歩に行きました。', 12).length,
  ).toBeLessThanOrEqual(12)
  expect(excerpt('```\nonly code\n```', 50)).toBe('only code')
  expect(excerpt('', 50)).toBe('')
})

test.each(['[', '![', '*a', '_a ', '`', '> ', '\\', '<a', '[a](', '|', '~~', '- ', 'a\n'])(
  'many of %j are read in no time',
  (part) => {
    const text = part.repeat(200_000 / part.length)
    expect(plainText(text).length).toBeLessThanOrEqual(text.length)
    expect(excerpt(text, 100).length).toBeLessThanOrEqual(100)
  },
)
