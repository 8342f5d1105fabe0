import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { fileURLToPath } from 'node:url'
import { openHiroba } from '@hiroba/core'
import { readConfig } from '@hiroba/core/config'
import { joinDatabase, migrate } from '@hiroba/core/database'
import { openLog } from '@hiroba/core/telemetry'
import { languageWanted } from './negotiation.ts'
import { contextOf } from './pages.ts'
import { openSites } from './sites.ts'
import type { RequestContext } from './context.ts'

/** As much of Vite's server as is used here. */
type DevelopmentServer = {
  httpServer: { once(event: 'close', done: () => void): unknown } | null
  middlewares: {
    use(handle: (req: IncomingMessage, res: ServerResponse, next: () => void) => void): unknown
  }
}

/** Where `web/src/hooks.server.ts` finds the context of a request while developing. */
const place = Symbol.for('hiroba.developing')

/**
 * Vite plugin for `vite dev`: gives pages the context that the server gives them in earnest, on the
 * database of the data directory (joined, or started). Statements that forget their community are
 * refused.
 */
export function developing() {
  return {
    name: 'hiroba-developing',
    apply: 'serve' as const,
    async configureServer(server: DevelopmentServer) {
      const config = readConfig(process.env, fileURLToPath(new URL('../..', import.meta.url)))
      const database = await joinDatabase(config, { role: 'command' })
      await migrate(database.url)
      const hiroba = openHiroba({ url: database.url, guarded: true, onError: () => {} })
      const log = openLog(config.logLevel)
      const storage = new AsyncLocalStorage<RequestContext>()
      ;(globalThis as Record<symbol, unknown>)[place] = storage
      server.httpServer?.once('close', () => void hiroba.close().then(() => database.leave()))

      server.middlewares.use((req, _, next) => {
        void (async () => {
          const url = req.url ?? '/'
          const sites = openSites(hiroba, `http://${req.headers.host ?? 'localhost'}`)
          const site = sites.of(req.headers.host)
          if (!site) return next()
          const language = languageWanted(req.headers as { cookie?: string })
          const requestId = randomBytes(6).toString('hex')
          const context = await contextOf(
            { sites, hiroba, log },
            { site, url, language, requestId },
          )
          storage.run(context, next)
        })().catch((error: unknown) => {
          log.error({ err: error }, 'no context for this request')
          next()
        })
      })
    },
  }
}
