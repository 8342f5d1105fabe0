import { gzipSync } from 'node:zlib'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  categoriesHere,
  latestTopics,
  memberPage,
  popularTags,
  topicAddress,
  topicPage,
} from '../discussions/index.ts'
import { figures } from '../insights/index.ts'
import { search } from '../platform/search/index.ts'
import { village, type Village } from '../testing/village.ts'
import {
  archiveOf,
  cast,
  fileOf,
  folder,
  post,
  tarOf,
  topicFile,
  type Entry,
} from './sources.for-tests.ts'
import { discourseImport, runImport, type Reject } from './index.ts'

const bringer = { kind: 'import', source: 'discourse', audiences: 'all' } as const

async function bring(v: Village, path: string, options: { site?: string } = {}) {
  const rejects: Reject[] = []
  const counts = await runImport(v.here(bringer), {
    ...discourseImport({ path, ...options }),
    onReject: (reject) => rejects.push(reject),
  })
  return { ...counts, rejects, reasons: rejects.map(({ path, reason }) => `${path} ${reason}`) }
}

async function brought(...entries: Entry[]) {
  const v = await village()
  return { v, ...(await bring(v, await archiveOf(...entries))) }
}

async function found(v: Village, query: string) {
  const { hits } = await search(v.here(), { query })
  return hits.length
}

test('everything Discourse tells of a topic and its posts can be read', async () => {
  const answer = `<aside class="quote" data-username="minjun" data-post="1" data-topic="7">
    <div class="title">minjun:</div><blockquote><p>Where is the well?</p></blockquote></aside>
    <p>Behind the <strong>hall</strong>, see <a href="https://tea.example/map">the map</a>:</p>
    <pre><code class="lang-ts">const well = 1</code></pre>
    <ul><li>turn left</li><li>walk</li></ul>
    <table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>
    <p><img src="https://tea.example/tea.png" class="emoji" title=":tea:" alt=":tea:">
    <img src="https://tea.example/hall.png" alt="the hall"></p>`
  const { v, rejects, ...counts } = await brought(
    topicFile(
      7,
      [
        post(7, 1, { ...cast.minjun, cooked: '<p>Where is the well?</p>', user_title: 'Gardener' }),
        post(7, 2, {
          ...cast.yuki,
          cooked: answer,
          accepted_answer: true,
          actions_summary: [
            { id: 2, count: 3 },
            { id: 5, count: 9 },
          ],
          reply_to_post_number: 1,
          version: 3,
          created_at: '2026-03-02T10:00:00.000Z',
          updated_at: '2026-03-03T10:00:00.000Z',
        }),
        post(7, 3, { ...cast.system, post_type: 3, action_code: 'closed.enabled', cooked: '' }),
        post(7, 4, { ...cast.hana, post_type: 2, cooked: '<p>Please stay kind.</p>' }),
        post(7, 6, { ...cast.ken, hidden: true, cooked: '<p>unkind wellspring</p>' }),
        post(7, 9, { ...cast.minjun, reply_to_post_number: 2 }),
        post(7, 10, { ...cast.ken, deleted_at: '2026-03-04T10:00:00Z', cooked: '<p>gone</p>' }),
        post(7, 11, { ...cast.ken, post_type: 4, cooked: '<p>whispered</p>' }),
      ],
      {
        ...{ title: 'The well', slug: 'the-well', category_id: 12, views: 41, closed: true },
        ...{ tags: ['Tea', { id: 1, name: 'water' }], accepted_answer: { post_number: 2 } },
        pinned_at: '2026-03-05T10:00:00.000Z',
      },
    ),
  )
  expect(rejects).toEqual([])
  expect(counts).toMatchObject({
    ...{ topics: 1, replies: 4, notes: 2, members: 5, hidden: 1, deleted: 1, there: 0 },
    skipped: { whisper: 1 },
  })

  const { topic, entries } = await topicPage(v.here(), 7)
  expect(topic).toMatchObject({
    ...{ number: 7, slug: 'the-well', title: 'The well', state: 'solved', views: 41 },
    ...{ closed: true, pinned: true, acceptedNumber: 2, likesCount: 3, repliesCount: 3 },
    ...{ category: { number: 12, name: null }, lastNumber: 10 },
    tags: [
      { slug: 'tea', name: 'Tea' },
      { slug: 'water', name: 'water' },
    ],
  })
  expect(entries.map((entry) => [entry.is, entry.number])).toEqual([
    ['post', 1],
    ['post', 2],
    ['note', 3],
    ['note', 4],
    ['post', 6],
    ['post', 9],
  ])
  const [question, reply, closing, message, hidden, thanks] = entries
  expect(question).toMatchObject({ author: { handle: 'minjun' } })
  expect(await memberPage(v.here(), 'minjun')).toMatchObject({ member: { title: 'Gardener' } })
  expect(reply).toMatchObject({
    ...{ accepted: true, author: { handle: 'ゆき', name: 'Yuki' } },
    ...{ reactions: [{ kind: 'like', count: 3 }], editedAt: new Date('2026-03-03T10:00:00Z') },
    createdAt: new Date('2026-03-02T10:00:00Z'),
  })
  const html = (reply as { html: string }).html
  expect(html).toMatch(/<blockquote[\s\S]*Where is the well\?/)
  for (const part of ['<strong>hall</strong>', 'href="https://tea.example/map"', '<li>', '<td>b'])
    expect(html).toContain(part)
  expect(html).toMatch(/<pre[\s\S]*well/)
  expect(html).toContain('🍵')
  expect(html).toContain('https://tea.example/hall.png')
  expect(html).not.toMatch(/<img/)
  expect(closing).toMatchObject({ kind: 'closed', member: { handle: 'system' } })
  expect(message).toMatchObject({ kind: 'message', html: '<p>Please stay kind.</p>\n' })
  expect(hidden).toMatchObject({ hidden: true })
  expect(thanks).toMatchObject({ answers: { number: 2, author: { handle: 'ゆき' } } })

  expect(await topicAddress(v.here(), 7)).toMatchObject({ slug: 'the-well' })
  expect(await found(v, 'wellspring')).toBe(0)
  expect(await found(v, 'well')).toBeGreaterThan(0)
  const [march] = await figures(v.here(), { from: '2026-03', to: '2026-03', by: 'month' })
  expect(march).toMatchObject({ contributors: 3, topics: 1, replies: 3 })
})

