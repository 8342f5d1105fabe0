import type { PgTable } from 'drizzle-orm/pg-core'
import type { FactKind } from './facts/facts.ts'
import type { Listener } from './facts/listeners.ts'
import type { JobHandler } from './jobs.ts'
import type { SearchFilter } from './search/filters.ts'
import type { Subject } from './subjects.ts'

/** What a domain brings into the house. */
export type Domain = {
  name: string
  tables: Record<string, PgTable>
  facts: FactKind[]
  listeners: Listener[]
  subjects: Subject[]
  jobs: JobHandler[]
  searchFilters: SearchFilter[]
}

export function domain(given: Partial<Domain> & { name: string }): Domain {
  return {
    tables: {},
    facts: [],
    listeners: [],
    subjects: [],
    jobs: [],
    searchFilters: [],
    ...given,
  }
}
