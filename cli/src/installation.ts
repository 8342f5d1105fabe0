import { setTimeout as sleep } from 'node:timers/promises'
import { openHiroba, type Hiroba } from '@hiroba/core'
import { communitiesHere } from '@hiroba/core/communities'
import { listeningOn, readConfig, type Config } from '@hiroba/core/config'
import { joinDatabase, migrate, type JoinedDatabase } from '@hiroba/core/database'
import { isRefusal } from '@hiroba/core/platform'
import { closeLog, openLog, openMetrics, type Log } from '@hiroba/core/telemetry'
import { queueFigures, startWorker, type Worker } from '@hiroba/core/worker'
import { openDoor, type Door } from '../../web/server/index.ts'
import { buildFolder, ensureBuilt } from './building.ts'
import { fill, operatorsLanguage } from './language.ts'
import { tell } from './run.ts'
import { stopAsked } from './signals.ts'
import { shell } from './words.ts'

type Parts = { web: boolean; worker: boolean }

/** Everything that is open, in the order it was opened; closed from the end. */
type Opened = { door?: Door; database?: JoinedDatabase; hiroba?: Hiroba; worker?: Worker }

/**
 * Runs web pages, worker or both until a signal comes. What stops the start is refused before
 * anything is half there: whatever was opened by then is closed again.
 */
export async function runInstallation(parts: Parts): Promise<void> {
  const config = readConfig(process.env, process.cwd())
  const log = openLog(config.logLevel)
  const opened: Opened = {}
  const taken = Promise.withResolvers<unknown>()
  watchForBugs(log)
  try {
    const stopping = stopAsked(taken.promise)
    await Promise.race([open(parts, config, log, opened, taken.resolve), stopping])
    const why = await stopping
    say(shell.closing)
    await close(opened, log)
    if (isRefusal(why)) throw why
    say(shell.closed)
  } catch (error) {
    await close(opened, log)
    throw error
  } finally {
    closeLog(log)
  }
  // Whatever still holds the process, such as a job that was cut off, is not waited for.
  process.exit()
}

async function open(
  parts: Parts,
  given: Config,
  log: Log,
  opened: Opened,
  taken: (refusal: unknown) => void,
): Promise<void> {
  let config = given
  const metrics = openMetrics()
  if (parts.web) {
    opened.door = await openDoorFor(config, { log, metrics })
    config = listeningOn(config, opened.door.port)
  }
  const isAlone = parts.web && parts.worker
  const database = await joinDatabase(config, { role: isAlone ? 'server' : 'command', tell })
  opened.database = database
  database.onTaken(taken)

  if (parts.web) await ensureBuilt(() => say(shell.building))
  await migrate(database.url)
  const hiroba = openHiroba({
    url: database.url,
    onQuery: metrics.statement,
    onError: (error) => log.warn({ err: error }, 'a database connection ended'),
  })
  opened.hiroba = hiroba
  // A connection lost in the middle of its work says so to nobody else, and would end the process.
  hiroba.db.pool.on('connect', (client) => client.on('error', () => {}))
  // The embedded database may come back on another port; new connections go there.
  database.onBack((url) => (hiroba.db.pool.options.connectionString = url))
  metrics.watchPool(hiroba.db.pool)
  metrics.watchQueue(() => queueFigures(hiroba.lobby()))

  const url = () => database.url
  if (parts.worker) opened.worker = await startWorker(hiroba, { url, log, metrics })
  if (!opened.door) return say(shell.working)
  await opened.door.open({
    hiroba,
    databaseUrl: url,
    publicUrl: config.url,
    build: buildFolder(),
    worker: opened.worker ?? null,
    cached: process.env.HIROBA_CACHE !== 'off',
    openMetrics: process.env.HIROBA_METRICS === 'open',
  })
  const isEmpty = (await communitiesHere(hiroba.lobby())).length === 0
  say(shell.open, { url: config.url })
  if (!config.urlIsDefault) say(shell.here, { url: `http://localhost:${opened.door.port}` })
  if (isEmpty) say(shell.empty)
}

/** A port that is taken may be taken by ourselves: then that is what a person wants to hear. */
async function openDoorFor(
  config: Config,
  telemetry: Pick<Parameters<typeof openDoor>[0], 'log' | 'metrics'>,
): Promise<Door> {
  try {
    return await openDoor({ port: config.port, publicUrl: config.url, ...telemetry })
  } catch (error) {
    if (isRefusal(error) && error.code === 'port_taken') {
      error.data.next = config.port + 1
      const database = await joinDatabase(config, { role: 'server' })
      await database.leave()
    }
    throw error
  }
}

/** No new requests and jobs, then those under way, then the connections, then the database itself. */
async function close(opened: Opened, log: Log): Promise<void> {
  const { door, worker, hiroba, database } = opened
  // Work that is cut off below complains that its connections are gone.
  process.removeAllListeners('unhandledRejection').on('unhandledRejection', () => {})
  for (const key of Object.keys(opened) as (keyof Opened)[]) delete opened[key]
  await attempt(log, () => Promise.all([door?.close(), worker?.stop()]))
  await attempt(log, () => Promise.race([hiroba?.close(), sleep(1000, undefined, { ref: false })]))
  await attempt(log, () => database?.leave())
}

async function attempt(log: Log, work: () => Promise<unknown> | undefined): Promise<void> {
  try {
    await work()
  } catch (error) {
    log.error({ err: error }, 'closing failed')
  }
}

/** A promise nobody looked at must not end the plaza for everybody; an exception must. */
function watchForBugs(log: Log): void {
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'unhandled rejection'))
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'uncaught exception')
    closeLog(log)
    process.exit(1)
  })
}

function say(words: Record<'en' | 'ja' | 'ko', string>, data: Record<string, unknown> = {}): void {
  console.log(fill(words[operatorsLanguage()], data))
}
