import { expect, test } from 'vitest'
import { village } from '../testing/village.ts'
import { guest } from '../platform/here.ts'
import { answers, opens, write } from './testing/posts.ts'
import { landingFigures } from './index.ts'

const now = new Date('2026-04-10T00:00:00Z')

test('the landing page says of the newest full month who asked and who was answered', async () => {
  const { here } = await village({ timeZone: 'Asia/Tokyo' })
  await write(
    here(),
    [
      opens('hana', 'old', '2026-02-27T10:00:00Z'),
      // 1 March 00:00 in Tokyo
      opens('minjun', 'soon', '2026-02-28T15:00:00Z'),
      answers('yuki', 'soon', '2026-03-01T15:00:00Z'),
      opens('minjun', 'late', '2026-03-02T00:00:00Z'),
      answers('yuki', 'late', '2026-03-03T00:00:01Z'),
      opens('hana', 'alone', '2026-03-04T00:00:00Z'),
      answers('hana', 'alone', '2026-03-04T01:00:00Z'),
      answers('robot', 'alone', '2026-03-04T02:00:00Z'),
      opens('ken', 'april', '2026-04-02T00:00:00Z'),
    ],
    ['robot'],
  )
  expect(await landingFigures(here(guest, now))).toEqual({
    kind: 'month',
    from: new Date('2026-02-28T15:00:00Z'),
    until: new Date('2026-03-31T15:00:00Z'),
    asked: 3,
    answeredInADay: 1,
    answeredLater: 1,
    waiting: 1,
    posts: 6,
    contributors: 3,
    newcomers: 2,
    writers: 4,
  })
})

test('where nobody wrote last month it tells of the 30 days up to the newest post', async () => {
  const { here } = await village()
  await write(here(), [
    opens('hana', 'a', '2025-10-01T00:00:00Z'),
    opens('hana', 'b', '2025-11-20T00:00:00Z'),
    answers('ken', 'b', '2025-11-20T12:00:00Z'),
  ])
  expect(await landingFigures(here(guest, now))).toMatchObject({
    kind: 'days',
    from: new Date('2025-10-21T12:00:00.001Z'),
    until: new Date('2025-11-20T12:00:00.001Z'),
    asked: 1,
    answeredInADay: 1,
    newcomers: 1,
    writers: 2,
  })
})

test('before the first post there is nothing to say', async () => {
  const { here } = await village()
  expect(await landingFigures(here())).toBeNull()
})
