import { communitiesDomain } from './communities/index.ts'
import { discussionsDomain } from './discussions/index.ts'
import { importsDomain } from './imports/index.ts'
import { insightsDomain } from './insights/index.ts'
import { membersDomain } from './members/index.ts'
import { openDatabase, type DatabaseOptions, type Db } from './platform/database/database.ts'
import { houseOf } from './platform/house.ts'
import { guest, type Actor, type CommunityHere, type Here, type Lobby } from './platform/here.ts'

/** The only place that names every domain. */
export const domains = [
  communitiesDomain,
  membersDomain,
  discussionsDomain,
  importsDomain,
  insightsDomain,
] as const

/** A process's Hiroba: opened once, handed on, closed at the end. */
export type Hiroba = {
  db: Db
  lobby(actor?: Actor): Lobby
  here(community: CommunityHere, actor?: Actor): Here
  close(): Promise<void>
}

export function openHiroba(options: Omit<DatabaseOptions, 'house'>): Hiroba {
  const db = openDatabase({ ...options, house: houseOf(domains) })
  return {
    db,
    lobby: (actor = guest) => ({ actor, now: new Date(), db }),
    here: (community, actor = guest) => ({ community, actor, now: new Date(), db }),
    close: () => db.pool.end(),
  }
}
