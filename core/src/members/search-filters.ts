import { sql } from 'drizzle-orm'
import { handleKey } from './imported.ts'
import type { SearchFilter } from '../platform/search/index.ts'

/** `author:` a handle, with or without its @. */
export const memberFilters: SearchFilter[] = [
  {
    kind: 'author',
    condition: (here, value) => sql`e.author_id in (
      select m.id from memberships m where m.community_id = ${here.community.id}
        and m.handle_key = ${handleKey(value.replace(/^@/, ''))})`,
  },
]
