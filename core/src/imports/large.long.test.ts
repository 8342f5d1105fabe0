import { createWriteStream, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { pack, type Pack } from 'tar-stream'
import { expect, test } from 'vitest'
import { stagedImport } from './interrupted.for-tests.ts'
import { folder } from './sources.for-tests.ts'

const megabyte = 2 ** 20
/** Less while developing: HIROBA_LARGE=200 npm run test:long -- large */
const size = Number(process.env['HIROBA_LARGE'] ?? 2048) * megabyte
const hours = 3_600_000

test('a topic of 100,000 posts comes in within 400 MB', { timeout: hours }, async () => {
  const path = join(folder, 'one.json')
  await pipeline(Readable.from(jsonOf(1, 100_000, () => 200)), createWriteStream(path))
  const staged = await stagedImport('discourse', path)
  const { counts, peak } = await staged.measured()
  expect(counts).toMatchObject({ topics: 1, replies: 99_999, rejected: {} })
  const [topic] = await staged.rows('select replies_count, last_number from topics')
  expect(topic).toEqual({ replies_count: 99_999, last_number: 100_000 })
  expect(peak / megabyte).toBeLessThan(400)
  await staged.drop()
})

test('a source of 2 GB comes in within 400 MB', { timeout: 2 * hours }, async () => {
  const { bavail, bsize } = statfsSync(tmpdir())
  if (bavail * bsize < 8 * size) throw new Error(`${tmpdir()} has too little space for this test`)
  const path = join(folder, 'large.tar.gz')
  const archive = pack()
  const zipped = pipeline(archive, createGzip({ level: 1 }), createWriteStream(path))
  const posts = await fill(archive)
  await zipped
  const staged = await stagedImport('discourse', path)
  const { counts, peak } = await staged.measured()
  rmSync(path)
  expect(counts.topics + counts.replies).toBe(posts)
  expect(counts.rejected).toEqual({})
  expect(peak / megabyte).toBeLessThan(400)
  await staged.drop()
})

/** Topics of 1 to 800 posts until the size is reached; answers how many posts. */
async function fill(archive: Pack): Promise<number> {
  let [written, posts] = [0, 0]
  for (let id = 1; written < size; id++) {
    const many = 1 + ((id * 7919) % 800)
    const content = Buffer.from([...jsonOf(id, many, lengths)].join(''))
    await new Promise<void>((resolve, reject) =>
      archive.entry({ name: `${id}.json` }, content, (error) =>
        error ? reject(error) : resolve(),
      ),
    )
    written += content.length
    posts += many
  }
  archive.finalize()
  return posts
}

/** Of a real forum's bytes a quarter is text; one post of a thousand is as long as a chapter. */
function lengths(number: number): number {
  return number % 997 === 0 ? 60_000 : 200 + ((number * 7919) % 1800)
}

function* jsonOf(
  id: number,
  posts: number,
  lengthOf: (number: number) => number,
): Generator<string> {
  yield '{"post_stream":{"posts":['
  for (let number = 1; number <= posts; number++)
    yield (
      (number > 1 ? ',' : '') +
      JSON.stringify({
        ...{ id: id * 1_000_000 + number, post_number: number, post_type: 1 },
        ...{ user_id: 1 + ((id + number) % 5000), username: `reader${(id + number) % 5000}` },
        created_at: new Date(Date.UTC(2020, 0, 1) + id * 60_000 + number * 1000).toISOString(),
        cooked: `<p>${words(id * 100_003 + number, lengthOf(number))}</p>`,
        topic_accepted_answers: Array.from({ length: 50 }, (_, at) => ({
          ...{ username: `reader${number * at}`, avatar: `/images/${id}/${at * number}.png` },
        })),
        actions_summary: [{ id: 2, count: number % 3 }],
      })
    )
  yield `]},"id":${id},"title":"Topic ${id}","category_id":${id % 20},`
  yield `"created_at":"${new Date(Date.UTC(2020, 0, 1) + id * 60_000).toISOString()}"}`
}

/** Varied words in several scripts, cheap to make and the same in every run. */
function words(seed: number, length: number): string {
  let text = ''
  for (let state = (seed % 2147483646) + 1; text.length < length;) {
    state = (state * 48271) % 2147483647
    const kind = state % 20
    if (kind === 0) text += `${String.fromCharCode(0xac00 + (state % 11_172))}나 `
    else if (kind === 1) text += `${String.fromCharCode(0x4e00 + (state % 20_000))}の `
    else if (kind === 2) text += `<code>${state}</code> `
    else text += `${(state % 60_000).toString(36)} `
  }
  return text
}
