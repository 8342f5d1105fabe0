import { sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Here } from './here.ts'

/** Audiences every community has; its own ones (a category's, a room's) are numbered from 100. */
export const audience = { everyone: 1, members: 2, staff: 3 } as const

/** SQL: the actor may read this row. The word every list, page, feed and count uses. */
export function readable(here: Here, column: PgColumn | SQL): SQL {
  const { audiences } = here.actor
  if (audiences === 'all') return sql`true`
  return sql`${column} = any(${sql.param(audiences)}::int[])`
}
