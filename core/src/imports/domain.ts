import { domain } from '../platform/domain.ts'
import { importRejects, importSources } from './tables.ts'

export const importsDomain = domain({ name: 'imports', tables: { importSources, importRejects } })
