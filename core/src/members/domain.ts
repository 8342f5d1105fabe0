import { domain } from '../platform/domain.ts'
import { memberFilters } from './search-filters.ts'
import { memberships } from './tables.ts'

export const membersDomain = domain({
  name: 'members',
  tables: { memberships },
  searchFilters: memberFilters,
})
