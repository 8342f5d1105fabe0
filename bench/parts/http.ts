import { setTimeout as sleep } from 'node:timers/promises'
import { addresses, type Addresses } from '../addresses.ts'
import { quantile, round } from '../figures.ts'
import { familyMemory, memory } from '../processes.ts'
import { bareRows, pageRows, sqlRows, type BareRow, type Row, type SqlRow } from '../rows.ts'
import { slug } from '../stage.ts'
import type { Installation, Opened, Server } from '../installation.ts'
import { describeHttp } from './http-words.ts'
import type { Part } from '../part.ts'

export type HttpData = {
  rows: Row[]
  bare: BareRow[]
  sql: SqlRow[]
  topics: number
  /** Resident MB of the Node process; the database's with what its processes share counted once. */
  memory: { atRest: number; underLoad: Record<Row['cache'], number>; database: number }
  /** Milliseconds from the start of the process to the first 200, of several starts. */
  firstPage: { each: number[]; median: number }
  writes: Writes
}

/** What pg_stat_database counted during the views and during the same time of quiet. */
export type Writes = {
  views: number
  failed: number
  seconds: number
  whileViewing: Counted
  whileQuiet: Counted
}
type Counted = { rowsWritten: number; transactions: number }

const warmUp = 3
const home = `/c/${slug}`

/** The real server, one process with its embedded database, under load. */
export const serving: Part<HttpData> = {
  async measure(stage) {
    const { installation } = await stage.grown()
    const { seconds, isSmoke } = stage.options
    const times = { seconds, warmUp: isSmoke ? 1 : warmUp }
    // Builds the pages when that has not been done.
    await (await installation.serve(home)).stop()
    stage.tell('starting')
    const firstPage = await starts(installation)

    const opened = await installation.open()
    try {
      const asked = await addresses(opened)
      const { databasePid } = opened
      const cached = await installation.serve(home)
      await sleep(isSmoke ? 1000 : 10_000)
      const atRest = memory(cached.pid, 'now')
      const on = await pageRows(cached, databasePid, asked, 'on', times, stage.tell)
      stage.tell('the limits')
      const bare = await bareRows(cached, asked.topic, times)
      await cached.stop()
      const sql = await sqlRows(databaseUrl(opened), asked.topics, times)

      const uncached = await installation.serve(home, { HIROBA_CACHE: 'off' })
      stage.tell('looking for writes')
      const writes = await writesOf(opened, uncached, asked, isSmoke ? 200 : 2000)
      const off = await pageRows(uncached, databasePid, asked, 'off', times, stage.tell)
      const database = Math.round(familyMemory(databasePid))
      await uncached.stop()
      return {
        rows: [...off.rows, ...on.rows],
        bare,
        sql,
        topics: asked.topics.length,
        memory: {
          atRest: Math.round(atRest),
          underLoad: { off: Math.round(off.megabytes), on: Math.round(on.megabytes) },
          database,
        },
        firstPage,
        writes,
      }
    } finally {
      await opened.close()
    }
  },
  describe: describeHttp,
}

/** Nobody has the database open, so each start brings it up as well. */
async function starts(installation: Installation) {
  const each: number[] = []
  for (let i = 0; i < 3; i++) {
    const server = await installation.serve(home)
    each.push(Math.round(server.firstPage))
    await server.stop()
  }
  return { each, median: quantile(each, 0.5) }
}

/** Longer than the 10 s after which an idle connection of PostgreSQL reports what it counted. */
const untilCounted = 12_000

async function writesOf(
  opened: Opened,
  server: Server,
  asked: Addresses,
  views: number,
): Promise<Writes> {
  // What the start itself did is to be counted before.
  await sleep(untilCounted)
  const started = performance.now()
  const before = await counted(opened)
  const failed = await view(server, asked, views)
  await sleep(untilCounted)
  const milliseconds = performance.now() - started
  const between = await counted(opened)
  await sleep(milliseconds)
  const after = await counted(opened)
  return {
    views,
    failed,
    seconds: round(milliseconds / 1000),
    whileViewing: difference(before, between),
    whileQuiet: difference(between, after),
  }
}

async function view(server: Server, asked: Addresses, views: number): Promise<number> {
  const paths = [...asked.topic, ...asked.home, ...asked.category, ...asked.search]
  let [next, failed] = [0, 0]
  const reader = async () => {
    while (next < views) {
      const answer = await fetch(server.url + paths[next++ % paths.length]!)
      await answer.arrayBuffer()
      if (answer.status !== 200) failed++
    }
  }
  await Promise.all(Array.from({ length: 8 }, reader))
  return failed
}

async function counted({ hiroba }: Opened): Promise<Counted> {
  const { rows } = await hiroba.db.pool.query<Counted>(
    `select tup_inserted + tup_updated + tup_deleted as "rowsWritten",
       xact_commit + xact_rollback as transactions
     from pg_stat_database where datname = current_database()`,
  )
  return rows[0]!
}

function difference(before: Counted, after: Counted): Counted {
  return {
    rowsWritten: after.rowsWritten - before.rowsWritten,
    transactions: after.transactions - before.transactions,
  }
}

function databaseUrl({ hiroba }: Opened): string {
  return hiroba.db.pool.options.connectionString!
}
