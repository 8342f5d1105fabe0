import { sql, type SQL } from 'drizzle-orm'
import {
  integer,
  pgTable,
  primaryKey,
  timestamp,
  uuid,
  type PgColumn,
  type PgColumnBuilderBase,
  type PgTableExtraConfigValue,
  type PgTableWithColumns,
} from 'drizzle-orm/pg-core'
import type { Here } from '../here.ts'

/** An instant, in milliseconds as JavaScript has it, so that keysets agree. */
export function instant(name: string) {
  return timestamp(name, { withTimezone: true, precision: 3, mode: 'date' })
}

const communityNames = new Set<string>()

/** Names of all tables that belong to a community; the guard watches statements on these. */
export function communityTableNames(): ReadonlySet<string> {
  return communityNames
}

function ownColumns() {
  return {
    communityId: integer('community_id').notNull(),
    id: uuid('id').notNull(),
    createdAt: instant('created_at').notNull(),
  }
}

type Extras<T> = (table: T) => PgTableExtraConfigValue[]
type Columns = Record<string, PgColumnBuilderBase>

/** A table of things in a community: adds `community_id`, `id`, `created_at` and their key. */
export function communityTable<N extends string, C extends Columns>(
  name: N,
  columns: C,
  extras: Extras<Record<keyof (ReturnType<typeof ownColumns> & C), PgColumn>> = () => [],
) {
  communityNames.add(name)
  const all = { ...ownColumns(), ...columns } as ReturnType<typeof ownColumns> & C
  return pgTable(name, all, (table) => {
    const t = table as unknown as Record<keyof typeof all, PgColumn>
    return [primaryKey({ columns: [t.communityId, t.id] }), ...extras(t)]
  })
}

/** A table of a community keyed by what it joins or counts instead of an id of its own. */
export function communityLink<N extends string, C extends Columns>(
  name: N,
  columns: C,
  extras: Extras<Record<keyof (Pick<ReturnType<typeof ownColumns>, 'communityId'> & C), PgColumn>>,
) {
  communityNames.add(name)
  const { communityId } = ownColumns()
  const all = { communityId, ...columns } as Pick<ReturnType<typeof ownColumns>, 'communityId'> & C
  return pgTable(name, all, (table) =>
    extras(table as unknown as Record<keyof typeof all, PgColumn>),
  )
}

/** SQL: rows of this community only. Stands in every statement that touches a community's table. */
export function only(
  here: Pick<Here, 'community'>,
  // eslint-disable-next-line -- any table made by the two functions above
  table: { communityId: PgColumn },
): SQL {
  return sql`${table.communityId} = ${here.community.id}`
}

export type { PgTableWithColumns }
