import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { categoriesHere, latestTopics, memberPage, topicPage } from '../discussions/index.ts'
import { figures } from '../insights/index.ts'
import { searchIds } from '../platform/search/index.ts'
import { village, type Village } from '../testing/village.ts'
import { fileOf, jsonlOf } from './sources.for-tests.ts'
import { jsonlImport, runImport, type Reject } from './index.ts'

const bringer = { kind: 'import', source: 'jsonl', audiences: 'all' } as const
const now = new Date('2026-04-01T00:00:00Z')

async function bring(v: Village, path: string) {
  const rejects: Reject[] = []
  const counts = await runImport(v.here(bringer, now), {
    ...jsonlImport({ path }),
    onReject: (reject) => rejects.push(reject),
  })
  return { ...counts, lines: rejects.map(({ line, reason }) => `${line} ${reason}`), rejects }
}

async function brought(...lines: Parameters<typeof jsonlOf>) {
  const v = await village()
  return { v, ...(await bring(v, jsonlOf(...lines))) }
}

async function topicsOf(v: Village) {
  return (await latestTopics(v.here())).items
}

test('a line of every field becomes a topic, a line that names a topic its reply', async () => {
  const { v, ...counts } = await brought(
    {
      ...{ sourceId: 12, title: '茶会', text: '**春**の茶会です。', lang: 'ja', author: 'ゆき' },
      ...{ createdAt: '2026-03-01T10:00:00+09:00', category: '催し' },
    },
    { sourceId: 'r', topic: 12, text: '行きます', author: 'Hana', createdAt: '2026-03-02T10:00' },
  )
  expect(counts).toMatchObject({ topics: 1, replies: 1, members: 2, rejected: {} })
  const [line] = await topicsOf(v)
  expect(line).toMatchObject({
    ...{ number: 1, slug: '茶会', title: '茶会', lang: 'ja', author: { handle: 'ゆき' } },
    ...{ createdAt: new Date('2026-03-01T01:00:00Z'), lastAt: new Date('2026-03-02T10:00:00Z') },
    category: { slug: '催し', name: { original: 'en', text: { en: '催し' } } },
  })
  const { entries } = await topicPage(v.here(), 1)
  expect(entries).toMatchObject([
    { number: 1, html: '<p><strong>春</strong>の茶会です。</p>\n' },
    { number: 2, author: { handle: 'Hana' } },
  ])
  expect(await categoriesHere(v.here())).toMatchObject([{ slug: '催し', topicsCount: 1 }])
})

test('replies before their topic come in, those to an unknown topic are told', async () => {
  const { v, lines, ...counts } = await brought(
    { sourceId: 'a', topic: 't', text: 'before' },
    ...Array.from({ length: 900 }, (_, at) => ({ sourceId: at, text: `between ${at}` })),
    { sourceId: 'b', topic: 'nowhere', text: 'lost', author: 'Ken' },
    { sourceId: 't', text: 'The topic', title: 'At last' },
    { sourceId: 'c', topic: 't', text: 'after' },
  )
  expect(counts).toMatchObject({ topics: 901, replies: 2, members: 0 })
  expect(lines).toEqual(['902 topic_unknown'])
  const { entries } = await topicPage(v.here(), 901)
  expect(entries.map((entry) => 'html' in entry && entry.html)).toEqual([
    '<p>The topic</p>\n',
    '<p>after</p>\n',
    '<p>before</p>\n',
  ])
  expect(await memberPage(v.here(), 'ken').catch(() => null)).toBeNull()
})

test('a reply whose topic came with an earlier file of the same source finds it', async () => {
  const { v } = await brought({ sourceId: 1, text: 'topic' })
  expect(await bring(v, jsonlOf({ sourceId: 2, topic: 1, text: 'reply' }))).toMatchObject({
    replies: 1,
    rejected: {},
  })
  expect((await topicPage(v.here(), 1)).entries).toHaveLength(2)
})

test('a topic without a title is called by its first words', async () => {
  const { v } = await brought(
    { sourceId: 1, text: `# Tea\n\nOf ${'many words '.repeat(30)}` },
    { sourceId: 'bare', text: '' },
  )
  const titles = (await topicsOf(v)).map(({ title }) => title).toSorted()
  expect(titles[0]).toMatch(/^Tea Of many words .{20,40}…$/)
  expect(titles[1]).toBe('bare')
})

