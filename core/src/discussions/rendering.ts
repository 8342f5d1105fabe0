import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { list, transaction } from '../platform/database/database.ts'
import { touch } from '../platform/facts/outbox.ts'
import { addJob, job } from '../platform/jobs.ts'
import { handlesHere } from '../members/index.ts'
import {
  mentionedHandles,
  renderMarkdown,
  RENDERER_VERSION,
  renderPost,
} from '../platform/markdown/index.ts'
import { findNear } from './near.ts'
import type { Here } from '../platform/here.ts'

/** A body as read from the database: its stored HTML, or its Markdown when that is still missing. */
type Body = { html: string | null; htmlVersion: number | null; text: string | null }

/**
 * The HTML of a post: the stored one, or one made in passing and not kept. Addresses of the
 * community itself begin with `~/`: the page knows whether it stands at `/c/<slug>` or at a hostname.
 */
export function shown(body: Body): string {
  return body.html ?? renderMarkdown(body.text ?? '', { topicUrl })
}

function topicUrl(topic: number, post: number): string {
  return `~/t/${topic}/${post}`
}

const tables = ['topics', 'replies', 'notes'] as const
type BodyTable = (typeof tables)[number]

/** Asks for everything not rendered yet, or by an older renderer, to be rendered; once at a time. */
export async function askForRendering(here: Here, from: Place = {}): Promise<void> {
  await addJob(here, 'discussions.render', from, { once: 'render' })
}

/** How far a run has come: the table, and the id below which it goes on. */
type Place = z.infer<typeof place>
const place = z.object({ table: z.enum(tables).optional(), before: z.uuid().optional() })

/**
 * Renders what is missing, newest first, for a few seconds; what is left is another job, so that the
 * worker can stop in between and other communities get their turn. Two at once do the same work
 * twice and nothing worse.
 */
export const renderPosts = job('discussions.render', place, async (here, from) => {
  const until = Date.now() + sliceMs
  let { before } = from
  for (const table of tables.slice(from.table ? tables.indexOf(from.table) : 0)) {
    for (;;) {
      before = await renderBatch(here, table, before)
      if (!before) break
      if (Date.now() > until)
        return transaction(here, (here) => askForRendering(here, { table, before }))
    }
  }
  await findNear(here)
  await transaction(here, (here) => touch(here))
})

const sliceMs = 3000
/** Small, so that a page being answered by the same process never waits long. */
const batchSize = 50

/** Renders the next batch below an id; returns the last id it saw, undefined at the end. */
async function renderBatch(
  here: Here,
  table: BodyTable,
  before: string | undefined,
): Promise<string | undefined> {
  const rows = await here.db.run<{ id: string; text: string }>(sql`
    select id, text from ${name(table)}
    where community_id = ${here.community.id} and html_version is distinct from ${RENDERER_VERSION}
      ${before ? sql`and id < ${before}` : sql``}
    order by id desc limit ${batchSize}`)
  if (rows.length === 0) return undefined
  const handles = await handlesHere(
    here,
    rows.flatMap((row) => mentionedHandles(row.text)),
  )
  const mention = (handle: string) =>
    handles.has(handle) ? `~/people/${encodeURIComponent(handles.get(handle)!)}` : undefined
  const made: { id: string; html: string }[] = []
  for (const row of rows)
    made.push({ id: row.id, html: await renderPost(row.text, { topicUrl, mention }) })
  await transaction(here, (here) => store(here, table, rows, made))
  return rows.at(-1)!.id
}

/** Stored only if the text is still the one that was rendered. */
async function store(
  here: Here,
  table: BodyTable,
  rows: { id: string; text: string }[],
  made: { id: string; html: string }[],
): Promise<void> {
  await here.db.run(sql`
    update ${name(table)} b set html = m.html, html_version = ${RENDERER_VERSION}
    from unnest(${list(made.map((one) => one.id))}::uuid[],
      ${list(made.map((one) => one.html))}::text[],
      ${list(rows.map((one) => one.text))}::text[]) as m (id, html, text)
    where b.community_id = ${here.community.id} and b.id = m.id and b.text = m.text`)
}

function name(table: BodyTable): SQL {
  return sql.raw(table)
}
