import { sql } from 'drizzle-orm'
import { insist, no, yes, type Verdict } from '../platform/verdict.ts'
import { transaction } from '../platform/database/database.ts'
import { touch } from '../platform/facts/outbox.ts'
import { Refusal } from '../platform/refusal.ts'
import { words, type Words } from '../platform/words.ts'
import { communityBySlug, type Community } from './communities.ts'
import type { Actor, Lobby } from '../platform/here.ts'

export type Founding = {
  slug: string
  name?: Words
  hostname?: string
  purpose?: Words
  benefit?: Words
  language?: string
  timeZone?: string
  accent?: string
}

/** Founds a community. Codes: `slug_bad`, `time_zone_bad`, `slug_taken`. */
export function found(lobby: Lobby, given: Founding): Promise<Community> {
  return transaction(lobby, async (lobby) => {
    insist(mayFound(lobby.actor))
    if (!/^[a-z0-9][a-z0-9-]{0,49}$/.test(given.slug))
      throw new Refusal('invalid', 'slug_bad', { slug: given.slug })
    const language = given.language ?? 'en'
    const timeZone = given.timeZone ?? 'UTC'
    if (!isTimeZone(timeZone)) throw new Refusal('invalid', 'time_zone_bad', { timeZone })

    const name = given.name ?? words(language, given.slug)
    const made = await lobby.db.run(sql`
      insert into communities
        (slug, hostname, name, purpose, benefit, language, time_zone, accent, created_at)
      values (${given.slug}, ${given.hostname ?? null}, ${json(name)}, ${json(given.purpose)},
        ${json(given.benefit)}, ${language}, ${timeZone}, ${given.accent ?? null},
        ${lobby.now.toISOString()})
      on conflict do nothing returning id`)
    if (made.length === 0) throw new Refusal('conflict', 'slug_taken', { slug: given.slug })
    const community = (await communityBySlug(lobby, given.slug))!
    await touch({ ...lobby, community })
    return community
  })
}

/** Until people can sign in, only the operator founds communities. */
export function mayFound(actor: Actor): Verdict {
  return actor.kind === 'operator' ? yes : no('operators_only')
}

const timeZones = new Set<string>()

/** Asked for every figure, and dear to find out: what was valid once stays valid. */
export function isTimeZone(name: string): boolean {
  if (timeZones.has(name)) return true
  try {
    new Intl.DateTimeFormat('en', { timeZone: name }).format()
    timeZones.add(name)
    return true
  } catch {
    return false
  }
}

function json(value: Words | undefined) {
  return sql`${value ? JSON.stringify(value) : null}::jsonb`
}
