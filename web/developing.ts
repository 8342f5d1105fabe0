import { AsyncLocalStorage } from 'node:async_hooks'
import type { Plugin } from 'vite'
import type { RequestContext } from './server/context.ts'

/**
 * For `vite dev` alone: gives each request the context that our own server gives in earnest. Joins
 * the database of the data directory, which a running Hiroba may hold open at the same time.
 */
export function developing(): Plugin {
  return {
    name: 'hiroba:developing',
    apply: 'serve',
    async configureServer({ middlewares, httpServer }) {
      if (process.env.VITEST) return
      const [{ contextOf }, { languageWanted }, { openSites }, core, config, database] =
        await Promise.all([
          import('./server/pages.ts'),
          import('./server/negotiation.ts'),
          import('./server/sites.ts'),
          import('@hiroba/core'),
          import('@hiroba/core/config'),
          import('@hiroba/core/database'),
        ])
      const settings = config.readConfig(process.env, new URL('..', import.meta.url).pathname)
      const joined = await database.joinDatabase(settings, { role: 'command' })
      await database.migrate(joined.url)
      const hiroba = core.openHiroba({ url: joined.url })
      httpServer?.once('close', () => hiroba.close().then(() => joined.leave()))

      const contexts = new AsyncLocalStorage<RequestContext>()
      Object.assign(globalThis, { [Symbol.for('hiroba.developing')]: contexts })
      const log = { error: console.error } as Parameters<typeof contextOf>[0]['log']
      middlewares.use(async (req, _res, next) => {
        const origin = `http://${req.headers.host ?? 'localhost'}`
        const sites = openSites(hiroba, origin)
        await sites.fresh()
        const site = sites.of(req.headers.host)
        if (!site) return next()
        const language = languageWanted(req.headers)
        const asked = { site, url: req.url ?? '/', language, requestId: 'dev' }
        contexts.run(await contextOf({ sites, hiroba, log }, asked), next)
      })
    },
  }
}
