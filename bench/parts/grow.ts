import { round } from '../figures.ts'
import { slug } from '../stage.ts'
import { Skipped } from '../options.ts'
import { importFigures, importTable } from './import.ts'
import type { Part } from '../part.ts'

type Data = ReturnType<typeof importFigures> & {
  total: Record<'topics' | 'posts' | 'members' | 'longTopics', number>
  megabytesOfText: number
  generateSeconds: number
  rendered: {
    posts: number
    seconds: number
    perSecond: number
    cpuSeconds: number
    complete: boolean
  }
  databaseGigabytes: number
}

/** The community that speed is measured on: the archive, and posts made of real texts. */
export const growing: Part<Data> = {
  async measure(stage) {
    const { installation, growth } = await stage.grown()
    if (!growth) throw new Skipped('this installation was grown by an earlier run')
    const opened = await installation.open()
    const here = await opened.here(slug)
    const { rows } = await opened.hiroba.db.pool.query<Data['total']>(totals, [here.community.id])
    await opened.close()
    const { rendered } = growth
    return {
      ...importFigures(growth),
      total: rows[0]!,
      megabytesOfText: Math.round(growth.megabytesOfText),
      generateSeconds: round(growth.generateSeconds),
      rendered: {
        ...rendered,
        seconds: round(rendered.seconds),
        cpuSeconds: round(rendered.cpuSeconds),
        perSecond: Math.round(rendered.posts / rendered.seconds),
      },
      databaseGigabytes: round(growth.databaseGigabytes),
    }
  },
  describe(data) {
    const { total, rendered } = data
    return {
      title: 'The grown community',
      judged: [
        {
          what: 'import of generated posts',
          is: data.postsPerSecond,
          unit: 'posts/s',
          aim: { atLeast: 2000 },
        },
        {
          what: 'the same, memory of Node at most',
          is: data.nodeMegabytes,
          unit: 'MB',
          aim: { atMost: 400 },
        },
      ],
      tables: [
        importTable(data),
        {
          title: 'What stands in the database then',
          head: [
            'posts',
            'topics',
            'topics of 20 posts or more',
            'members',
            'GB',
            'rendered/s',
            'CPU s of the worker',
          ],
          rows: [
            [
              total.posts,
              total.topics,
              total.longTopics,
              total.members,
              data.databaseGigabytes,
              rendered.perSecond,
              rendered.cpuSeconds,
            ],
          ],
        },
      ],
      notes: [
        `English posts recombined from sentences, lists, quotes and code of the archive, Japanese ones from open2ch, Korean ones from nsmc film reviews, a third of the new topics each; the same seed makes the same posts. Imported by \`hiroba import jsonl\` into the community with the archive, then rendered by \`hiroba worker\`${rendered.complete ? '' : ' (which was cut off after 10 minutes: the rest is rendered when it is read)'}, then \`vacuum analyze\`, as autovacuum would.`,
      ],
    }
  },
}

const totals = `
  select (select count(*) from topics where community_id = $1) as topics,
    (select count(*) from topics where community_id = $1)
      + (select count(*) from replies where community_id = $1) as posts,
    (select count(*) from memberships where community_id = $1) as members,
    (select count(*) from topics where community_id = $1 and last_number >= 20) as "longTopics"`
