import { expect, test } from 'vitest'
import { hintsShown, withFilter } from './searching.ts'

test('a filter is added, or takes the place of the same one', () => {
  expect(withFilter('beans', 'author', 'hana')).toBe('beans author:hana')
  expect(withFilter('author:ken beans', 'author', 'hana')).toBe('beans author:hana')
  expect(withFilter('beans', 'in', 'Seeds and soil')).toBe('beans in:"Seeds and soil"')
  expect(withFilter('in:"Seeds and soil" beans', 'in', '3')).toBe('beans in:3')
})

test('each hint leads to a query that differs by just what it says', () => {
  const query = 'beans "late frost" -snow author:hana is:unanswered'
  const shown = hintsShown(query, [
    { kind: 'drop_filter', filter: 'author' },
    { kind: 'drop_filter', filter: 'unanswered' },
    { kind: 'drop_excluded', word: 'snow' },
    { kind: 'unquote' },
    { kind: 'fewer_words', words: ['beans', 'late'] },
    { kind: 'type_something' },
  ])
  expect(shown.map(({ queries }) => queries.map((one) => one.query))).toEqual([
    ['beans "late frost" -snow is:unanswered'],
    ['beans "late frost" -snow author:hana'],
    ['beans "late frost" author:hana is:unanswered'],
    ['beans late frost -snow author:hana is:unanswered'],
    ['beans', 'late'],
    [],
  ])
})
