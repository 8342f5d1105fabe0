import { sql } from 'drizzle-orm'
import { transaction } from '../platform/database/database.ts'
import { touch } from '../platform/facts/outbox.ts'
import { Refusal } from '../platform/refusal.ts'
import { insist, no, yes, type Verdict } from '../platform/verdict.ts'
import { communityBySlug, type Community } from './communities.ts'
import { isTimeZone } from './founding.ts'
import type { Actor, Lobby } from '../platform/here.ts'
import type { Words } from '../platform/words.ts'

/** What to change of a community; texts by language are added to those already there. */
export type Description = {
  slug?: string
  name?: Record<string, string>
  purpose?: Record<string, string>
  benefit?: Record<string, string>
  language?: string
  timeZone?: string
  /** Null takes it away. */
  hostname?: string | null
  accent?: string | null
}

/**
 * Changes what a community says about itself. Codes: `community_unknown`, `slug_bad`, `slug_taken`,
 * `hostname_bad`, `hostname_taken`, `time_zone_bad`, `accent_bad`.
 */
export function describe(lobby: Lobby, slug: string, changes: Description): Promise<Community> {
  return transaction(lobby, async (lobby) => {
    insist(mayDescribe(lobby.actor))
    insistOnGoodShape(changes)
    const before = await communityBySlug(lobby, slug)
    if (!before) throw new Refusal('not_found', 'community_unknown', { slug })
    await insistOnFree(lobby, before, changes)

    const language = changes.language ?? before.language
    const after = {
      slug: changes.slug ?? before.slug,
      hostname: changes.hostname === undefined ? before.hostname : changes.hostname,
      accent: changes.accent === undefined ? before.accent : changes.accent,
      timeZone: changes.timeZone ?? before.timeZone,
      name: joined(before.name, changes.name, language),
      purpose: joined(before.purpose, changes.purpose, language),
      benefit: joined(before.benefit, changes.benefit, language),
    }
    await lobby.db.run(sql`
      update communities set slug = ${after.slug}, hostname = ${after.hostname},
        accent = ${after.accent}, language = ${language}, time_zone = ${after.timeZone},
        name = ${json(after.name)}, purpose = ${json(after.purpose)}, benefit = ${json(after.benefit)}
      where id = ${before.id}`)
    await touch({ ...lobby, community: before })
    return (await communityBySlug(lobby, after.slug))!
  })
}

/** Until people can sign in, only the operator changes communities. */
export function mayDescribe(actor: Actor): Verdict {
  return actor.kind === 'operator' ? yes : no('operators_only')
}

const hostnameShape =
  /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/i

function insistOnGoodShape({ slug, hostname, timeZone, accent }: Description): void {
  if (slug !== undefined && !/^[a-z0-9][a-z0-9-]{0,49}$/.test(slug))
    throw new Refusal('invalid', 'slug_bad', { slug })
  if (hostname && !hostnameShape.test(hostname))
    throw new Refusal('invalid', 'hostname_bad', { hostname })
  if (timeZone !== undefined && !isTimeZone(timeZone))
    throw new Refusal('invalid', 'time_zone_bad', { timeZone })
  if (accent && !/^#[0-9a-f]{6}$/i.test(accent))
    throw new Refusal('invalid', 'accent_bad', { accent })
}

async function insistOnFree(lobby: Lobby, self: Community, changes: Description): Promise<void> {
  const { slug = null, hostname = null } = changes
  const [other] = await lobby.db.run<{ slug: string }>(sql`
    select slug from communities
    where id <> ${self.id} and (slug = ${slug} or lower(hostname) = lower(${hostname})) limit 1`)
  if (!other) return
  if (other.slug === slug) throw new Refusal('conflict', 'slug_taken', { slug })
  throw new Refusal('conflict', 'hostname_taken', { hostname, by: other.slug })
}

function joined<W extends Words | null>(
  before: W,
  more: Record<string, string> | undefined,
  language: string,
): W | Words {
  const languages = Object.keys(more ?? {})
  if (languages.length === 0) return before
  const text = { ...before?.text, ...more }
  const original = before?.original ?? (languages.includes(language) ? language : languages[0]!)
  return { original, text }
}

function json(value: Words | null) {
  return sql`${value ? JSON.stringify(value) : null}::jsonb`
}
