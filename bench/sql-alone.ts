import { openHiroba } from '@hiroba/core'
import { communityBySlug } from '@hiroba/core/communities'
import { topicPage } from '@hiroba/core/discussions'
import { round, spread, type Spread } from './figures.ts'
import { given } from './installation.ts'
import { recorded } from './statements.ts'

export type SqlGiven = {
  url: string
  slug: string
  topics: number[]
  connections: number
  warmUp: number
  seconds: number
}

export type SqlResult = {
  pages: number
  perSecond: number
  latency: Spread
  statements: number
  /** Cores used by this process. */
  cores: number
}

/** The limit: what a topic page asks the database, through the driver, and nothing made of it. */
if (import.meta.main) {
  const { url, slug, topics, connections, warmUp, seconds } = await given<SqlGiven>()
  const hiroba = openHiroba({ url, size: 10 })
  const community = await communityBySlug(hiroba.lobby(), slug)
  const pages: (() => Promise<unknown>)[] = []
  let statements = 0
  for (const topic of topics) {
    const queries = await recorded(hiroba, () => topicPage(hiroba.here(community!), topic))
    statements = queries.length
    pages.push(() => Promise.all(queries.map((query) => hiroba.db.pool.query({ ...query }))))
  }
  await row(pages, connections, warmUp)
  const cpu = process.cpuUsage()
  const { times, milliseconds } = await row(pages, connections, seconds)
  const used = process.cpuUsage(cpu)
  const result: SqlResult = {
    pages: times.length,
    perSecond: round(times.length / (milliseconds / 1000)),
    latency: spread(times),
    statements,
    cores: round((used.user + used.system) / 1000 / milliseconds),
  }
  await hiroba.close()
  process.stdout.write(JSON.stringify(result))
}

async function row(pages: (() => Promise<unknown>)[], connections: number, seconds: number) {
  const times: number[] = []
  const started = performance.now()
  const until = started + seconds * 1000
  let next = 0
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < until) {
        const from = performance.now()
        await pages[next++ % pages.length]!()
        times.push(performance.now() - from)
      }
    }),
  )
  return { times, milliseconds: performance.now() - started }
}
