import { sql, type SQL } from 'drizzle-orm'
import { members } from '../members/index.ts'
import type { Here } from '../platform/here.ts'
import type { Person, TopicLine } from './page-shapes.ts'

/** A line's row as SQL gives it; `linesOf` makes the page's shape of it. */
export type LineRow = Omit<TopicLine, 'author' | 'people' | 'state' | 'tags'> & {
  authorId: string
  peopleIds: string[]
  tags: TopicLine['tags'] | null
  solved: boolean
  answered: boolean
}

/** The columns of a topic's line, for `from topics t` with `lineJoins`. */
export function lineColumns(here: Here): SQL {
  return sql`t.id, t.number, t.slug, t.title, t.lang,
    t.accepted_number is not null as solved, t.answered_at is not null as answered,
    t.pinned_at is not null as pinned, t.closed_at is not null as closed,
    t.hidden_at is not null as hidden,
    json_build_object('number', c.number, 'slug', c.slug, 'name', c.name) as category,
    t.author_id as "authorId", t.people as "peopleIds",
    (select json_agg(json_build_object('slug', g.slug, 'name', g.name) order by g.name)
      from topic_tags x join tags g on g.community_id = x.community_id and g.id = x.tag_id
      where x.community_id = ${here.community.id} and x.topic_id = t.id) as tags,
    t.people_count as "peopleCount", t.replies_count as "repliesCount",
    t.likes_count as "likesCount", t.views, t.created_at as "createdAt", t.last_at as "lastAt"`
}

export const lineJoins: SQL = sql`
  join categories c on c.community_id = t.community_id and c.id = t.category_id`

/**
 * Lines as pages show them. The people of all lines come by one statement: looked up row by row
 * inside the first they took most of its time.
 */
export async function linesOf(here: Here, rows: LineRow[]): Promise<TopicLine[]> {
  const ids = new Set(rows.flatMap((row) => [row.authorId, ...row.peopleIds]))
  const found = await members(here, [...ids])
  const people = new Map<string, Person>(
    found.map(({ id, handle, name, title }) => [id, { id, handle, name, title }]),
  )
  return rows.map(({ solved, answered, authorId, peopleIds, ...row }) => ({
    ...row,
    author: people.get(authorId)!,
    people: peopleIds.flatMap((id) => people.get(id) ?? []),
    tags: row.tags ?? [],
    state: solved ? 'solved' : answered ? 'talking' : 'open',
  }))
}