test('categories without names get their number, and tags the first of their spellings', async () => {
  const tagged = (id: number, tag: string, category_id: number) =>
    topicFile(id, [post(id, 1)], { tags: [tag, ' '], category_id })
  const { v } = await brought(tagged(1, 'Tea', 5), tagged(2, 'TEA', 9), tagged(3, 'tea', 5))
  const categories = await categoriesHere(v.here())
  expect(
    categories.map(({ number, name, slug, topicsCount }) => [number, name, slug, topicsCount]),
  ).toEqual([
    [5, null, 'category-5', 2],
    [9, null, 'category-9', 1],
  ])
  expect(await popularTags(v.here())).toMatchObject([{ name: 'Tea', topicsCount: 3 }])
})

test('people came with their first post, wherever it stands in the source', async () => {
  const first = '2026-01-05T10:00:00.000Z'
  const rest = Array.from({ length: 450 }, (_, at) => post(1, at + 1))
  const early = topicFile(2, [post(2, 1, { created_at: first })], { created_at: first })
  const { v } = await brought(topicFile(1, rest), early)
  expect((await memberPage(v.here(), 'minjun'))!.member.seenAt).toEqual(new Date(first))
})

test('of a topic that was deleted nothing is shown, found or counted; an unlisted one is not found', async () => {
  const words = { cooked: '<p>wellspring</p>' }
  const { v, ...counts } = await brought(
    topicFile(1, [post(1, 1, words), post(1, 2, words)], { deleted_at: '2026-03-02T10:00:00Z' }),
    topicFile(2, [post(2, 1, words), post(2, 2, words)], { visible: false }),
  )
  expect(counts).toMatchObject({ topics: 2, replies: 2, deleted: 2 })
  await expect(topicPage(v.here(), 1)).rejects.toMatchObject({ kind: 'not_found' })
  expect(await found(v, 'wellspring')).toBe(0)
  expect((await latestTopics(v.here())).items).toEqual([])
  expect((await topicPage(v.here(), 2)).entries).toHaveLength(2)
  const [march] = await figures(v.here(), { from: '2026-03', to: '2026-03', by: 'month' })
  expect(march).toMatchObject({ topics: 1, replies: 1 })
})

test('a topic without its first post comes in for its replies, a topic without posts does not', async () => {
  const { v, reasons, ...counts } = await brought(
    topicFile(1, [post(1, 2), post(1, 3)]),
    topicFile(2, []),
    topicFile(3, [post(3, 2), post(3, 1)]),
  )
  expect(reasons).toEqual(['1.json first_post_missing', '2.json topic_without_posts'])
  expect(counts).toMatchObject({ topics: 2, replies: 3 })
  expect((await topicPage(v.here(), 1)).entries.map(({ number }) => number)).toEqual([1, 2, 3])
  const [march] = await figures(v.here(), { from: '2026-03', to: '2026-03', by: 'month' })
  expect(march).toMatchObject({ topics: 1, replies: 3 })
})

