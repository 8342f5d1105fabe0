import { execFile } from 'node:child_process'
import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'hiroba-large-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const megabyte = 2 ** 20

/** Reads a source in a process of its own; answers what came and its highest memory. */
async function readAlone(path: string) {
  const script = `
    import { discourseTopics } from ${JSON.stringify(import.meta.resolve('./index.ts'))}
    let posts = 0, rejects = 0
    for await (const event of discourseTopics(${JSON.stringify(path)}))
      if (event.kind === 'posts') posts += event.posts.length
      else if (event.kind === 'reject') rejects++
    const peak = process.resourceUsage().maxRSS * 1024
    console.log(JSON.stringify({ posts, rejects, peak }))`
  const run = promisify(execFile)
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script])
  return JSON.parse(stdout) as { posts: number; rejects: number; peak: number }
}

function post(number: number) {
  const created_at = '2026-10-01T09:00:00.000Z'
  const cooked = `<p>post ${number} ${'word '.repeat(300)}</p>`
  return JSON.stringify({
    id: number,
    post_number: number,
    post_type: 1,
    username: 'yuki',
    created_at,
    cooked,
  })
}

function* topicOf(id: number, posts: number) {
  yield '{"post_stream":{"posts":['
  for (let number = 1; number <= posts; number++) yield (number > 1 ? ',' : '') + post(number)
  yield `]},"id":${id},"title":"Long","created_at":"2026-10-01T09:00:00.000Z"}`
}

test('a topic of 100,000 posts is read within 400 MB', { timeout: 300_000 }, async () => {
  const path = join(folder, 'topic.json')
  await pipeline(topicOf(1, 100_000), createWriteStream(path))
  const { posts, rejects, peak } = await readAlone(path)
  expect([posts, rejects]).toEqual([100_000, 0])
  expect(peak).toBeLessThan(400 * megabyte)
})

test('a folder of 2 GB is read within 400 MB', { timeout: 600_000 }, async () => {
  const path = join(folder, 'forum')
  mkdirSync(path)
  const [topics, postsEach] = [330, 3900]
  for (let id = 1; id <= topics; id++)
    await pipeline(topicOf(id, postsEach), createWriteStream(join(path, `${id}.json`)))
  const { posts, rejects, peak } = await readAlone(path)
  expect([posts, rejects]).toEqual([topics * postsEach, 0])
  expect(peak).toBeLessThan(400 * megabyte)
})
