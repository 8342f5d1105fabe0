import { expect, test } from 'vitest'
import { reply, topic, village } from '../testing/village.ts'
import { figures } from './index.ts'

test('hidden posts count, deleted ones do not', async () => {
  const { here, tell } = await village()
  const soil = topic({ by: 'Minjun' })
  await tell(
    soil,
    reply(soil, { by: 'Yuki', hidden: true, createdAt: new Date('2026-03-01T12:00:00Z') }),
    reply(soil, { by: 'Ken', deleted: true, createdAt: new Date('2026-03-01T11:00:00Z') }),
  )
  const [march] = await figures(here(), { from: '2026-03', to: '2026-03' })
  expect(march).toMatchObject({
    contributors: 2,
    topics: 1,
    replies: 1,
    ttfr_median_hours: 2,
    unanswered_7d: 0,
  })
})
