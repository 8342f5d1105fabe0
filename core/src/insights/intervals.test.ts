import { describe, expect, test } from 'vitest'
import { differenceOf, shareOf } from './shares.ts'
import { medianWait } from './survival.ts'

describe('the interval of a share', () => {
  test('is the one Newcombe prints for 81 of 263 and 15 of 148', () => {
    // R. G. Newcombe, Stat. Med. 17 (1998) 857-872, table I, method 3
    expect(shareOf(81, 263)).toMatchObject({ low: near(0.2553), high: near(0.3662) })
    expect(shareOf(15, 148)).toMatchObject({ low: near(0.0624), high: near(0.1605) })
    expect(shareOf(0, 20)).toMatchObject({ low: 0, high: near(0.1611) })
    expect(shareOf(29, 29)).toMatchObject({ low: near(0.883), high: 1 })
    expect(shareOf(0, 0)).toBeNull()
  })

  test('and of a difference the one he prints for 56 of 70 less 48 of 80', () => {
    // R. G. Newcombe, Stat. Med. 17 (1998) 873-890, table II, method 10
    const difference = differenceOf(shareOf(56, 70)!, shareOf(48, 80)!)
    expect(difference).toEqual({ by: near(0.2), low: near(0.0524), high: near(0.3339) })
  })
})

describe('the interval of a median wait', () => {
  test('is that of the log(-log) scale for the remission times of 6-mercaptopurine', () => {
    // Freireich et al. 1963: survfit(conf.type = "log-log") says 23 (13, NA)
    const answered = [6, 6, 6, 7, 10, 13, 16, 22, 23]
    const waiting = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
    expect(medianWait({ answered, waiting })).toEqual({ median: 23, low: 13, high: null })
    // and for the placebo arm 8 (4, 11)
    const placebo = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]
    expect(medianWait({ answered: placebo, waiting: [] })).toEqual({ median: 8, low: 4, high: 11 })
  })

  test('does not exist while more than half are waiting', () => {
    expect(medianWait({ answered: [1, 2], waiting: [5, 5, 5] })).toBeNull()
    expect(medianWait({ answered: [], waiting: [] })).toBeNull()
  })
})

function near(value: number) {
  return expect.closeTo(value, 4) as unknown as number
}
