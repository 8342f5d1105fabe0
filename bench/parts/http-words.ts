import { slashed } from '../figures.ts'
import type { Judged, Section, Table } from '../part.ts'
import type { BareRow, Row, SqlRow } from '../rows.ts'
import type { HttpData } from './http.ts'

export function describeHttp(data: HttpData): Section {
  const { memory, firstPage, writes } = data
  const written = Math.max(0, writes.whileViewing.rowsWritten - writes.whileQuiet.rowsWritten)
  const others = data.rows.reduce((sum, row) => sum + notOk(row), 0)
  return {
    title: 'Pages over HTTP',
    judged: [
      ...speeds(data),
      { what: 'answers that were not 200, or lost', is: others, unit: '', aim: { atMost: 0 } },
      {
        what: 'memory of Node at rest',
        is: memory.atRest,
        unit: 'MB',
        aim: { atMost: 150 },
        beside: 'NodeBB 4.15: 293',
      },
      {
        what: 'memory of Node under load',
        is: Math.max(memory.underLoad.on, memory.underLoad.off),
        unit: 'MB',
        aim: { atMost: 300 },
        beside: 'NodeBB 4.15: 660-880',
      },
      {
        what: 'first page after a warm start, PostgreSQL started too',
        is: firstPage.median,
        unit: 'ms',
        aim: { atMost: 1000 },
        beside: 'NodeBB 4.15: 1,190-1,636 with its database running',
      },
      {
        what: `rows written by ${writes.views} anonymous views`,
        is: written,
        unit: '',
        aim: { atMost: 0 },
        beside: 'NodeBB 4.15: one a view',
      },
    ],
    tables: [
      pagesTable('No cache (`HIROBA_CACHE=off`): every page rendered', data.rows, 'off'),
      pagesTable('As it comes: cached for guests, warm', data.rows, 'on'),
      bareTable(data.bare),
      sqlTable(data.sql),
    ],
    notes: [
      `One process as \`npm start\` runs it, the embedded database, log at its usual level into a file. Topic pages: ${data.topics} random topics of 20 posts or more, all three languages, page 1. Load by autocannon in a process of its own on the same cores: columns "cores" give the processor time of each per second measured. Bytes are those of an answer with its headers. NodeBB's figures come from another run with wrk (design notes), its database 65,000 posts.`,
      'Cached pages live for 60 s and are then rendered again: the share of hits stands beside.',
      `Memory under load: ${memory.underLoad.off} MB without cache, ${memory.underLoad.on} MB with it; PostgreSQL after the rows ${memory.database} MB (shared memory counted once). Starts: ${firstPage.each.join(', ')} ms. During ${writes.views} views and the wait for the counters (${writes.seconds} s) ${writes.whileViewing.rowsWritten} rows were written, during the same time of quiet ${writes.whileQuiet.rowsWritten}; transactions ${writes.whileViewing.transactions} and ${writes.whileQuiet.transactions}; ${writes.failed} views failed.`,
    ],
  }
}

const uncachedAims = {
  home: { perSecond: 340, beside: 'NodeBB 4.15: 68, p95 310 ms' },
  category: { perSecond: 480, beside: 'NodeBB 4.15: 119, p95 181 ms' },
  topic: { perSecond: 500, beside: 'NodeBB 4.15: 99, p95 350 ms' },
}

function speeds({ rows, bare }: HttpData): Judged[] {
  const at = (page: Row['page'], cache: Row['cache']) =>
    rows.find(
      (row) => row.page === page && row.cache === cache && row.connections === 16 && !row.encoding,
    )
  const names = { home: 'home', category: 'category list', topic: 'topic page' }
  const uncached = (['home', 'category', 'topic'] as const).map((page): Judged => {
    const { perSecond, beside } = uncachedAims[page]
    return {
      what: `${names[page]}, no cache, 16 connections`,
      is: at(page, 'off')?.perSecond ?? null,
      unit: 'requests/s',
      aim: { atLeast: perSecond },
      beside,
    }
  })
  const limit = bare.find((row) => row.connections === 16 && !row.encoding)?.perSecond ?? Number.NaN
  const cached = at('topic', 'on')?.perSecond ?? Number.NaN
  return [
    ...uncached,
    {
      what: 'topic page, no cache, 16 connections, p95',
      is: at('topic', 'off')?.latency.p95 ?? null,
      unit: 'ms',
      aim: { atMost: 40 },
      beside: 'NodeBB 4.15: 350',
    },
    {
      what: 'topic page, cached, 16 connections, of a bare node:http server',
      is: Math.round((cached / limit) * 100),
      unit: '%',
      aim: { atLeast: 50 },
      beside: `${cached.toLocaleString('en')} of ${limit.toLocaleString('en')} requests/s`,
    },
  ]
}

function pagesTable(title: string, rows: Row[], cache: Row['cache']): Table {
  return {
    title,
    head: [
      'page',
      'connections',
      'requests/s',
      'p50 / p95 / p99 ms',
      'bytes',
      'from cache',
      'not 200',
      ...coresHead,
    ],
    rows: rows
      .filter((row) => row.cache === cache)
      .map((row) => [
        row.encoding ? `${row.page}, compressed` : row.page,
        row.connections,
        row.perSecond,
        slashed(row.latency),
        row.bytes,
        row.hits === null ? '' : percent(row.hits),
        notOk(row),
        ...cores(row),
      ]),
  }
}

function bareTable(rows: BareRow[]): Table {
  return {
    title: 'The limit: a bare node:http server answering the bytes of a topic page of middle size',
    head: ['bytes of', 'connections', 'requests/s', 'p50 / p95 / p99 ms', 'bytes', ...coresHead],
    rows: rows.map((row) => [
      row.encoding ? 'topic, compressed' : 'topic',
      row.connections,
      row.perSecond,
      slashed(row.latency),
      row.bytes,
      ...cores(row),
    ]),
  }
}

function sqlTable(rows: SqlRow[]): Table {
  return {
    title: 'The limit: the SQL of the same topic pages through the driver, nothing made of it',
    head: [
      'pages at a time',
      'pages/s',
      'p50 / p95 / p99 ms',
      'statements a page',
      'cores, driver',
    ],
    rows: rows.map(({ connections, perSecond, latency, statements, cores }) => [
      connections,
      perSecond,
      slashed(latency),
      statements,
      cores,
    ]),
  }
}

const coresHead = ['cores, server', 'cores, PostgreSQL', 'cores, load']

function cores({ cores: { server, database, load } }: Row | BareRow): number[] {
  return [server, database, load]
}

function notOk({ statuses, lost, requests }: Row): number {
  return requests - (statuses['200'] ?? 0) + lost
}

function percent(share: number): string {
  return `${Math.floor(share * 1000) / 10} %`
}
