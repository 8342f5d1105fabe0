import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { extract } from 'tar-stream'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { stagedImport } from './interrupted.for-tests.ts'
import type { ImportCounts } from './index.ts'

/** A whole real community; it lies beside the repository and is never part of it. */
const archive = fileURLToPath(
  new URL('../../../../shared/data/communities/urho3d-discourse-topics.tar.gz', import.meta.url),
)
const isThere = existsSync(archive)
if (!isThere) console.warn(`left out, for there is no ${archive}`)

type Post = {
  post_number: number
  post_type: number
  hidden: boolean
  username: string
  reply_to_post_number: number | null
  actions_summary: { id: number; count?: number }[]
}
type Topic = {
  id: number
  views: number
  category_id: number
  accepted_answer?: object
  post_stream: { posts: Post[] }
}

describe.skipIf(!isThere)('the archive of a real community', () => {
  const minutes = 600_000
  let database: Awaited<ReturnType<typeof stagedImport>>
  let counts: ImportCounts
  beforeAll(async () => {
    database = await stagedImport('discourse', archive)
    counts = (await database.run())!
    return () => database.drop()
  }, minutes)

  test(
    'comes in whole',
    async () => {
      const sums = await sumsOf(archive)
      expect(sums).toMatchObject({
        topics: 5046,
        posts: 36_895,
        notes: 95,
        hidden: 22,
        people: 999,
      })
      expect(counts).toEqual({
        ...{ topics: sums.topics, replies: sums.posts - sums.topics, notes: sums.notes },
        ...{ members: sums.people, hidden: sums.hidden, deleted: 0, there: 0 },
        ...{ skipped: {}, rejected: {} },
      })
      const [row] = await database.rows(`
      select (select count(*) from topics) as topics,
        (select count(*) from topics where accepted_number is not null) as accepted,
        (select sum(views) from topics) as views, (select sum(likes_count) from topics) as likes,
        (select sum(replies_count) from topics) as replies,
        (select count(*) from replies where answers is not null) as answers,
        (select count(*) from contributions) as contributions,
        (select count(*) from search_entries) as entries,
        (select count(*) from categories) as categories,
        (select sum(topics_count) from categories) as categorised,
        (select sum(topics_count + replies_count) from writers) as written,
        (select count(*) from outbox) as waiting`)
      const numbers = Object.entries(row!).map(([name, value]) => [name, Number(value)])
      expect(Object.fromEntries(numbers)).toEqual({
        ...{ topics: sums.topics, accepted: sums.accepted, views: sums.views, likes: sums.likes },
        ...{ replies: sums.posts - sums.topics, answers: sums.answers, waiting: 0 },
        ...{ contributions: sums.posts, entries: sums.posts - sums.hidden, written: sums.posts },
        ...{ categories: 11, categorised: sums.topics },
      })
    },
    minutes,
  )

  test(
    'keeps the numbers of its topics and posts',
    async () => {
      const wrong = await database.rows(`
      select number from topics where number::text <> source_id
      union all
      select t.number from topics t left join lateral (
        select max(number) as last from (
          select number from replies where topic_id = t.id
          union all select number from notes where topic_id = t.id) given) x on true
      where t.last_number <> coalesce(x.last, 1)`)
      expect(wrong).toEqual([])
    },
    minutes,
  )

  test('ends the same after ten kills at random moments', { timeout: 3 * minutes }, async () => {
    const shaken = await stagedImport('discourse', archive)
    let kills = 0
    for (let kill = 0; kill < 10; kill++)
      if (!(await shaken.run(Math.floor(Math.random() * 36_895), Math.random() * 3000))) kills++
    expect(kills).toBeGreaterThan(4)
    await shaken.run()
    expect(await shaken.dumped()).toEqual(await database.dumped())
    await shaken.drop()
  })

  test('ends the same after its database was cut off', { timeout: 2 * minutes }, async () => {
    const shaken = await stagedImport('discourse', archive)
    const cut = shaken.run(Infinity, 0, async (posts, url) => {
      if (posts < 12_000) return
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      await client.query(`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`)
      await client.end()
    })
    await expect(cut).rejects.toThrow('the import ended with 1')
    await shaken.run()
    expect(await shaken.dumped()).toEqual(await database.dumped())
    await shaken.drop()
  })
})

/** What the archive holds, read without any of the importer. */
async function sumsOf(path: string) {
  const sums = {
    topics: 0,
    posts: 0,
    notes: 0,
    hidden: 0,
    views: 0,
    likes: 0,
    accepted: 0,
    answers: 0,
  }
  const people = new Set<string>()
  const archive = createReadStream(path).pipe(createGunzip()).pipe(extract())
  for await (const entry of archive) {
    const chunks: Buffer[] = []
    for await (const chunk of entry) chunks.push(chunk as Buffer)
    if (!entry.header.name.endsWith('.json')) continue
    const topic = JSON.parse(Buffer.concat(chunks).toString()) as Topic
    sums.topics++
    sums.views += topic.views
    if (topic.accepted_answer) sums.accepted++
    for (const post of topic.post_stream.posts) {
      people.add(post.username)
      if (post.post_type !== 1) {
        sums.notes++
        continue
      }
      sums.posts++
      if (post.hidden) sums.hidden++
      if (post.post_number > 1 && post.reply_to_post_number) sums.answers++
      for (const action of post.actions_summary)
        if (action.id === 2) sums.likes += action.count ?? 0
    }
  }
  return { ...sums, people: people.size }
}