test('nobody is counted as the author of posts without one', async () => {
  const { v, ...counts } = await brought(
    { sourceId: 1, text: 'topic', createdAt: '2026-03-01' },
    { sourceId: 2, topic: 1, text: 'reply', author: ' ', createdAt: '2026-03-01' },
    { sourceId: 3, topic: 1, text: 'reply', author: 'Minjun', createdAt: '2026-03-01' },
  )
  expect(counts).toMatchObject({ topics: 1, replies: 2, members: 1 })
  const [march] = await figures(v.here(), { from: '2026-03', to: '2026-03', by: 'month' })
  expect(march).toMatchObject({ contributors: 1, topics: 0, replies: 1 })
})

test('lines without a date are of the day their source was first seen', async () => {
  const { v } = await brought({ sourceId: 1, text: 'dateless' })
  expect(await topicsOf(v)).toMatchObject([{ createdAt: now }])
})

test('zh-hans is Chinese, and found as such', async () => {
  const { v } = await brought(
    { sourceId: 1, text: '春天的茶会在礼堂举行', lang: 'zh-hans' },
    { sourceId: 2, text: '봄 다과회', lang: 'ko-KR' },
    { sourceId: 3, text: 'x', lang: 'nonsense!' },
  )
  const langs = (await topicsOf(v)).map(({ lang }) => lang)
  expect(langs.toSorted()).toEqual(['en', 'ko', 'zh'])
  const found = await searchIds(v.here(), { query: '茶会', lang: 'zh' })
  expect(found).toHaveLength(1)
})

test('an id that comes twice is told, and the first one stays', async () => {
  const { v, lines, ...counts } = await brought(
    { sourceId: 1, text: 'first', createdAt: '2026-03-01' },
    { sourceId: 1, text: 'second', createdAt: '2026-03-02' },
    { sourceId: 2, topic: 1, text: 'reply' },
    { sourceId: 2, topic: 1, text: 'again' },
  )
  expect(lines).toEqual(['2 duplicate_id', '4 duplicate_id'])
  expect(counts).toMatchObject({ topics: 1, replies: 1, there: 0 })
  expect(await topicsOf(v)).toMatchObject([{ title: 'first' }])
})

test('bad lines are told by number and reason, the rest comes in', async () => {
  const { v, lines } = await brought(
    '{"sourceId": 1, "text"',
    { sourceId: 2, text: 'x'.repeat(10_500_000) },
    { sourceId: 3, text: 'x'.repeat(9_000_000) },
    { sourceId: 4, text: '字'.repeat(2_000_000) },
    { sourceId: 5, text: `${'> '.repeat(10_000)}deep ${'['.repeat(10_000)}` },
    { sourceId: 6, text: 'x', createdAt: '1970-01-01' },
    { sourceId: 7, text: 'x', createdAt: '2099-01-01' },
    { sourceId: 8, text: 'a\u0000b', category: '\u0000', author: 'ﷺ'.repeat(9000) },
    { text: 'no id' },
    { sourceId: 9, text: 'good', category: 'x'.repeat(100_000) },
  )
  expect(lines).toEqual([
    '1 invalid_json',
    '2 line_too_long',
    '6 date_out_of_range',
    '7 date_out_of_range',
    '9 wrong_shape',
  ])
  expect(await topicsOf(v)).toHaveLength(5)
})

test('rejects name the file, never where it lay', async () => {
  const { rejects } = await brought('nonsense', { sourceId: 1, topic: 'x', text: 'y' })
  for (const { path } of rejects) expect(path).toMatch(/^source-\d+\.jsonl$/)
  expect(rejects).toHaveLength(2)
})

test('gzip is read, and its cut told', async () => {
  const lines = Array.from({ length: 5000 }, (_, at) =>
    JSON.stringify({ sourceId: at, text: `tea ${(at * 48271) % 65537}` }),
  )
  const packed = gzipSync(lines.join('\n'))
  const v = await village()
  const cut = await bring(v, fileOf(packed.subarray(0, packed.length / 2), '.jsonl.gz'))
  expect(cut.lines).toEqual([`${cut.topics + 1} gzip_truncated`])
  expect(await bring(v, fileOf(packed, '.jsonl.gz'))).toMatchObject({
    topics: 5000 - cut.topics,
    there: cut.topics,
  })
})
