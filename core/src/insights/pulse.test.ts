import { expect, test } from 'vitest'
import { village } from '../testing/village.ts'
import { answers, opens, write, type Post } from './testing/posts.ts'
import { monthsWritten, newestFullMonth, pulse } from './index.ts'
import { guest } from '../platform/here.ts'

const asked = {
  from: '2026-03',
  to: '2026-03',
  before: { from: '2026-02', to: '2026-02' },
  course: { from: '2026-01', to: '2026-03', by: 'month' as const },
  courseBefore: { from: '2025-01', to: '2025-03' },
}

/** `count` topics of a month, the first `answered` of them answered after `hours`. */
function month(name: string, count: number, answered: number, hours: number): Post[] {
  return Array.from({ length: count }, (_, index) => {
    const key = `${name}-${index}`
    const day = `${name}-${String(1 + (index % 20)).padStart(2, '0')}`
    const at = new Date(Date.parse(`${day}T00:00:00Z`) + hours * 3_600_000).toISOString()
    const topic = opens('minjun', key, `${day}T00:00:00Z`)
    return index < answered ? [topic, answers('yuki', key, at)] : [topic]
  }).flat()
}

test('a change is told with its interval, and whether chance can explain it', async () => {
  const { here } = await village()
  await write(here(), [...month('2026-02', 40, 30, 30), ...month('2026-03', 50, 48, 2)])
  const found = await pulse(here(), asked)
  expect(found.now).toMatchObject({ topics: 50, replies: 48, median: { median: 2 } })
  expect(found.before).toMatchObject({ topics: 40, median: { median: 30 } })
  expect(found.now.unanswered).toMatchObject({ count: 2, of: 50 })
  expect(found.unanswered!.by).toBeCloseTo(2 / 50 - 10 / 40)
  expect(found.unanswered!.high).toBeLessThan(0)
  expect(found.mediansOverlap).toBe(false)
  expect(found.course.map((m) => m.topics)).toEqual([0, 40, 50])
  expect(found.courseBefore.map((m) => m.topics)).toEqual([0, 0, 0])
})

test('under twenty topics nothing is compared', async () => {
  const { here } = await village()
  await write(here(), [...month('2026-02', 19, 19, 30), ...month('2026-03', 50, 48, 2)])
  expect(await pulse(here(), asked)).toMatchObject({ unanswered: null, mediansOverlap: null })
})

test('a page without a choice opens at the newest full month in which somebody wrote', async () => {
  const { here } = await village()
  const now = new Date('2026-04-10T00:00:00Z')
  expect(await monthsWritten(here(guest, now))).toBeNull()
  await write(here(), [
    opens('minjun', 'a', '2025-12-05T00:00:00Z'),
    opens('minjun', 'b', '2026-04-05T00:00:00Z'),
    opens('minjun', 'misdated', '2099-01-01T00:00:00Z'),
  ])
  expect(await monthsWritten(here(guest, now))).toEqual({ first: '2025-12', last: '2026-04' })
  expect(newestFullMonth(here(guest, now), '2026-04')).toBe('2026-03')
  expect(newestFullMonth(here(guest, now), '2025-12')).toBe('2025-12')
})
