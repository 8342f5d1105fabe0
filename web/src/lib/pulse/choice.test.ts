import { describe, expect, test } from 'vitest'
import { choiceAs, choiceFrom, inQuarters, periodsToChoose, twelveMonthsTo } from './choice.ts'

const written = { first: '2014-01', last: '2022-11' }
const ask = (query: string) => choiceFrom(new URLSearchParams(query), written, '2022-10')

describe('what an address asks for', () => {
  test('nothing is the newest full month, over a year, beside the month before', () => {
    expect(ask('')).toEqual({
      kind: 'month',
      from: '2022-10',
      to: '2022-10',
      before: { from: '2022-09', to: '2022-09' },
      course: { from: '2021-11', to: '2022-10', by: 'month' },
      courseBefore: { from: '2020-11', to: '2021-10' },
      courseBeforeIs: 'year',
    })
  })

  test('a quarter runs over three years, a year over its months', () => {
    expect(ask('period=2017-Q1')).toMatchObject({
      before: { from: '2016-Q4', to: '2016-Q4' },
      course: { from: '2014-Q2', to: '2017-Q1', by: 'quarter' },
      courseBefore: { from: '2013-Q2', to: '2016-Q1' },
    })
    expect(ask('period=2017')).toMatchObject({
      before: { from: '2016', to: '2016' },
      course: { from: '2017-01', to: '2017-12', by: 'month' },
      courseBefore: { from: '2016-01', to: '2016-12' },
    })
  })

  test('a picture does not begin before the community did', () => {
    expect(ask('period=2014-03').course).toEqual({ from: '2014-01', to: '2014-03', by: 'month' })
  })

  test('any months stand beside as many before, in units that can be told apart', () => {
    expect(ask('from=2016-03&to=2016-08')).toMatchObject({
      kind: 'range',
      before: { from: '2015-09', to: '2016-02' },
      course: { from: '2016-03', to: '2016-08', by: 'month' },
    })
    expect(ask('from=2016-08&to=2016-03')).toEqual(ask('from=2016-03&to=2016-08'))
    expect(ask('from=2016-03&to=2016-04').course.by).toBe('week')
    expect(ask('from=2014-01&to=2017-12').course.by).toBe('quarter')
    expect(ask('from=1000-01&to=2999-12')).toMatchObject({
      from: '2014-01',
      to: '2022-11',
      course: { by: 'year' },
    })
  })

  test.each(['period=soon', 'period=2016-W03', 'period=2016-01-05', 'from=2016&to=2017'])(
    '%s is refused',
    (query) => expect(() => ask(query)).toThrow('period_bad'),
  )

  test('a month there cannot be is refused', () => {
    expect(() => ask('period=2016-13')).toThrow('period_bad')
  })
})

test('tabs lead to the same time in another length', () => {
  const may = ask('period=2016-05')
  expect(choiceAs('quarter', may, written)).toBe('?period=2016-Q2')
  expect(choiceAs('year', may, written)).toBe('?period=2016')
  expect(choiceAs('range', may, written)).toBe('?from=2016-05&to=2016-05')
  expect(choiceAs('month', ask('period=2022'), written)).toBe('?period=2022-11')
})

test('a quiet place is shown over twelve months, drawn in quarters', () => {
  const year = twelveMonthsTo('2022-10', written)
  expect(year).toMatchObject({ from: '2021-11', to: '2022-10', before: { from: '2020-11' } })
  expect(inQuarters(year, written)).toMatchObject({
    from: '2021-11',
    // the last whole quarter: the fourth holds months after the chosen ones
    course: { from: '2019-Q4', to: '2022-Q3', by: 'quarter' },
  })
  expect(twelveMonthsTo('2014-03', written)).toMatchObject({ from: '2014-01', to: '2014-03' })
})

test('the picker offers every period in which somebody may have written, newest first', () => {
  expect(periodsToChoose('quarter', { first: '2021-11', last: '2022-05' })).toEqual([
    '2022-Q2',
    '2022-Q1',
    '2021-Q4',
  ])
  expect(periodsToChoose('range', written)).toHaveLength(107)
})
