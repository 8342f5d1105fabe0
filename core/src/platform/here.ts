import type { Db } from './database/database.ts'
import type { Words } from './words.ts'

/** What a request, job or command knows of the community it works in. */
export type CommunityHere = {
  id: number
  slug: string
  hostname: string | null
  name: Words
  language: string
  timeZone: string
}

/**
 * Who acts. `audiences` are those the actor may read, loaded once ('all' = the installation's own
 * people and processes). Facts told by an `import` are never heard by reactions.
 */
export type Actor =
  | { kind: 'guest'; audiences: number[] }
  | { kind: 'member'; memberId: string; audiences: number[] }
  | { kind: 'operator'; audiences: 'all' }
  | { kind: 'system'; audiences: 'all' }
  | { kind: 'import'; source: string; audiences: 'all' }

/** First argument of every command and query of a community. */
export type Here = { community: CommunityHere; actor: Actor; now: Date; db: Db }

/** The same for what has no community: set-up, the list of communities, doctor. */
export type Lobby = { actor: Actor; now: Date; db: Db }

export const guest: Actor = { kind: 'guest', audiences: [1] }
export const operator: Actor = { kind: 'operator', audiences: 'all' }
export const system: Actor = { kind: 'system', audiences: 'all' }
