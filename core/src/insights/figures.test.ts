import { describe, expect, test } from 'vitest'
import { village } from '../testing/village.ts'
import { answers, opens, write, type Post } from './testing/posts.ts'
import { figures } from './index.ts'

describe('the figures of a month, reckoned by hand', () => {
  test('count people, topics and replies, and see who was answered in time', async () => {
    const { here } = await village()
    await write(here(), [
      // answered after 2 h by another (the 1 h reply is his own), after 10 d, never (self only)
      opens('minjun', 'soil', '2026-03-01T10:00:00Z'),
      answers('minjun', 'soil', '2026-03-01T11:00:00Z'),
      answers('yuki', 'soil', '2026-03-01T12:00:00Z'),
      opens('yuki', 'seeds', '2026-03-05T08:00:00Z'),
      answers('minjun', 'seeds', '2026-03-15T08:00:00Z'),
      opens('ken', 'frost', '2026-03-20T08:00:00Z'),
      answers('ken', 'frost', '2026-03-20T09:00:00Z'),
      // the newest post, in the next month: ends the watch
      opens('minjun', 'april', '2026-04-20T08:00:00Z'),
    ])
    expect(await figures(here(), { from: '2026-03', to: '2026-04' })).toEqual([
      {
        period: '2026-03',
        contributors: 3,
        new_contributors: 3,
        topics: 3,
        replies: 4,
        unanswered_7d: 2 / 3,
        // S falls to 2/3 after 2 h and to 1/3 after 240 h
        ttfr_median_hours: 240,
        // minjun 3, yuki 2, ken 2 of 7: two are needed for 3.5
        absence_factor: 2,
        // (-2*2 + 0*2 + 2*3) / (3 * 7)
        gini: 2 / 21,
      },
      {
        period: '2026-04',
        contributors: 1,
        new_contributors: 0,
        topics: 1,
        replies: 0,
        unanswered_7d: 1,
        ttfr_median_hours: null,
        absence_factor: 1,
        gini: 0,
      },
    ])
  })

  test('reach one half when half were answered', async () => {
    const { here } = await village()
    const topics = Array.from({ length: 6 }, (_, hour) => [
      opens('minjun', `t${hour}`, '2026-03-01T00:00:00Z'),
      answers('yuki', `t${hour}`, `2026-03-01T0${hour + 1}:00:00Z`),
    ])
    await write(here(), topics.flat())
    const [march] = await figures(here(), { from: '2026-03', to: '2026-03' })
    expect(march!.ttfr_median_hours).toBe(3)
  })

  test('keep waiting topics in the reckoning for as long as they were watched', async () => {
    const { here } = await village()
    await write(here(), [
      opens('minjun', 'a', '2026-03-01T00:00:00Z'),
      answers('yuki', 'a', '2026-03-01T01:00:00Z'),
      opens('minjun', 'b', '2026-03-02T20:00:00Z'), // watched 4 h only
      opens('minjun', 'c', '2026-03-01T00:00:00Z'),
      answers('yuki', 'c', '2026-03-01T08:00:00Z'),
      opens('minjun', 'd', '2026-03-03T00:00:00Z'), // the newest post: watched 0 h
    ])
    // at 1 h: 3 watched, S = 2/3; b leaves at 4 h; at 8 h: 1 watched, S = 0
    const [march] = await figures(here(), { from: '2026-03', to: '2026-03' })
    expect(march).toMatchObject({ ttfr_median_hours: 8, unanswered_7d: 0.5 })
  })

  test('leave the system out, but count what members reply to it', async () => {
    const { here } = await village()
    await write(
      here(),
      [
        opens('robot', 'welcome', '2026-03-01T00:00:00Z'),
        answers('minjun', 'welcome', '2026-03-01T01:00:00Z'),
        opens('minjun', 'soil', '2026-03-02T00:00:00Z'),
        answers('robot', 'soil', '2026-03-02T00:01:00Z'),
        answers('robot', 'soil', '2026-05-02T00:01:00Z'),
      ],
      ['robot'],
    )
    const [march] = await figures(here(), { from: '2026-03', to: '2026-03' })
    expect(march).toMatchObject({ contributors: 1, topics: 1, replies: 1, unanswered_7d: 1 })
    expect(march).toMatchObject({ ttfr_median_hours: null, absence_factor: 1, gini: 0 })
  })

  test('say of an empty month that nothing is known', async () => {
    const { here } = await village()
    expect(await figures(here(), { from: '2026-03', to: '2026-03' })).toEqual([
      {
        period: '2026-03',
        contributors: 0,
        new_contributors: 0,
        topics: 0,
        replies: 0,
        unanswered_7d: null,
        ttfr_median_hours: null,
        absence_factor: 0,
        gini: null,
      },
    ])
  })
})

