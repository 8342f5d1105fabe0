import { openHiroba } from '../app.ts'
import { communityBySlug, found } from '../communities/index.ts'
import { operator } from '../platform/here.ts'
import { discourseImport, jsonlImport, runImport } from './index.ts'

/**
 * A process that imports into `plaza`, as of a fixed time, and prints how far it is: for tests that
 * kill it. Arguments: database, kind, path.
 */
const [url, kind, path] = process.argv.slice(2) as [string, string, string]
const now = new Date('2026-04-01T00:00:00Z')
const hiroba = openHiroba({ url, size: 4 })
const lobby = { ...hiroba.lobby(operator), now }
const community = (await communityBySlug(lobby, 'plaza')) ?? (await found(lobby, { slug: 'plaza' }))
const run = kind === 'jsonl' ? jsonlImport({ path }) : discourseImport({ path })
const bringer = { kind: 'import', source: kind, audiences: 'all' } as const
const counts = await runImport(
  { ...hiroba.here(community, bringer), now },
  { ...run, onProgress: (posts) => console.log(JSON.stringify({ posts })) },
)
console.log(JSON.stringify({ counts, peak: process.resourceUsage().maxRSS * 1024 }))
await hiroba.close()
