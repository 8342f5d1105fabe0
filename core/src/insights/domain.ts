import { domain } from '../platform/domain.ts'
import { contributions } from './tables.ts'
import { countContributions } from './contributions.ts'

export const insightsDomain = domain({
  name: 'insights',
  tables: { contributions },
  listeners: [countContributions],
})
