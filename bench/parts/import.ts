import { topicPage, pageOf } from '@hiroba/core/discussions'
import { figures } from '@hiroba/core/insights'
import { operator } from '@hiroba/core/platform'
import { search } from '@hiroba/core/search'
import { round } from '../figures.ts'
import { slug, type ImportRun, type Plaza, type Stage } from '../stage.ts'
import type { Part } from '../part.ts'

type Data = {
  posts: number
  seconds: number
  postsPerSecond: number
  nodeMegabytes: number
  nodeCpuSeconds: number
  databaseMegabytes: number
  counts: Record<string, unknown>
  /** What was looked at once the command had ended. */
  readable: boolean
  findable: boolean
  counted: boolean
}

/** A whole real community goes in, by the command a person would type. */
export const importing: Part<Data> = {
  async measure(stage: Stage) {
    const plaza = await stage.plaza()
    return { ...importFigures(plaza.imported!), ...(await lookAtNewest(plaza)) }
  },
  describe: (data) => ({
    title: 'Import of a Discourse archive',
    judged: [
      { what: 'import', is: data.postsPerSecond, unit: 'posts/s', aim: { atLeast: 2000 } },
      {
        what: 'import, memory of Node at most',
        is: data.nodeMegabytes,
        unit: 'MB',
        aim: { atMost: 400 },
      },
      ...(['readable', 'findable', 'counted'] as const).map((what) => ({
        what: `newest post ${what} when the command ends`,
        is: data[what] ? 1 : 0,
        unit: 'yes',
        aim: { atLeast: 1 },
      })),
    ],
    tables: [importTable(data)],
    notes: [
      'From the start of `hiroba import discourse … --create` on an empty installation (the making of its database included) until the command ends. The HTML of posts is stored by a job afterwards; until then pages render what they show.',
    ],
  }),
}

export function importFigures({ posts, seconds, cpuSeconds, counts, ...run }: ImportRun) {
  return {
    posts,
    seconds: round(seconds),
    postsPerSecond: Math.round(posts / seconds),
    nodeMegabytes: Math.round(run.megabytes),
    nodeCpuSeconds: round(cpuSeconds),
    databaseMegabytes: Math.round(run.databaseMegabytes),
    counts,
  }
}

export function importTable(data: ReturnType<typeof importFigures>) {
  return {
    head: [
      'posts',
      'seconds',
      'posts/s',
      'CPU s of Node',
      'memory of Node, MB',
      'of PostgreSQL, MB',
    ],
    rows: [
      [
        data.posts,
        data.seconds,
        data.postsPerSecond,
        data.nodeCpuSeconds,
        data.nodeMegabytes,
        data.databaseMegabytes,
      ],
    ],
  }
}

async function lookAtNewest({ installation }: Plaza) {
  const opened = await installation.open()
  try {
    const here = await opened.here(slug)
    const { rows } = await opened.hiroba.db.pool.query<Newest>(newest, [here.community.id])
    const post = rows[0]!
    const page = await topicPage(here, post.topic, pageOf(post.number))
    const shown = page.entries.find((entry) => entry.id === post.id)
    const words =
      post.text
        .match(/[\p{L}]{4,}/gu)
        ?.slice(0, 6)
        .join(' ') ?? ''
    const { hits } = await search(here, { query: words, limit: 200 })
    const all = await figures(await opened.here(slug, operator), {
      from: String(post.first),
      to: String(post.last),
      by: 'year',
      timeZone: 'UTC',
    })
    const counted = all.reduce((sum, { topics, replies }) => sum + topics + replies, 0)
    return {
      readable: shown?.is === 'post' && shown.html.length > 0,
      findable: hits.some(({ face }) => face.id === post.id),
      counted: counted === post.total,
    }
  } finally {
    await opened.close()
  }
}

type Newest = {
  id: string
  topic: number
  number: number
  text: string
  first: number
  last: number
  total: number
}

/** The newest post with words in it, and how many posts of members there are to be counted. */
const newest = `
  with posts as (
    select t.id, t.number as topic, 1 as number, t.text, t.created_at, t.author_id, t.hidden_at
      from topics t where t.community_id = $1 and t.deleted_at is null
    union all
    select r.id, t.number, r.number, r.text, r.created_at, r.author_id, r.hidden_at
      from replies r join topics t on t.community_id = r.community_id and t.id = r.topic_id
      where r.community_id = $1 and r.deleted_at is null and t.deleted_at is null
  ), members_posts as (
    select p.* from posts p
    join memberships m on m.community_id = $1 and m.id = p.author_id and not m.is_system
  )
  select id, topic, number, text, s.*
  from members_posts, (select extract(year from min(created_at))::int as first,
      extract(year from max(created_at))::int as last, count(*) as total from members_posts) s
  where hidden_at is null and text ~ '[a-zA-Z]{4,}.*[a-zA-Z]{4,}'
  order by created_at desc limit 1`
