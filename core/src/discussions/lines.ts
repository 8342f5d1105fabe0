import { sql, type SQL } from 'drizzle-orm'
import type { Here } from '../platform/here.ts'
import type { Person, TopicLine } from './page-shapes.ts'

/** A line's row as SQL gives it; `lineOf` makes the page's shape of it. */
export type LineRow = Omit<TopicLine, 'people' | 'state' | 'category'> & {
  people: Person[] | null
  tags: TopicLine['tags'] | null
  category: TopicLine['category']
  solved: boolean
  answered: boolean
}

/**
 * The columns of a topic's line, for `from topics t` with joins `lineJoins`: one statement gives
 * category, author, people and tags, whatever the number of lines.
 */
export function lineColumns(here: Here): SQL {
  const community = here.community.id
  return sql`t.id, t.number, t.slug, t.title, t.lang,
    t.accepted_number is not null as solved, t.answered_at is not null as answered,
    t.pinned_at is not null as pinned, t.closed_at is not null as closed,
    t.hidden_at is not null as hidden,
    json_build_object('number', c.number, 'slug', c.slug, 'name', c.name) as category,
    json_build_object('id', a.id, 'handle', a.handle, 'name', a.name) as author,
    (select json_agg(json_build_object('id', m.id, 'handle', m.handle, 'name', m.name)
        order by array_position(t.people, m.id))
      from memberships m where m.community_id = ${community} and m.id = any(t.people)) as people,
    (select json_agg(json_build_object('slug', g.slug, 'name', g.name) order by g.name)
      from topic_tags x join tags g on g.community_id = x.community_id and g.id = x.tag_id
      where x.community_id = ${community} and x.topic_id = t.id) as tags,
    t.people_count as "peopleCount", t.replies_count as "repliesCount",
    t.likes_count as "likesCount", t.views, t.created_at as "createdAt", t.last_at as "lastAt"`
}

export const lineJoins: SQL = sql`
  join categories c on c.community_id = t.community_id and c.id = t.category_id
  join memberships a on a.community_id = t.community_id and a.id = t.author_id`

export function lineOf({ solved, answered, ...row }: LineRow): TopicLine {
  return {
    ...row,
    people: row.people ?? [],
    tags: row.tags ?? [],
    state: solved ? 'solved' : answered ? 'talking' : 'open',
  }
}
