import {
  categoriesHere,
  latestTopics,
  memberPage,
  newestPosts,
  popularTags,
  topicPage,
  topTopics,
  unansweredTopics,
  writersHere,
} from '@hiroba/core/discussions'
import { landingFigures } from '@hiroba/core/insights'
import { search } from '@hiroba/core/search'
import { addresses } from '../addresses.ts'
import { round } from '../figures.ts'
import { slug } from '../stage.ts'
import { recorded, type Statement } from '../statements.ts'
import type { Opened } from '../installation.ts'
import type { Here } from '@hiroba/core/platform'
import type { Part } from '../part.ts'

type Plan = {
  query: string
  /** Its prepared name, or the first words. */
  statement: string
  milliseconds: number
  /** Pages of 8 kB touched. */
  buffers: number
  nodes: string[]
  indexes: string[]
  /** Large tables read from end to end, with these values or in the plan kept for any values. */
  scans: string[]
}

type Data = { plans: Plan[]; largeFrom: number }

/** How the hot statements are executed at this size. */
export const planning: Part<Data> = {
  async measure(stage) {
    const { installation } = await stage.grown()
    const largeFrom = stage.options.isSmoke ? 200 : 10_000
    stage.tell('looking at plans')
    const opened = await installation.open(1)
    try {
      const here = await opened.here(slug)
      const large = await largeTables(opened, largeFrom)
      const plans: Plan[] = []
      for (const [query, ask] of Object.entries(await queries(opened, here))) {
        const statements = await recorded(opened.hiroba, ask)
        for (const statement of statements)
          plans.push({ query, ...(await planOf(opened, statement, large)) })
      }
      return { plans, largeFrom }
    } finally {
      await opened.close()
    }
  },
  describe: ({ plans, largeFrom }) => ({
    title: 'Plans of the hot statements',
    judged: [
      {
        what: `hot statements that read a table of ${largeFrom} rows or more from end to end`,
        is: plans.filter(({ scans }) => scans.length > 0).length,
        unit: `of ${plans.length}`,
        aim: { atMost: 0 },
      },
    ],
    tables: [
      {
        head: [
          'query',
          'statement',
          'ms',
          'pages read',
          'reads from end to end',
          'indexes',
          'nodes',
        ],
        rows: plans.map((plan) => [
          plan.query,
          plan.statement,
          plan.milliseconds,
          plan.buffers,
          plan.scans.join(', ') || '–',
          plan.indexes.join(', ') || '–',
          plan.nodes.join(', '),
        ]),
      },
    ],
    notes: [
      '`explain (analyze, buffers)` with the values of one request, second execution; of prepared statements also the plan PostgreSQL would keep for any values ("generic").',
    ],
  }),
}

async function queries(
  opened: Opened,
  here: Here,
): Promise<Record<string, () => Promise<unknown>>> {
  const { topics, search: searches } = await addresses(opened)
  const category = (await categoriesHere(here)).toSorted(
    (a, b) => b.topicsCount - a.topicsCount,
  )[0]!
  const words = searches.map((path) => decodeURIComponent(path.split('q=')[1]!))
  const { items } = await latestTopics(here)
  const { next } = await latestTopics(here)
  return {
    'topic page': () => topicPage(here, topics[0]!),
    'latest topics': () => latestTopics(here),
    'latest topics, next page': () => latestTopics(here, { after: next! }),
    'latest topics of a category': () => latestTopics(here, { category: category.number }),
    'top topics': () => topTopics(here, { period: 'all' }),
    'top topics of a month': () => topTopics(here, { period: 'month' }),
    'unanswered topics': () => unansweredTopics(here),
    categories: () => categoriesHere(here),
    'popular tags': () => popularTags(here, 20),
    'landing figures': () => landingFigures(here),
    feed: () => newestPosts(here, {}),
    people: () => writersHere(here, {}),
    'a member': () => memberPage(here, items[0]!.author.handle, {}),
    'search, Japanese': () => search(here, { query: words[0]!, lang: 'ja' }),
    'search, Korean': () => search(here, { query: words[20]!, lang: 'ko' }),
    'search, English': () => search(here, { query: words[40]!, lang: 'en' }),
  }
}

type Node = {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Shared Hit Blocks'?: number
  'Shared Read Blocks'?: number
  Plans?: Node[]
}

async function planOf({ hiroba }: Opened, { text, values, name }: Statement, large: Set<string>) {
  const { pool } = hiroba.db
  const explained = async (how: string, given?: unknown[]) => {
    const { rows } = await pool.query(`explain (${how}, format json) ${text}`, given as unknown[])
    return (rows[0] as { 'QUERY PLAN': [{ Plan: Node; 'Execution Time'?: number }] })[
      'QUERY PLAN'
    ][0]
  }
  await explained('analyze, buffers', values)
  const explanation = await explained('analyze, buffers', values)
  const nodes = nodesOf(explanation.Plan)
  const scans = scansOf(nodes, large)
  // Sent without values, so that the numbered parameters stay open.
  const generic = name ? nodesOf((await explained('generic_plan')).Plan) : []
  const top = explanation.Plan
  return {
    statement: name ?? `${text.replace(/\s+/g, ' ').trim().slice(0, 40)}…`,
    milliseconds: round(explanation['Execution Time'] ?? 0),
    buffers: (top['Shared Hit Blocks'] ?? 0) + (top['Shared Read Blocks'] ?? 0),
    nodes: [...new Set(nodes.map((node) => node['Node Type']))],
    indexes: [...new Set(nodes.flatMap((node) => node['Index Name'] ?? []))],
    scans: [
      ...scans,
      ...scansOf(generic, large)
        .filter((table) => !scans.includes(table))
        .map((table) => `${table} (generic)`),
    ],
  }
}

function nodesOf(node: Node): Node[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)]
}

function scansOf(nodes: Node[], large: Set<string>): string[] {
  const names = nodes.flatMap((node) =>
    node['Node Type'].includes('Seq Scan') ? (node['Relation Name'] ?? []) : [],
  )
  return [...new Set(names.filter((name) => large.has(name)))]
}

async function largeTables({ hiroba }: Opened, from: number): Promise<Set<string>> {
  const { rows } = await hiroba.db.pool.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and reltuples >= $1`,
    [from],
  )
  return new Set(rows.map(({ name }) => name))
}
