import { domain } from '../platform/domain.ts'
import { audiences, communities, counters } from './tables.ts'

export const communitiesDomain = domain({
  name: 'communities',
  tables: { communities, audiences, counters },
})
