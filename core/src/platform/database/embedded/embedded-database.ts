import { findPlace } from './place.ts'
import type { Tell } from './place.ts'
import { holding } from './lock.ts'
import { isAlive } from './postmaster.ts'
import { ensureRunning, ensureStopped } from './running.ts'

export type EmbeddedOptions = {
  dataDir: string
  /** Several times faster, and nothing survives a power cut. */
  forTests?: boolean
  tell?: Tell
}

export type EmbeddedDatabase = {
  /** Holds the password. Its port may change with `restart`, when another program took it. */
  readonly url: string
  /** Such as `18.4`. */
  readonly version: string
  readonly pid: number
  /** It ran already: started by another process, or left by one that was killed. */
  readonly adopted: boolean
  /** Whoever else uses it: see `joinDatabase` for a stop that asks. */
  stop(): Promise<void>
  /** After `onLost`: starts it again (or finds that somebody else has), with recovery. */
  restart(): Promise<void>
  /** Calls back each time PostgreSQL ends without our `stop`. Returns how to no longer be called. */
  onLost(callback: () => void): () => void
}

/**
 * The PostgreSQL that came with npm, on the data directory: adopted when it runs, else started, made
 * when there is none. It outlives this process unless stopped.
 * Refuses what `findPlace`, `readyCluster` and `binariesFor` refuse, `disk_full`, `database_busy`,
 * `database_password_lost` and `database_does_not_start`.
 */
export async function embeddedDatabase(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { dataDir, forTests = false, tell = () => {} } = options
  const place = findPlace(dataDir, tell)
  const listeners = new Set<() => void>()
  const up = () => holding(place.lock, 120, () => ensureRunning(place, forTests, tell))

  let running = await up()
  let watch = watched()

  return {
    get url() {
      return running.url
    },
    get version() {
      return running.version
    },
    get pid() {
      return running.pid
    },
    get adopted() {
      return running.adopted
    },
    async stop() {
      clearInterval(watch)
      await holding(place.lock, 30, () => ensureStopped(place))
    },
    async restart() {
      clearInterval(watch)
      running = await up()
      watch = watched()
    },
    onLost(callback) {
      listeners.add(callback)
      return () => listeners.delete(callback)
    },
  }

  /** One signal 0 a second, the same for a child and for an adopted process; it keeps nobody alive. */
  function watched(): NodeJS.Timeout {
    const timer = setInterval(() => {
      if (isAlive(running.pid)) return
      clearInterval(timer)
      for (const callback of listeners) callback()
    }, 1000)
    return timer.unref()
  }
}
