import type { SQL } from 'drizzle-orm'
import type { Here } from '../here.ts'

/**
 * A condition of a search that a domain knows how to check, as SQL on `search_entries e`:
 * `author:` of members, `in:` and `tag:` of discussions.
 */
export type SearchFilter = { kind: string; condition(here: Here, value: string): SQL }
