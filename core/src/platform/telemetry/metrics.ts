import { Counter, Gauge, Histogram, Registry, type GaugeConfiguration } from 'prom-client'
import type { Pool } from 'pg'

/** A finished request, by the id of its route: a path would make a series per topic. */
export type RequestFigures = { route: string; status: number; seconds: number; cache: string }

/** What waits to be done, over all communities. */
export type QueueFigures = {
  waiting: number
  dead: number
  /** Age in seconds of the job that is due longest; 0 when none is. */
  oldestSeconds: number
  outbox: number
}

export type Metrics = ReturnType<typeof openMetrics>

/** The figures of one process, in Prometheus' text form. */
export function openMetrics() {
  const registry = new Registry()
  const registers = [registry]
  const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

  const http = new Histogram({
    name: 'hiroba_http_request_seconds',
    help: 'Time from request to answer, by route.',
    labelNames: ['route', 'status'],
    buckets,
    registers,
  })
  const pages = new Counter({
    name: 'hiroba_page_cache_total',
    help: 'Pages by how the page cache answered.',
    labelNames: ['answer'],
    registers,
  })
  const inFlight = new Gauge({
    name: 'hiroba_http_requests_in_flight',
    help: 'Requests being answered.',
    registers,
  })
  const statements = new Histogram({
    name: 'hiroba_database_statement_seconds',
    help: 'Time of a database statement.',
    buckets,
    registers,
  })
  const jobs = new Histogram({
    name: 'hiroba_job_seconds',
    help: 'Time of a job, by kind and how it ended.',
    labelNames: ['kind', 'end'],
    buckets: [0.01, 0.1, 1, 10, 60, 600],
    registers,
  })
  const relayed = new Counter({
    name: 'hiroba_outbox_relayed_total',
    help: 'Facts handed to listeners.',
    registers,
  })
  memory(registers)

  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    request({ route, status, seconds, cache }: RequestFigures) {
      http.observe({ route, status }, seconds)
      if (cache) pages.inc({ answer: cache })
    },
    statement: (milliseconds: number) => statements.observe(milliseconds / 1000),
    job: (kind: string, end: 'done' | 'failed' | 'dead', seconds: number) =>
      jobs.observe({ kind, end }, seconds),
    relayed: (facts: number) => relayed.inc(facts),
    watchRequests: (count: () => number) => read(inFlight, count),
    watchPool: (pool: Pool) => watchPool(pool, registers),
    watchQueue: (figures: () => Promise<QueueFigures>) => watchQueue(figures, registers),
  }
}

function watchPool(pool: Pool, registers: Registry[]): void {
  gauge({
    name: 'hiroba_database_pool_connections',
    help: 'Connections of the pool by what they do; waiting = requests for one.',
    labelNames: ['state'],
    registers,
    collect() {
      this.set({ state: 'used' }, pool.totalCount - pool.idleCount)
      this.set({ state: 'idle' }, pool.idleCount)
      this.set({ state: 'waiting' }, pool.waitingCount)
    },
  })
}

/** Asked of the database once per scrape; left out while it does not answer. */
function watchQueue(figures: () => Promise<QueueFigures>, registers: Registry[]): void {
  const plain = (name: string, help: string) => gauge({ name, help, registers })
  const dead = plain('hiroba_jobs_dead', 'Jobs that failed for the last time.')
  const oldest = plain('hiroba_jobs_oldest_seconds', 'Age of the job that is due longest.')
  const outbox = plain('hiroba_outbox_waiting', 'Announcements waiting for a listener.')
  gauge({
    name: 'hiroba_jobs_waiting',
    help: 'Jobs waiting.',
    registers,
    async collect() {
      const now = await figures().catch(() => null)
      for (const one of [this, dead, oldest, outbox]) one.reset()
      if (!now) return
      this.set(now.waiting)
      dead.set(now.dead)
      oldest.set(now.oldestSeconds)
      outbox.set(now.outbox)
    },
  })
}

function memory(registers: Registry[]): void {
  gauge({
    name: 'hiroba_process_memory_bytes',
    help: 'Memory of the process.',
    labelNames: ['kind'],
    registers,
    collect() {
      const { rss, heapUsed, external } = process.memoryUsage()
      this.set({ kind: 'resident' }, rss)
      this.set({ kind: 'heap' }, heapUsed)
      this.set({ kind: 'external' }, external)
    },
  })
  read(
    new Gauge({ name: 'hiroba_process_uptime_seconds', help: 'Since the start.', registers }),
    () => process.uptime(),
  )
}

function read(gauge: Gauge, value: () => number): void {
  ;(gauge as unknown as { collect: () => void }).collect = () => gauge.set(value())
}

/** A gauge registers itself: what reads its own value when asked needs no name here. */
function gauge<L extends string = string>(configuration: GaugeConfiguration<L>): Gauge<L> {
  return new Gauge(configuration)
}
