import { openHiroba, type Hiroba } from '@hiroba/core'
import { communityBySlug } from '@hiroba/core/communities'
import { readConfig, sentence, type Config, type Spoken } from '@hiroba/core/config'
import { joinDatabase, migrate } from '@hiroba/core/database'
import { operator, Refusal, type Actor, type Here, type Lobby } from '@hiroba/core/platform'
import { operatorsLanguage } from './language.ts'

export { printJson } from './printing.ts'
export { progress, type Progress } from './progress.ts'
export { operatorsLanguage } from './language.ts'

/** What a command works with: the open database, whether a server runs beside it or not. */
export type Working = {
  hiroba: Hiroba
  /** For what has no community, as the operator. */
  lobby: Lobby
  config: Config
  databaseUrl: string
  /** A community by its slug, as the operator (or another actor). Refuses `community_unknown`. */
  communityHere(slug: string, actor?: Actor): Promise<Here>
}

export type RunOptions = {
  /** Connections at most. */
  size?: number
}

/**
 * Opens the installation for one command: joins the database that runs or starts it, brings its
 * schema up to date, and leaves everything as it was found. Ctrl-C leaves cleanly as well.
 */
export async function withHiroba<T>(
  options: RunOptions,
  work: (working: Working) => Promise<T>,
): Promise<T> {
  const config = readConfig(process.env, process.cwd())
  const database = await joinDatabase(config, { role: 'command', tell })
  const leave = leavingOnSignal(() => database.leave())
  try {
    await migrate(database.url)
    const hiroba = openHiroba({ url: database.url, size: options.size ?? 4, onError: () => {} })
    hiroba.db.pool.on('connect', (client) => client.on('error', () => {}))
    try {
      return await work({
        hiroba,
        lobby: hiroba.lobby(operator),
        config,
        databaseUrl: database.url,
        async communityHere(slug, actor = operator) {
          const community = await communityBySlug(hiroba.lobby(operator), slug)
          if (!community) throw new Refusal('not_found', 'community_unknown', { slug })
          return hiroba.here(community, actor)
        },
      })
    } finally {
      await hiroba.close()
    }
  } finally {
    await leave()
  }
}

/** Prints a notice that stops nothing. */
export function tell(notice: Spoken): void {
  const said = sentence(notice, operatorsLanguage())
  if (said) console.error(said)
}

/** A command cut off in the middle still gives its place at the database up. */
function leavingOnSignal(leave: () => Promise<void>): () => Promise<void> {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  const onSignal = (signal: (typeof signals)[number]) => {
    for (const one of signals) process.off(one, onSignal).on(one, () => process.exit(1))
    void leave()
      .catch(() => {})
      .finally(() => process.exit(signal === 'SIGINT' ? 130 : 143))
  }
  for (const one of signals) process.on(one, onSignal)
  return async () => {
    for (const one of signals) process.off(one, onSignal)
    await leave()
  }
}
