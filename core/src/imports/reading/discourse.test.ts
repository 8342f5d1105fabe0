import {
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { gzipSync } from 'node:zlib'
import { pack } from 'tar-stream'
import { afterAll, expect, test } from 'vitest'
import { discourseTopics, type DiscourseEvent } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'hiroba-reading-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const now = new Date('2026-11-20T00:00:00Z')

type Fields = Record<string, unknown>

function post(number: number, fields: Fields = {}) {
  const created_at = '2026-10-01T09:00:00.000Z'
  const base = {
    id: 1000 + number,
    post_number: number,
    post_type: 1,
    username: 'yuki',
    created_at,
  }
  return { ...base, cooked: `<p>post ${number}</p>`, user_id: 7, actions_summary: [], ...fields }
}

function topic(id: number, posts: unknown[], fields: Fields = {}) {
  const head = { id, title: `Topic ${id}`, created_at: '2026-10-01T09:00:00.000Z', ...fields }
  return JSON.stringify({ post_stream: { posts, stream: [] }, ...head })
}

type Entry = {
  name: string
  content?: string | Buffer
  type?: 'symlink' | 'link' | 'fifo' | 'directory'
  linkname?: string
}

async function tar(entries: Entry[]) {
  const archive = pack()
  for (const { name, content = '', type, linkname } of entries)
    archive.entry({ name, ...(type && { type }), ...(linkname && { linkname }) }, content as string)
  archive.finalize()
  const chunks: Buffer[] = []
  for await (const chunk of archive) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

let files = 0
function fileWith(content: string | Buffer, name = `source-${files++}.tar.gz`) {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

async function read(path: string) {
  const events: DiscourseEvent[] = []
  for await (const event of discourseTopics(path, { now })) events.push(event)
  const numbers = events.flatMap((event) =>
    event.kind === 'posts' ? event.posts.map((each) => `${event.topicId}/${each.post_number}`) : [],
  )
  const rejects = events.flatMap((event) => (event.kind === 'reject' ? [event.reject] : []))
  const skips = events.flatMap((event) => (event.kind === 'skip' ? [event.skip] : []))
  const topics = events.flatMap((event) => (event.kind === 'topic' ? [event.topic.id] : []))
  return { events, topics, numbers, rejects, skips, reasons: rejects.map(({ reason }) => reason) }
}

test('a tar.gz, a tar and a folder give the same topics and posts', async () => {
  const entries = [
    { name: 'b.json', content: topic(2, [post(1), post(2)]) },
    { name: 'a.json', content: topic(1, [post(1)]) },
  ]
  const plain = await tar(entries)
  const within = join(folder, 'plain')
  mkdirSync(within)
  for (const { name, content } of entries) writeFileSync(join(within, name), content)

  expect((await read(fileWith(gzipSync(plain)))).numbers).toEqual(['2/1', '2/2', '1/1'])
  expect((await read(fileWith(plain))).numbers).toEqual(['2/1', '2/2', '1/1'])
  expect((await read(within)).numbers).toEqual(['1/1', '2/1', '2/2'])
  expect((await read(within)).rejects).toEqual([])
})

test('a topic and its posts carry what an import needs, and nothing else', async () => {
  const fields = { tags: ['tea', { id: 3, name: 'weather' }], accepted_answer: { post_number: 2 } }
  const answer = post(2, { name: null, actions_summary: [{ id: 2, count: 4 }], secret: 'x' })
  const { events } = await read(fileWith(topic(5, [post(1), answer], fields), 'one.json'))
  expect(events[0]).toMatchObject({ kind: 'topic', path: 'one.json' })
  expect(events[0]).toMatchObject({ topic: { id: 5, tags: ['tea', 'weather'] } })
  const [, second] = (events[1] as { posts: object[] }).posts
  expect(second).toMatchObject({ name: '', actions_summary: [{ id: 2, count: 4 }], version: 1 })
  expect(second).not.toHaveProperty('secret')
})

test('a path that leads nowhere is refused', async () => {
  await expect(read(join(folder, 'nothing'))).rejects.toMatchObject({
    kind: 'not_found',
    code: 'import_source_not_found',
  })
})

test('of a truncated gzip everything before the cut comes in, with one reject', async () => {
  const many = Array.from({ length: 60 }, (_, id) => ({
    name: `${id + 1}.json`,
    content: topic(id + 1, [post(1, { cooked: noise(3000, id + 1) })]),
  }))
  const whole = gzipSync(await tar(many))
  const { topics, reasons, rejects } = await read(fileWith(whole.subarray(0, whole.length / 2)))
  expect(topics.length).toBeGreaterThan(25)
  expect(topics).toEqual(Array.from({ length: topics.length }, (_, at) => at + 1))
  expect(reasons).toEqual(['gzip_truncated'])
  expect(rejects[0]!.detail).toContain(`${topics.length + 1}.json`)
})

test('a gzip broken in its middle, a truncated tar and what is no archive end with one reject', async () => {
  const plain = await tar([
    { name: '1.json', content: topic(1, [post(1)]) },
    { name: '2.json', content: topic(2, [post(1, { cooked: noise(90_000) })]) },
  ])
  const broken = gzipSync(plain)
  broken.fill(0xff, broken.length - 30_000, broken.length - 20_000)
  expect((await read(fileWith(broken))).reasons).toEqual(['gzip_corrupt'])
  const cut = await read(fileWith(plain.subarray(0, 40_000)))
  expect([cut.topics, cut.reasons]).toEqual([[1], ['tar_truncated']])
  const atBorder = await read(fileWith(plain.subarray(0, 1024)))
  expect([atBorder.topics, atBorder.reasons]).toEqual([[1], ['tar_truncated']])
  expect((await read(fileWith(Buffer.alloc(5000, 'x')))).reasons).toEqual(['tar_corrupt'])
})

test('a gzip bomb is stopped', async () => {
  const bomb = gzipSync(Buffer.alloc(200 * 2 ** 20))
  const { topics, reasons } = await read(fileWith(bomb))
  expect([topics, reasons]).toEqual([[], ['gzip_bomb']])
})

test('paths that climb out, links and devices in a tar are left out, the rest comes in', async () => {
  const source = fileWith(
    await tar([
      { name: '../../etc/1.json', content: topic(1, [post(1)]) },
      { name: 'a/../../2.json', content: topic(2, [post(1)]) },
      { name: '/etc/3.json', content: topic(3, [post(1)]) },
      { name: 'C:\\4.json', content: topic(4, [post(1)]) },
      { name: 'link.json', type: 'symlink', linkname: '/etc/passwd' },
      { name: 'hard.json', type: 'link', linkname: 'good.json' },
      { name: 'pipe.json', type: 'fifo' },
      { name: './good..name.json', content: topic(9, [post(1)]) },
    ]),
  )
  const { topics, reasons } = await read(source)
  expect(topics).toEqual([9])
  expect(reasons.filter((reason) => reason === 'path_outside')).toHaveLength(4)
  expect(reasons.slice(4)).toEqual(['link', 'link', 'not_a_file'])
})

test('the folders in a tar are not counted as left out', async () => {
  const source = fileWith(
    await tar([
      { name: 'topics/', type: 'directory' },
      { name: 'topics/1.json', content: topic(1, [post(1)]) },
    ]),
  )
  const { topics, rejects, skips } = await read(source)
  expect([topics, rejects, skips]).toEqual([[1], [], []])
})

test('a folder’s links are not followed and what is no topic is skipped with its reason', async () => {
  const within = join(folder, 'mixed')
  mkdirSync(join(within, 'deep'), { recursive: true })
  writeFileSync(join(folder, 'outside.json'), topic(1, [post(1)]))
  symlinkSync(join(folder, 'outside.json'), join(within, 'link.json'))
  symlinkSync(within, join(within, 'loop'))
  writeFileSync(join(within, 'deep', 'two.json'), topic(2, [post(1)]))
  writeFileSync(join(within, '._two.json'), 'junk')
  writeFileSync(join(within, 'readme.txt'), 'hello')
  const { topics, rejects, skips } = await read(within)
  expect(topics).toEqual([2])
  expect(rejects.map(({ path, reason }) => [path, reason])).toEqual([
    ['link.json', 'link'],
    ['loop', 'link'],
  ])
  expect(skips).toEqual([
    { path: '._two.json', reason: 'system_file' },
    { path: 'readme.txt', reason: 'not_json' },
  ])
})

test('a file that is no UTF-8, no JSON or no topic is told by path and reason', async () => {
  const { topics, rejects } = await read(
    fileWith(
      await tar([
        { name: 'utf8.json', content: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]) },
        { name: 'json.json', content: '{"id": 1, ' },
        { name: 'empty.json', content: '' },
        { name: 'list.json', content: '[]' },
        { name: 'null.json', content: 'null' },
        { name: 'posts.json', content: JSON.stringify({ id: 1, title: 'x', post_stream: {} }) },
        { name: 'title.json', content: topic(2, [post(1)], { title: 5 }) },
        { name: 'bom.json', content: '\ufeff' + topic(3, [post(1)]) },
        { name: 'again.json', content: topic(3, [post(1)]) },
      ]),
    ),
  )
  expect(topics).toEqual([3])
  expect(rejects.map(({ path, reason }) => `${path} ${reason}`)).toEqual([
    'utf8.json invalid_utf8',
    'json.json invalid_json',
    'empty.json invalid_json',
    'list.json wrong_shape',
    'null.json wrong_shape',
    'posts.json wrong_shape',
    'title.json wrong_shape',
    'again.json duplicate_topic',
  ])
})

test('a post of a wrong shape, number or date is left out alone', async () => {
  const { numbers, rejects } = await read(
    fileWith(
      topic(1, [
        post(1),
        post(2, { cooked: null }),
        post(3, { username: '' }),
        post(4, { created_at: '1970-01-01T00:00:00.000Z' }),
        post(5, { created_at: '2099-01-01T00:00:00.000Z' }),
        post(6, { created_at: 'yesterday' }),
        post(1, { id: 5000 }),
        post(7, { id: 1001 }),
        'post',
        post(-8),
        post(9),
      ]),
      'posts.json',
    ),
  )
  expect(numbers).toEqual(['1/1', '1/9'])
  expect(rejects.map(({ path, reason }) => `${path} ${reason}`)).toEqual([
    'posts.json#posts[1] wrong_shape',
    'posts.json#posts[2] wrong_shape',
    'posts.json#posts[3] date_out_of_range',
    'posts.json#posts[4] date_out_of_range',
    'posts.json#posts[5] invalid_date',
    'posts.json#posts[6] duplicate_post_number',
    'posts.json#posts[7] duplicate_post_id',
    'posts.json#posts[8] wrong_shape',
    'posts.json#posts[9] wrong_shape',
  ])
})

test('a topic that lost its date takes the one of its first post', async () => {
  const dateless = { created_at: '1970-01-01T00:00:00.000Z' }
  const [first] = (await read(fileWith(topic(1, [post(1)], dateless), 'lost.json'))).events
  expect(first).toMatchObject({ topic: { created_at: '2026-10-01T09:00:00.000Z' } })
  const both = await read(fileWith(topic(1, [post(1, dateless)], dateless), 'both.json'))
  expect(both.reasons).toEqual(['date_out_of_range'])
})

test('characters that a database cannot keep are taken out', async () => {
  const text = JSON.stringify({ cooked: 'a\0b' }).replace('b', '\\ud800b')
  const odd = post(1, JSON.parse(text) as Fields)
  const { events } = await read(fileWith(topic(1, [odd], { title: 't\0' }), 'odd.json'))
  expect(events[0]).toMatchObject({ topic: { title: 't' } })
  expect(events[1]).toMatchObject({ posts: [{ cooked: 'a\ufffdb' }] })
})

test('a large topic is read post by post, its broken posts left out, its head behind the posts', async () => {
  const path = join(folder, 'large.json')
  const posts = 4000
  const filler = noise(3000)
  await pipeline(function* () {
    yield '{"post_stream": {"stream": [1, 2], "posts" : ['
    for (let number = 1; number <= posts; number++)
      yield (number > 1 ? ' ,\n' : '') + JSON.stringify(post(number, { cooked: `"]}\\${filler}` }))
    yield `,{"id": 1, nonsense}, ${JSON.stringify(post(1))}] }, "posts": [5],`
    yield '"id": 77, "title": "Large", "created_at": "2026-10-01T09:00:00.000Z"}'
  }, createWriteStream(path))
  const { topics, numbers, events, rejects } = await read(path)
  expect(topics).toEqual([77])
  expect(numbers).toHaveLength(posts)
  expect(numbers.at(-1)).toBe(`77/${posts}`)
  expect(events.filter((event) => event.kind === 'posts').length).toBeGreaterThan(5)
  expect(rejects.map(({ path, reason }) => `${path} ${reason}`)).toEqual([
    `large.json#posts[${posts}] invalid_json`,
    `large.json#posts[${posts + 1}] duplicate_post_number`,
  ])
})

test('one post larger than any post is left out without being held', async () => {
  const path = join(folder, 'heavy.json')
  await pipeline(function* () {
    yield `{"post_stream":{"posts":[${JSON.stringify(post(1))},{"cooked":"`
    for (let part = 0; part < 40; part++) yield 'x'.repeat(2 ** 19)
    yield `"},${JSON.stringify(post(2))}]},"id":1,"title":"Heavy","created_at":"2026-10-01T09:00:00Z"}`
  }, createWriteStream(path))
  const { numbers, reasons } = await read(path)
  expect(numbers).toEqual(['1/1', '1/2'])
  expect(reasons).toEqual(['post_too_large'])
})

/** Text that does not compress, the same in every run. */
function noise(length: number, seed = 7) {
  let text = ''
  while (text.length < length) {
    seed = (seed * 48271) % 2147483647
    text += seed.toString(36)
  }
  return text.slice(0, length)
}