test('numbers, dates and names that no database keeps change nothing else', async () => {
  const odd = {
    ...{ user_id: null, username: 'ﷺ'.repeat(5000), user_title: 'a\u0000b', version: 2 },
    ...{ updated_at: '+275000-01-01T00:00:00Z', actions_summary: [{ id: 2, count: 1e300 }] },
  }
  const { v, rejects } = await brought(
    topicFile(1, [post(1, 1, odd), post(1, 2, { reply_to_post_number: 4000 })], {
      ...{
        title: ' ',
        slug: '%E0%A4%A',
        views: 9e15,
        category_id: 9e15,
        tags: ['a\u0000b', '\ud800'],
      },
      ...{ accepted_answer: { post_number: -3 }, pinned_at: '9999-99-99', closed: true },
      last_posted_at: '-200000-01-01T00:00:00Z',
    }),
    topicFile(9e15, [post(3, 1)]),
    topicFile(4, [post(4, 1, { username: 'ﷺ'.repeat(4000), user_id: 8 })], {
      title: 'x'.repeat(9999),
    }),
  )
  expect(rejects).toEqual([])
  const { topic, entries } = await topicPage(v.here(), 1)
  expect(topic).toMatchObject({ title: 'Post 1 of topic 1.', pinned: false, acceptedNumber: null })
  expect(entries).toHaveLength(2)
  const numbers = (await latestTopics(v.here())).items.map(({ number }) => number)
  expect(numbers.toSorted((a, b) => a - b)).toEqual([1, 4, 5])
})

test('what stands in a source twice comes in once, and is told', async () => {
  const { v, reasons, ...counts } = await brought(
    topicFile(1, [post(1, 1), post(1, 2), post(1, 2, { id: 77 })]),
    topicFile(1, [post(1, 1)]),
    topicFile(2, [post(2, 1), post(2, 2, { id: 1002 })]),
  )
  expect(reasons).toEqual([
    '1.json#posts[2] duplicate_post_number',
    '1.json duplicate_topic',
    '2.json duplicate_id',
  ])
  expect(counts).toMatchObject({ topics: 2, replies: 1, there: 0 })
  expect((await topicPage(v.here(), 2)).entries).toHaveLength(1)
})

test('of a source full of broken things the good ones come in, and each broken one is told', async () => {
  const deep = `${'<div>'.repeat(10_000)}${'<b>'.repeat(10_000)}wellspring`
  const quotes = `${'<blockquote>'.repeat(10_000)}nested`
  const { v, reasons } = await brought(
    topicFile(1, [
      post(1, 1),
      post(1, 2, { cooked: deep }),
      post(1, 3, { cooked: quotes }),
      post(1, 4, { created_at: '1970-01-01T00:00:00Z' }),
      post(1, 5, { created_at: '2099-01-01T00:00:00Z' }),
      post(1, 6, { cooked: `<p>${'wide '.repeat(2_000_000)}</p>` }),
      post(1, 7, { cooked: `<p>${'字'.repeat(1_000_000)}</p>` }),
      post(1, 8),
    ]),
    { name: '../../climbing.json', content: 'x' },
    { name: 'link.json', linkname: '/etc/passwd' },
    { name: 'json.json', content: '{"id": 1, ' },
    { name: 'utf8.json', content: Buffer.from([0x7b, 0xff, 0x7d]) },
    { name: 'notes.txt', content: 'hello' },
    topicFile(2, [post(2, 1)]),
  )
  expect(reasons.toSorted()).toEqual([
    '../../climbing.json path_outside',
    '1.json#posts[3] date_out_of_range',
    '1.json#posts[4] date_out_of_range',
    'json.json invalid_json',
    'link.json link',
    'utf8.json invalid_utf8',
  ])
  const { entries } = await topicPage(v.here(), 1)
  expect(entries.map(({ number }) => number)).toEqual([1, 2, 3, 6, 7, 8])
  expect(await found(v, 'wellspring')).toBe(1)
  expect((await topicPage(v.here(), 2)).entries).toHaveLength(1)
})

test('of a truncated archive everything before the cut comes in, of a bomb nothing', async () => {
  const many = Array.from({ length: 300 }, (_, at) =>
    topicFile(at + 1, [post(at + 1, 1, { cooked: noise(at + 1) })]),
  )
  const whole = gzipSync(await tarOf(...many))
  const v = await village()
  const cut = await bring(v, fileOf(whole.subarray(0, whole.length / 2), '.tar.gz'))
  expect(cut.topics).toBeGreaterThan(100)
  expect(cut.rejected).toEqual({ gzip_truncated: 1 })
  const bomb = await bring(v, fileOf(gzipSync(Buffer.alloc(200 * 2 ** 20)), '.tar.gz'))
  expect(bomb).toMatchObject({ topics: 0, rejected: { gzip_bomb: 1 } })

  const rest = await bring(v, fileOf(whole, '.tar.gz'))
  expect(rest).toMatchObject({ topics: 300 - cut.topics, there: cut.topics, rejected: {} })
})

test('a folder of topic files comes in as an archive does, its relative links lead to the old site', async () => {
  const { name, content } = topicFile(1, [post(1, 1, { cooked: '<p><a href="/faq">faq</a></p>' })])
  writeFileSync(join(folder, name), content!)
  const v = await village()
  await bring(v, join(folder, name), { site: 'https://old.example' })
  const [entry] = (await topicPage(v.here(), 1)).entries
  expect((entry as { html: string }).html).toContain('href="https://old.example/faq"')
})

/** Text that does not compress, the same in every run. */
function noise(seed: number): string {
  let text = ''
  while (text.length < 3000) {
    seed = (seed * 48271) % 2147483647
    text += `${seed.toString(36)} `
  }
  return text
}
