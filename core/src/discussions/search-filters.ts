import { sql } from 'drizzle-orm'
import type { SearchFilter } from '../platform/search/index.ts'

/** `in:` a category (number, address or a name in any language), `tag:`, `is:unanswered`. */
export const discussionFilters: SearchFilter[] = [
  {
    kind: 'in',
    condition: (here, value) => sql`e.category_id in (
      select c.id from categories c where c.community_id = ${here.community.id} and (
        c.slug = ${value.toLowerCase()} or c.number::text = ${value}
        or exists (select 1 from jsonb_each_text(c.name -> 'text') as n
          where lower(n.value) = ${value.toLowerCase()})))`,
  },
  {
    kind: 'tag',
    condition: (here, value) => sql`e.topic_id in (
      select x.topic_id from topic_tags x
      join tags g on g.community_id = x.community_id and g.id = x.tag_id
      where x.community_id = ${here.community.id} and g.slug = ${value.toLowerCase()})`,
  },
  {
    kind: 'unanswered',
    condition: (here) => sql`e.topic_id in (
      select t.id from topics t where t.community_id = ${here.community.id}
        and t.answered_at is null and t.deleted_at is null)`,
  },
]
