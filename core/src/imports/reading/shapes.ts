import { z } from 'zod'
import type { RejectReason } from './rejects.ts'

/** What is kept of a Discourse topic's JSON besides its posts. */
export type DiscourseTopic = z.infer<typeof topicShape>

const whole = z.number().int()
const person = z.object({ id: whole, username: z.string(), name: z.string().nullish() })

export const topicShape = z.object({
  id: whole.positive(),
  title: z.string().transform(kept),
  slug: z.string().nullish().catch(null),
  created_at: z.string(),
  last_posted_at: z.string().nullish().catch(null),
  category_id: whole.nullish().catch(null),
  views: whole.nonnegative().nullish().catch(null),
  posts_count: whole.nonnegative().nullish().catch(null),
  pinned_at: z.string().nullish().catch(null),
  closed: z.boolean().nullish().catch(null),
  archived: z.boolean().nullish().catch(null),
  visible: z.boolean().nullish().catch(null),
  deleted_at: z.string().nullish().catch(null),
  tags: z
    .array(z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]))
    .nullish()
    .catch(null),
  accepted_answer: z.object({ post_number: whole }).nullish().catch(null),
  details: z
    .object({ created_by: person.nullish().catch(null) })
    .nullish()
    .catch(null),
})

/** What is kept of a post, as Discourse names it. `cooked` is HTML. */
export type DiscoursePost = {
  id: number
  post_number: number
  /** 1 a post, 2 a moderator's, 3 a small action, 4 a whisper. */
  post_type: number
  user_id: number | null
  username: string
  name: string
  user_title: string | null
  cooked: string
  created_at: string
  updated_at: string | null
  version: number
  reply_to_post_number: number | null
  hidden: boolean
  deleted_at: string | null
  user_deleted: boolean
  accepted_answer: boolean
  action_code: string | null
  actions_summary: { id: number; count: number }[]
}

/** A post of the right shape, or what is wrong with it. By hand: zod took four times as long. */
export function postFrom(
  given: unknown,
  now: Date,
): DiscoursePost | { reason: RejectReason; detail: string } {
  if (typeof given !== 'object' || given === null) return wrong('post', given)
  const post = given as Record<string, unknown>
  const { id, post_number, username, cooked, created_at } = post
  if (!isCount(id)) return wrong('id', id)
  if (!isCount(post_number)) return wrong('post_number', post_number)
  if (typeof username !== 'string' || username.trim() === '') return wrong('username', username)
  if (typeof cooked !== 'string') return wrong('cooked', cooked)
  if (typeof created_at !== 'string') return wrong('created_at', created_at)
  const date = dateProblem(created_at, now)
  if (date) return { reason: date, detail: `created_at ${created_at.slice(0, 60)}` }
  return {
    id,
    post_number,
    post_type: isCount(post['post_type']) ? post['post_type'] : 1,
    user_id: Number.isSafeInteger(post['user_id']) ? (post['user_id'] as number) : null,
    username: kept(username),
    name: kept(text(post['name']) ?? ''),
    user_title: text(post['user_title']),
    cooked: kept(cooked),
    created_at,
    updated_at: text(post['updated_at']),
    version: isCount(post['version']) ? post['version'] : 1,
    reply_to_post_number: isCount(post['reply_to_post_number'])
      ? post['reply_to_post_number']
      : null,
    hidden: post['hidden'] === true,
    deleted_at: text(post['deleted_at']),
    user_deleted: post['user_deleted'] === true,
    accepted_answer: post['accepted_answer'] === true,
    action_code: text(post['action_code']),
    actions_summary: counts(post['actions_summary']),
  }
}

/** Forums begin with 1990; a clock may be a day ahead. 1970 is what a lost date turns into. */
const earliest = Date.UTC(1990, 0, 1)
const aDay = 86_400_000

export function dateProblem(
  date: string,
  now: Date,
): 'invalid_date' | 'date_out_of_range' | undefined {
  const at = Date.parse(date)
  if (Number.isNaN(at)) return 'invalid_date'
  return at < earliest || at > now.getTime() + aDay ? 'date_out_of_range' : undefined
}

/** PostgreSQL keeps neither NUL nor half a surrogate pair. */
export function kept(text: string): string {
  const wellFormed = text.isWellFormed() ? text : text.toWellFormed()
  return wellFormed.includes('\0') ? wellFormed.replaceAll('\0', '') : wellFormed
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 2 ** 31
}

function text(value: unknown) {
  return typeof value === 'string' && value !== '' ? value : null
}

function counts(value: unknown) {
  if (!Array.isArray(value)) return []
  const found: { id: number; count: number }[] = []
  for (const action of value as { id?: unknown; count?: unknown }[])
    if (typeof action?.id === 'number' && typeof action.count === 'number' && action.count > 0)
      found.push({ id: action.id, count: action.count })
  return found
}

function wrong(field: string, value: unknown) {
  const shown =
    value === undefined ? 'missing' : (JSON.stringify(value) ?? String(value)).slice(0, 60)
  return { reason: 'wrong_shape' as const, detail: `${field}: ${shown}` }
}
