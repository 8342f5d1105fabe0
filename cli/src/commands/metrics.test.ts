import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { answers, opens, write } from '../../../core/src/insights/testing/posts.ts'
import { village } from '../../../core/src/testing/village.ts'
import { hiroba } from '../../../web/server/for-tests/running.ts'

let env: Record<string, string>

beforeAll(async () => {
  const garden = await village({ slug: 'garden', timeZone: 'Asia/Tokyo' })
  await village({ slug: 'silent' })
  await write(garden.here(), [
    opens('minjun', 'soil', '2026-03-31T14:30:00Z'), // 23:30 in Tokyo
    answers('yuki', 'soil', '2026-03-31T16:00:00Z'), // April there
    answers('minjun', 'soil', '2026-04-01T16:00:00Z'),
  ])
  const { options } = garden.hiroba.db.pool as unknown as { options: { connectionString: string } }
  const data = mkdtempSync(join(tmpdir(), 'hiroba-metrics-'))
  env = { DATABASE_URL: options.connectionString, HIROBA_DATA: data }
})

async function metrics(...args: string[]) {
  const process = hiroba(['metrics', ...args], env)
  const code = await process.ended
  return { code, out: process.out(), err: process.err().trim() }
}

describe('hiroba metrics', () => {
  const asked = ['--community', 'garden', '--from', '2026-03', '--to', '2026-04', '--json']

  test('prints an object for each period, in the zone asked for', async () => {
    const { code, out } = await metrics(...asked, '--by', 'month')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual([
      {
        period: '2026-03',
        contributors: 1,
        new_contributors: 1,
        topics: 1,
        replies: 0,
        unanswered_7d: 0,
        ttfr_median_hours: 1.5,
        absence_factor: 1,
        gini: 0,
      },
      {
        period: '2026-04',
        contributors: 2,
        new_contributors: 1,
        topics: 0,
        replies: 2,
        unanswered_7d: null,
        ttfr_median_hours: null,
        absence_factor: 1,
        gini: 0,
      },
    ])
    const inUtc = JSON.parse((await metrics(...asked, '--timezone', 'UTC')).out)
    expect(inUtc.map((one: { replies: number }) => one.replies)).toEqual([1, 1])
  })

  test('prints who came back', async () => {
    const { out } = await metrics(...asked, '--cohorts')
    expect(JSON.parse(out)).toEqual([
      { cohort: '2026-03', size: 1, retained: [1, 1] },
      { cohort: '2026-04', size: 1, retained: [1] },
    ])
  })

  test('prints a table over all that was written when nothing more is asked', async () => {
    const { code, out } = await metrics('--community', 'garden')
    expect(code).toBe(0)
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => line.split(/\s+/)[0]),
    ).toEqual(['period', '2026-03', '2026-04'])
    expect((await metrics('--community', 'silent', '--json')).out.trim()).toBe('[]')
  })

  test.each([
    [['--community', 'garden', '--from', '2026-04', '--to', '2026-03'], 2, /lies after/],
    [
      ['--community', 'garden', '--from', '2026-13', '--to', '2027-01'],
      2,
      /"2026-13" is no period/,
    ],
    [['--community', 'garden', '--timezone', 'Mars/Phobos'], 2, /not a time zone/],
    [
      ['--community', 'garden', '--from', '1500', '--to', '2026', '--by', 'day'],
      2,
      /more than 5000/,
    ],
    [['--community', 'nobody'], 1, /no community "nobody"/],
  ])('%j is refused in one sentence', async (args, expected, sentence) => {
    const { code, err } = await metrics(...args)
    expect(code).toBe(expected)
    expect(err).toMatch(sentence)
    expect(err.split('\n')).toHaveLength(1)
  })
})
