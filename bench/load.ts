import autocannon from 'autocannon'
import { given } from './installation.ts'
import { round, spread, type Spread } from './figures.ts'
import { cpuSeconds, familyCpuSeconds } from './processes.ts'
import { seeded, some } from './random.ts'

export type LoadGiven = {
  url: string
  paths: string[]
  connections: number
  warmUp: number
  seconds: number
  acceptEncoding: string
  /** Processes whose time is taken meanwhile; the database's with its children. */
  server: number
  database: number | null
}

export type LoadResult = {
  requests: number
  seconds: number
  perSecond: number
  /** Milliseconds. */
  latency: Spread
  /** Of an answer, headers and body, on the average. */
  bytes: number
  statuses: Record<string, number>
  lost: number
  /** Cores used meanwhile, 1 = one core all the time: of this process, the server, the database. */
  cores: { load: number; server: number; database: number }
  /** Of the pages answered meanwhile, the share that came from the cache; null = it does not say. */
  hits: number | null
}

if (import.meta.main) {
  const load = await given<LoadGiven>()
  await row(load, load.warmUp)
  const [usedBefore, pagesBefore] = [used(load), await pages(load.url)]
  const result = await row(load, load.seconds)
  const [usedAfter, pagesAfter] = [used(load), await pages(load.url)]
  const cores = (of: keyof typeof usedAfter) =>
    round((usedAfter[of] - usedBefore[of]) / result.seconds)
  const all = pagesAfter.all - pagesBefore.all
  const full: LoadResult = {
    ...result,
    cores: { load: cores('load'), server: cores('server'), database: cores('database') },
    hits: all > 0 ? round((pagesAfter.hits - pagesBefore.hits) / all) : null,
  }
  process.stdout.write(JSON.stringify(full))
}

function used({ server, database }: LoadGiven) {
  const own = process.cpuUsage()
  return {
    load: (own.user + own.system) / 1e6,
    server: cpuSeconds(server),
    database: database ? familyCpuSeconds(database) : 0,
  }
}

/** Pages the server has answered so far, as its own figures say. */
async function pages(url: string) {
  const answer = await fetch(`${url}/metrics`, { headers: { connection: 'close' } })
  const text = await answer.text()
  let [hits, all] = [0, 0]
  for (const [, word, count] of text.matchAll(
    /^hiroba_page_cache_total\{answer="(\w+)"\} (\d+)/gm,
  )) {
    all += Number(count)
    if (word === 'hit') hits += Number(count)
  }
  return { hits, all }
}

/** Every connection asks for the paths in an order of its own. */
function row(load: LoadGiven, seconds: number): Promise<Omit<LoadResult, 'cores' | 'hits'>> {
  const headers: Record<string, string> = load.acceptEncoding
    ? { 'accept-encoding': load.acceptEncoding }
    : {}
  const times: number[] = []
  const statuses: Record<string, number> = {}
  let bytes = 0
  let seed = 1
  return new Promise((resolve, reject) => {
    const run = autocannon(
      {
        url: load.url,
        connections: load.connections,
        duration: seconds,
        timeout: 20,
        setupClient(client) {
          const paths = some(seeded(seed++), load.paths, load.paths.length)
          client.setRequests(paths.map((path) => ({ method: 'GET', path, headers })))
        },
      },
      (error, result) => {
        if (error) return reject(error)
        resolve({
          requests: times.length,
          seconds: result.duration,
          perSecond: round(times.length / result.duration),
          latency: spread(times),
          bytes: Math.round(bytes / Math.max(1, times.length)),
          statuses,
          lost: result.errors + result.timeouts,
        })
      },
    )
    run.on('response', (_client: unknown, status: number, size: number, milliseconds: number) => {
      times.push(milliseconds)
      bytes += size
      statuses[status] = (statuses[status] ?? 0) + 1
    })
  })
}
