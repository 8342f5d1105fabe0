import { sql } from 'drizzle-orm'
import { list } from '../platform/database/database.ts'
import { projection } from '../platform/facts/listeners.ts'
import type { Here } from '../platform/here.ts'

/**
 * Keeps the numbers that lists show. Each is counted anew from the posts themselves for the topics
 * and members the facts speak of, so that hearing a fact twice, late or out of order is the same.
 */
export const countPosts = projection(
  'discussions.counts',
  ['discussions.opened', 'discussions.replied', 'discussions.solved'],
  async (here, told) => {
    const touched = [...new Set(told.map((fact) => String(fact.data['topic'])))].sort()
    const people = [...new Set(told.flatMap((fact) => fact.memberId ?? []))].sort()
    await lock(here, touched)
    await countTopics(here, touched)
    await countCategories(here, touched)
    await countTags(here, touched)
    await countWriters(here, people)
  },
)

/** Held until the counts are written: a count made from an older view must not overwrite a newer. */
async function lock(here: Here, ids: string[]): Promise<void> {
  await here.db.run(sql`
    select 1 from topics where community_id = ${here.community.id} and id = any(${list(ids)}::uuid[])
    order by id for no key update`)
}

async function countTopics(here: Here, ids: string[]): Promise<void> {
  const community = here.community.id
  await here.db.run(sql`
    with posts as materialized (
      select r.topic_id, r.id, r.number, r.author_id, r.created_at
      from replies r
      where r.community_id = ${community} and r.topic_id = any(${list(ids)}::uuid[])
        and r.deleted_at is null),
    summed as (
      select p.topic_id, count(*)::int as replies, max(p.created_at) as last_at,
        (array_agg(p.author_id order by p.created_at desc, p.number desc))[1] as last_author,
        min(p.created_at) filter (where p.author_id <> t.author_id and not m.is_system) as answered
      from posts p
      join topics t on t.community_id = ${community} and t.id = p.topic_id
      join memberships m on m.community_id = ${community} and m.id = p.author_id
      group by p.topic_id),
    authors as (
      select topic_id, author_id, count(*) as n, min(number) as first from (
        select topic_id, author_id, number from posts
        union all
        select id, author_id, 1 from topics
        where community_id = ${community} and id = any(${list(ids)}::uuid[])) written
      group by topic_id, author_id),
    crowd as (
      select topic_id, count(*)::int as n,
        (array_agg(author_id order by n desc, first))[1:4] as people
      from authors group by topic_id),
    liked as (
      select topic_id, sum(x.count)::int as n from (
        select topic_id, id from posts
        union all select unnest(${list(ids)}::uuid[]), unnest(${list(ids)}::uuid[])) s
      join reaction_counts x on x.community_id = ${community} and x.subject_id = s.id
      group by topic_id),
    numbers as (
      select topic_id, max(number) as last from (
        select topic_id, number from replies
        where community_id = ${community} and topic_id = any(${list(ids)}::uuid[])
        union all
        select topic_id, number from notes
        where community_id = ${community} and topic_id = any(${list(ids)}::uuid[])) given
      group by topic_id)
    update topics t set
      replies_count = coalesce(s.replies, 0),
      last_at = coalesce(s.last_at, t.created_at),
      last_author_id = coalesce(s.last_author, t.author_id),
      answered_at = s.answered,
      last_number = coalesce(n.last, 1),
      people = c.people, people_count = c.n,
      likes_count = coalesce(l.n, 0),
      score = coalesce(l.n, 0) + 2 * coalesce(s.replies, 0)
        + case when t.accepted_number is null then 0 else 5 end
    from crowd c
    left join summed s on s.topic_id = c.topic_id
    left join liked l on l.topic_id = c.topic_id
    left join numbers n on n.topic_id = c.topic_id
    where t.community_id = ${community} and t.id = c.topic_id`)
}

async function countCategories(here: Here, topicIds: string[]): Promise<void> {
  const community = here.community.id
  await here.db.run(sql`
    update categories c set topics_count = (
      select count(*) from topics t where t.community_id = ${community} and t.category_id = c.id
        and t.deleted_at is null and t.unlisted_at is null)
    where c.community_id = ${community} and c.id in (
      select category_id from topics
      where community_id = ${community} and id = any(${list(topicIds)}::uuid[]))`)
}

async function countTags(here: Here, topicIds: string[]): Promise<void> {
  const community = here.community.id
  await here.db.run(sql`
    update tags g set topics_count = (
      select count(*) from topic_tags x
      join topics t on t.community_id = ${community} and t.id = x.topic_id
        and t.deleted_at is null and t.unlisted_at is null
      where x.community_id = ${community} and x.tag_id = g.id)
    where g.community_id = ${community} and g.id in (
      select tag_id from topic_tags
      where community_id = ${community} and topic_id = any(${list(topicIds)}::uuid[]))`)
}

async function countWriters(here: Here, memberIds: string[]): Promise<void> {
  const community = here.community.id
  await here.db.run(sql`
    insert into writers
      (community_id, member_id, topics_count, replies_count, solved_count, first_at, last_at)
    select ${community}, w.id, count(*) filter (where w.opens), count(*) filter (where not w.opens),
      count(*) filter (where w.solves), min(w.at), max(w.at)
    from (
      select author_id as id, created_at as at, true as opens, false as solves from topics
      where community_id = ${community} and author_id = any(${list(memberIds)}::uuid[])
        and deleted_at is null
      union all
      select r.author_id, r.created_at, false, t.id is not null from replies r
      left join topics t on t.community_id = ${community} and t.id = r.topic_id
        and t.accepted_number = r.number
      where r.community_id = ${community} and r.author_id = any(${list(memberIds)}::uuid[])
        and r.deleted_at is null) w
    group by w.id
    on conflict (community_id, member_id) do update set
      topics_count = excluded.topics_count, replies_count = excluded.replies_count,
      solved_count = excluded.solved_count, first_at = excluded.first_at, last_at = excluded.last_at`)
}