describe('where a period begins', () => {
  const at = (time: string): Post => opens('minjun', time, time)

  test('is midnight in the community, unless another zone is asked for', async () => {
    const { here } = await village({ timeZone: 'Asia/Tokyo' })
    await write(here(), [at('2026-03-31T14:59:59Z'), at('2026-03-31T15:00:00Z')])
    const topics = async (timeZone?: string) =>
      (await figures(here(), { from: '2026-03', to: '2026-04', timeZone })).map((f) => f.topics)
    expect(await topics()).toEqual([1, 1])
    expect(await topics('UTC')).toEqual([2, 0])
  })

  test('is the first instant of the day where midnight does not exist or comes twice', async () => {
    const { here } = await village()
    // São Paulo skipped 2018-11-04 00:00-01:00; Havana lived 2020-11-01 00:00-01:00 twice
    await write(here(), [
      at('2018-11-04T02:59:59Z'),
      at('2018-11-04T03:00:00Z'),
      at('2020-11-01T03:59:59Z'),
      at('2020-11-01T04:30:00Z'),
      at('2020-11-01T05:30:00Z'),
    ])
    const topics = async (from: string, to: string, timeZone: string) =>
      (await figures(here(), { from, to, by: 'day', timeZone })).map((f) => f.topics)
    expect(await topics('2018-11-03', '2018-11-04', 'America/Sao_Paulo')).toEqual([1, 1])
    expect(await topics('2020-10-31', '2020-11-01', 'America/Havana')).toEqual([1, 2])
  })

  test('follows ISO weeks over the end of a year', async () => {
    const { here } = await village()
    await write(here(), [
      at('2020-12-31T12:00:00Z'),
      at('2021-01-03T12:00:00Z'),
      at('2021-01-04T12:00:00Z'),
    ])
    const found = await figures(here(), { from: '2020-W53', to: '2021-01-10', by: 'week' })
    expect(found.map((f) => [f.period, f.topics])).toEqual([
      ['2020-W53', 2],
      ['2021-W01', 1],
    ])
  })
})

describe('what cannot be asked is refused with its reason', () => {
  test.each([
    [{ from: '2026-04', to: '2026-03' }, 'period_order'],
    [{ from: '2026-13', to: '2026-14' }, 'period_bad'],
    [{ from: '2026-02-30', to: '2026-03-01' }, 'period_bad'],
    [{ from: '2021-W53', to: '2022' }, 'period_bad'],
    [{ from: 'march', to: '2026-03' }, 'period_bad'],
    [{ from: '0000-01', to: '2026-03' }, 'period_bad'],
    [{ from: '2026-01', to: '2026-03', timeZone: 'Mars/Olympus' }, 'time_zone_bad'],
    [{ from: '2026-01', to: '2026-03', timeZone: '+09:00' }, 'time_zone_bad'],
    [{ from: '1500', to: '2026', by: 'day' as const }, 'periods_too_many'],
    [{ from: '2026-01', to: '2026-03', by: 'fortnight' as never }, 'unit_bad'],
  ])('%o: %s', async (asked, code) => {
    const { here } = await village()
    await expect(figures(here(), asked)).rejects.toMatchObject({ kind: 'invalid', code })
  })
})
