import { get } from 'node:http'
import { apart, beside, type Server } from './installation.ts'
import { memory, sampling } from './processes.ts'
import { slug } from './stage.ts'
import type { Addresses } from './addresses.ts'
import type { BareGiven } from './bare.ts'
import type { LoadGiven, LoadResult } from './load.ts'
import type { SqlGiven, SqlResult } from './sql-alone.ts'

export type PageKind = 'home' | 'category' | 'topic' | 'search'

export type Row = LoadResult & {
  page: PageKind
  cache: 'off' | 'on'
  connections: number
  encoding: '' | 'br, gzip'
}

export type Times = { warmUp: number; seconds: number }

export const connectionCounts = [1, 16, 64]
const kinds = ['home', 'category', 'topic', 'search'] as const

/** All pages at all numbers of connections against one server; and the most memory it held meanwhile. */
export async function pageRows(
  server: Server,
  databasePid: number,
  asked: Addresses,
  cache: Row['cache'],
  times: Times,
  tell: (words: string) => void,
): Promise<{ rows: Row[]; megabytes: number }> {
  const rows: Row[] = []
  let megabytes = 0
  const stop = sampling(250, () => (megabytes = Math.max(megabytes, memory(server.pid, 'now'))))
  const pids = { server: server.pid, database: databasePid }
  const add = async (page: PageKind, connections: number, encoding: Row['encoding']) => {
    tell(`${page}, cache ${cache}, ${connections} connections${encoding && ', compressed'}`)
    const to = { url: server.url, paths: asked[page], connections, acceptEncoding: encoding }
    rows.push({ ...(await load({ ...to, ...pids, ...times })), page, cache, connections, encoding })
  }
  try {
    for (const page of kinds)
      for (const connections of connectionCounts) await add(page, connections, '')
    await add('topic', 16, 'br, gzip')
  } finally {
    stop()
  }
  return { rows, megabytes }
}

export type BareRow = LoadResult & { connections: number; encoding: Row['encoding'] }

/** The bytes of one topic page from Node's own server: what the machine and the load generator allow. */
export async function bareRows(server: Server, paths: string[], times: Times): Promise<BareRow[]> {
  const rows: BareRow[] = []
  const path = await usualOf(server, paths.slice(0, 60))
  for (const encoding of ['', 'br, gzip'] as const) {
    // Asked twice: a page's smallest form is made after its first hit.
    for (let i = 0; i < 3; i++) await answerOf(server.url + path, encoding)
    const page: BareGiven = await answerOf(server.url + path, encoding)
    const bare = await beside<{ port: number }>('bare.ts', page)
    try {
      const url = `http://127.0.0.1:${bare.said.port}`
      for (const connections of encoding ? [16] : connectionCounts) {
        const to = { url, paths: [path], connections, acceptEncoding: encoding }
        const result = await load({ ...to, server: bare.pid, database: null, ...times })
        rows.push({ ...result, connections, encoding })
      }
    } finally {
      await bare.stop()
    }
  }
  return rows
}

/** The page of middle size: a limit measured with a longer one would flatter us. */
async function usualOf(server: Server, paths: string[]): Promise<string> {
  const sizes: { path: string; size: number }[] = []
  for (const path of paths)
    sizes.push({ path, size: (await answerOf(server.url + path, '')).body.length })
  return sizes.toSorted((a, b) => a.size - b.size)[sizes.length >> 1]!.path
}

export type SqlRow = SqlResult & { connections: number }

/** The statements of the same topic pages through the driver, nothing rendered. */
export async function sqlRows(
  databaseUrl: string,
  topics: number[],
  times: Times,
): Promise<SqlRow[]> {
  const rows: SqlRow[] = []
  for (const connections of connectionCounts) {
    const given: SqlGiven = { url: databaseUrl, slug, topics, connections, ...times }
    rows.push({ ...(await apart<SqlResult>('sql-alone.ts', given)), connections })
  }
  return rows
}

function load(given: LoadGiven): Promise<LoadResult> {
  return apart<LoadResult>('load.ts', given)
}

/** An answer as it comes, still compressed; without the headers that Node's server sets itself. */
function answerOf(url: string, encoding: string): Promise<BareGiven> {
  const headers = encoding ? { 'accept-encoding': encoding } : {}
  return new Promise((resolve, reject) => {
    get(url, { headers }, async (answer) => {
      const chunks: Buffer[] = []
      for await (const chunk of answer) chunks.push(chunk as Buffer)
      const kept: string[] = []
      for (let i = 0; i < answer.rawHeaders.length; i += 2) {
        const [name, value] = [answer.rawHeaders[i]!, answer.rawHeaders[i + 1]!]
        if (!/^(date|connection|keep-alive|transfer-encoding)$/i.test(name)) kept.push(name, value)
      }
      resolve({ headers: kept, body: Buffer.concat(chunks).toString('base64') })
    }).on('error', reject)
  })
}
