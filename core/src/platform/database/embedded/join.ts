import { setTimeout as sleep } from 'node:timers/promises'
import type { Config } from '../../config/index.ts'
import type { Refusal } from '../../refusal.ts'
import { isRefusal } from '../../refusal.ts'
import { holding } from './lock.ts'
import { findPlace } from './place.ts'
import type { Place, Tell } from './place.ts'
import { postmasterOf } from './postmaster.ts'
import { ensureRunning, ensureStopped } from './running.ts'
import { openSession } from './session.ts'
import type { Member, Role, Session } from './session.ts'

export type JoinOptions = {
  role: Role
  forTests?: boolean
  tell?: Tell
}

export type JoinedDatabase = {
  /** For `pg`; holds a password. Of the embedded database the port may change: see `onBack`. */
  readonly url: string
  /** Such as `18.4`. */
  readonly version: string
  /** Where the embedded database lives; null for one of the person's own. */
  readonly place: string | null
  /** Gives the place up. The last one out stops the embedded database. */
  leave(): Promise<void>
  /** The database went away, and everything open on it; it is being brought back meanwhile. */
  onLost(callback: () => void): void
  /** It is back, and our place in it taken again. */
  onBack(callback: (url: string) => void): void
  /** It is back, but another server took our place meanwhile: this one has to stop. */
  onTaken(callback: (refusal: Refusal) => void): void
}

/**
 * Joins those who use the database of this configuration: the embedded one is started when nobody
 * has yet. Refuses what `embeddedDatabase` and `openSession` refuse.
 */
export async function joinDatabase(
  config: Pick<Config, 'dataDir' | 'databaseUrl' | 'url'>,
  { role, forTests = false, tell = () => {} }: JoinOptions,
): Promise<JoinedDatabase> {
  const variable = config.databaseUrl ? 'DATABASE_URL' : 'HIROBA_DATA'
  const member: Member = { role, address: config.url, variable }
  const house = config.databaseUrl
    ? ownHouse(config.databaseUrl, member)
    : sharedHouse(findPlace(config.dataDir, tell), member, forTests, tell)
  const lost = new Set<() => void>()
  const back = new Set<(url: string) => void>()
  const taken = new Set<(refusal: Refusal) => void>()

  let leaving = false
  let entered = await house.enter()
  void watch()

  return {
    get url() {
      return entered.url
    },
    get version() {
      return entered.session.version
    },
    place: house.place,
    async leave() {
      if (leaving) return
      leaving = true
      await house.leave(entered)
    },
    onLost: (callback) => void lost.add(callback),
    onBack: (callback) => void back.add(callback),
    onTaken: (callback) => void taken.add(callback),
  }

  async function watch(): Promise<void> {
    await entered.session.ended
    if (leaving) return
    for (const callback of lost) callback()
    // oxlint-disable-next-line no-unmodified-loop-condition -- leave() changes it meanwhile
    for (let pause = 100; !leaving; pause = Math.min(2 * pause, 5000)) {
      try {
        entered = await house.enter()
        if (leaving) return await house.leave(entered)
        void watch()
        for (const callback of back) callback(entered.url)
        return
      } catch (error) {
        if (isRefusal(error) && error.code === 'already_running') {
          for (const callback of taken) callback(error)
          return
        }
        tell({ code: 'database_not_back', data: { why: whyOf(error) } })
      }
      await sleep(pause)
    }
  }
}

type Entered = { url: string; session: Session }

type House = {
  place: string | null
  enter(): Promise<Entered>
  leave(entered: Entered): Promise<void>
}

/** A database of the person's own is neither started nor stopped by us. */
function ownHouse(url: string, member: Member): House {
  return {
    place: null,
    enter: async () => ({ url, session: await openSession(url, member) }),
    leave: ({ session }) => session.end(),
  }
}

/**
 * Under the lock one process at a time comes or goes: nobody can find the database running and lose
 * it to somebody who leaves before having taken a place.
 */
function sharedHouse(place: Place, member: Member, forTests: boolean, tell: Tell): House {
  return {
    place: place.home,
    enter: () =>
      holding(place.lock, 120, async () => {
        const { url, adopted } = await ensureRunning(place, forTests, tell)
        try {
          return { url, session: await openSession(url, member) }
        } catch (error) {
          if (!adopted) await ensureStopped(place)
          throw error
        }
      }),
    async leave(entered) {
      try {
        await holding(place.lock, 5, async () => {
          const isLast = await wasLast(entered)
          await entered.session.end()
          if (isLast) await ensureStopped(place)
        })
      } catch (error) {
        if (!isRefusal(error) || error.code !== 'database_busy') throw error
        // Somebody is coming in at this moment, and will turn out the light.
        await entered.session.end()
      }
    },
  }

  async function wasLast({ url, session }: Entered): Promise<boolean> {
    try {
      return await session.wasLast()
    } catch {
      // Our session broke a moment ago: ask through another.
      if (!postmasterOf(place.cluster)) return false
      const other = await openSession(url, { ...member, role: 'command' })
      try {
        return await other.wasLast()
      } finally {
        await other.end()
      }
    }
  }
}

function whyOf(error: unknown): string {
  if (isRefusal(error)) return String(error.data.said ?? error.data.reason ?? error.code)
  return (error as Error).message
}
