import { expect, test } from 'vitest'
import { operator } from '../platform/here.ts'
import { topic, village } from '../testing/village.ts'
import { comparison, findNear } from './near.ts'
import { latestTopics, topicPage } from './index.ts'

test('titles are near when they share rare words, in any of the languages', () => {
  const titles = [
    'Shadow acne on the terrain',
    'Terrain shadow problem',
    'How to build on Linux',
    '地温の七日平均を出すには',
    '地温の平均のとりかた',
    '시집 표지를 다시 붙이기',
    '표지가 떨어진 시집',
    ...Array.from({ length: 30 }, (_, i) => `Greeting number ${i}`),
  ]
  const near = comparison(titles)
  expect(near(0)[0]).toBe(1)
  expect(near(3)[0]).toBe(4)
  expect(near(5)[0]).toBe(6)
  expect(near(2)).toEqual([])
})

test('a topic page names the topics near it', async () => {
  const v = await village()
  await v.tell(
    topic({ title: 'Shadow acne on the terrain', number: 1 }),
    topic({ title: 'Terrain shadow problem', number: 2 }),
    topic({ title: 'Hello', number: 3 }),
  )
  await findNear(v.here(operator))
  expect((await latestTopics(v.here())).items).toHaveLength(3)
  const page = await topicPage(v.here(), 1)
  expect(page.near.map((line) => line.number)).toEqual([2])
})
