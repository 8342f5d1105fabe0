import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { latestTopics, topicPage, topicsCount } from '../discussions/index.ts'
import { figures } from '../insights/index.ts'
import { village, type Village } from '../testing/village.ts'
import {
  archiveOf,
  dump,
  forumOf,
  jsonlOf,
  post,
  scatteredLines,
  topicFile,
} from './sources.for-tests.ts'
import { discourseImport, jsonlImport, rehearseImport, runImport } from './index.ts'

const bringer = { kind: 'import', source: 'test', audiences: 'all' } as const
const forum = await archiveOf(...forumOf(120, 20), topicFile(500, [post(500, 3)]), {
  name: 'broken.json',
})

const scattered = jsonlOf(...scatteredLines(2000))

function dumpOf(v: Village) {
  return dump(v.hiroba.db.pool, v.community.id)
}

test.each([
  ['discourse', () => discourseImport({ path: forum })],
  ['jsonl', () => jsonlImport({ path: scattered })],
])('a %s source that is imported again leaves every row as it was', async (_, run) => {
  const v = await village()
  const first = await runImport(v.here(bringer), run())
  const before = await dumpOf(v)
  const second = await runImport(v.here(bringer, new Date('2027-01-01')), run())
  expect(await dumpOf(v)).toEqual(before)
  expect(Number(before['search_entries']!.split(' ')[0])).toBeGreaterThan(1500)
  expect(second).toEqual({
    ...first,
    ...{ topics: 0, replies: 0, notes: 0, hidden: 0, deleted: 0 },
    there: first.topics + first.replies + first.notes,
  })
})

test('a second import into the same community is refused while one runs, elsewhere it is not', async () => {
  const [v, other] = [await village(), await village()]
  const { promise: reading, resolve: end } = Promise.withResolvers<void>()
  const endless = async function* () {
    yield* []
    await reading
  }
  const first = runImport(v.here(bringer), { kind: 'test', key: 'endless', read: endless })
  await sleep(50)
  await expect(runImport(v.here(bringer), jsonlImport({ path: scattered }))).rejects.toMatchObject({
    ...{ kind: 'conflict', code: 'import_running', data: { slug: v.community.slug } },
  })
  await runImport(other.here(bringer), jsonlImport({ path: jsonlOf({ sourceId: 1, text: 'x' }) }))
  expect(await topicsCount(other.here())).toBe(1)
  end()
  expect(await first).toMatchObject({ topics: 0 })
  expect(await runImport(v.here(bringer), jsonlImport({ path: scattered }))).toMatchObject({
    topics: 200,
  })
})

test('only an import may import', async () => {
  const v = await village()
  const running = async () => runImport(v.here(), jsonlImport({ path: scattered }))
  await expect(running()).rejects.toMatchObject({ kind: 'not_allowed' })
})

test('numbers that another source has taken are given anew, the rest are kept', async () => {
  const v = await village()
  const bring = (key: string, ...ids: number[]) =>
    archiveOf(...ids.map((id) => topicFile(id, [post(id, 1), post(id, 2)]))).then((path) =>
      runImport(v.here(bringer), discourseImport({ path, key })),
    )
  await bring('old', 1, 2, 7)
  const second = await bring('new', 2, 3, 7)
  expect(second).toMatchObject({ topics: 3, replies: 3, there: 0, rejected: {} })
  const numbers = (await latestTopics(v.here())).items.map(({ number }) => number)
  expect(numbers.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 7, 8, 9])
  for (const number of numbers) expect((await topicPage(v.here(), number)).entries).toHaveLength(2)

  expect(await bring('new', 2, 3, 7)).toMatchObject({ topics: 0, there: 6 })
  expect(await topicsCount(v.here())).toBe(6)
})

test('people of two sources stay apart, with a number behind a handle that is taken', async () => {
  const v = await village()
  for (const key of ['one', 'two']) {
    const path = jsonlOf({ sourceId: 1, text: 'x', author: 'Yuki' })
    await runImport(v.here(bringer), jsonlImport({ path, key }))
  }
  const handles = (await latestTopics(v.here())).items.map(({ author }) => author.handle)
  expect(handles.toSorted()).toEqual(['Yuki', 'Yuki2'])
})

test('a rehearsal says what an import would do, and writes nothing', async () => {
  for (const run of [discourseImport({ path: forum }), jsonlImport({ path: scattered })]) {
    const v = await village()
    const before = await dumpOf(v)
    const rehearsed = await rehearseImport(run, new Date())
    expect(await dumpOf(v)).toEqual(before)
    expect(await runImport(v.here(bringer), run)).toEqual(rehearsed)
  }
})

test('an import is told how far it is, and what it counts can be read when it ends', async () => {
  const v = await village()
  const progress: number[] = []
  const read: number[] = []
  const counts = await runImport(v.here(bringer), {
    ...discourseImport({ path: forum, onRead: (share) => read.push(share) }),
    onProgress: (posts) => progress.push(posts),
  })
  expect(progress.at(-1)).toBe(counts.topics + counts.replies)
  expect(progress).toEqual(progress.toSorted((a, b) => a - b))
  expect(read.at(-1)).toBe(1)
  const months = await figures(v.here(), { from: '2025-01', to: '2026-12', by: 'month' })
  const sum = (pick: 'topics' | 'replies') =>
    months.reduce((total, month) => total + month[pick], 0)
  // The topic whose first post is missing is no topic somebody opened
  expect([sum('topics'), sum('replies')]).toEqual([counts.topics - 1, counts.replies])
})
