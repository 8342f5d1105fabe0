import { existsSync, readdirSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { join, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Hiroba } from '@hiroba/core'
import type { Log, Metrics } from '@hiroba/core/telemetry'
import { listen, type Worker } from '@hiroba/core/worker'
import { openPageCache, type PageCache } from './page-cache.ts'
import { securityHeaders } from './security-headers.ts'
import { openSites, type Sites } from './sites.ts'
import type { Flights } from './pages.ts'
import type { Handler } from './rendering.ts'

export type ServingOptions = {
  hiroba: Hiroba
  /** The database's address of this moment. */
  databaseUrl(): string
  /** Public origin without a trailing slash. */
  publicUrl: string
  log: Log
  metrics: Metrics
  /** Folder of Kit's build. */
  build: string
  /** The worker of this process, if it has one. */
  worker: Worker | null
  cached: boolean
  /** Metrics for everybody, not only for this machine and its private network. */
  openMetrics: boolean
}

/** All that answering requests needs, once the database answers. */
export type Serving = ServingOptions & {
  handler: Handler
  sites: Sites
  cache: PageCache
  flights: Flights
  /** Paths of files that Kit's build serves as they are. */
  files: ReadonlySet<string>
  security: readonly string[]
  isDatabaseUp(): boolean
  /** Asks it, for at most a second. */
  databaseAnswers(): Promise<boolean>
  stop(): Promise<void>
}

const changedChannel = 'hiroba_changed'
const largestBody = 50 * 1024 ** 2

/** Loads Kit's build, reads the communities and listens for changes. */
export async function openServing(options: ServingOptions): Promise<Serving> {
  const { hiroba, databaseUrl, publicUrl, log } = options
  const cache = openPageCache({ on: options.cached })
  const sites = openSites(hiroba, publicUrl)
  const listening = listen({
    url: databaseUrl,
    channels: [changedChannel],
    onNotice(_, payload) {
      const communityId = Number(payload)
      sites.expire()
      if (Number.isInteger(communityId) && communityId > 0) cache.raise(communityId)
      else cache.flush()
    },
    onUp() {
      sites.expire()
      cache.flush()
      cache.pause(false)
    },
    onDown(error) {
      cache.pause(true)
      log.warn({ err: error ?? undefined }, 'lost the database; trying again')
    },
  })
  const [handler] = await Promise.all([kitHandler(options.build), listening.ready])
  await sites.fresh()
  return {
    ...options,
    handler,
    sites,
    cache,
    flights: new Map(),
    files: filesOf(join(options.build, 'client')),
    security: Object.entries(securityHeaders(publicUrl)).flat(),
    isDatabaseUp: listening.isUp,
    async databaseAnswers() {
      const asked = hiroba.db.pool.query('select 1').then(
        () => true,
        () => false,
      )
      return listening.isUp() && Promise.race([asked, sleep(1000, false, { ref: false })])
    },
    stop: listening.stop,
  }
}

/** Kit reads these when its build is loaded; per request we overwrite the two headers ourselves. */
async function kitHandler(build: string): Promise<Handler> {
  process.env.PROTOCOL_HEADER = 'x-hiroba-proto'
  process.env.HOST_HEADER = 'x-hiroba-host'
  process.env.BODY_SIZE_LIMIT = String(largestBody)
  const { handler } = await import(pathToFileURL(join(build, 'handler.js')).href)
  return handler
}

function filesOf(folder: string): Set<string> {
  if (!existsSync(folder)) return new Set()
  return new Set(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.(?:br|gz)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
      .map((path) => path.replaceAll(sep, '/')),
  )
}
