import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Pool } from 'pg'
import { pack } from 'tar-stream'
import { afterAll } from 'vitest'

type Fields = Record<string, unknown>

/** A folder of the test file's own for its sources. */
export const folder = mkdtempSync(join(tmpdir(), 'hiroba-sources-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A post as Discourse's JSON has it; its id follows from topic and number unless given. */
export function post(topic: number, number: number, fields: Fields = {}): Fields {
  return {
    id: topic * 1000 + number,
    post_number: number,
    post_type: 1,
    ...cast.minjun,
    cooked: `<p>Post ${number} of topic ${topic}.</p>`,
    created_at: `2026-03-01T10:00:00.${String(number % 1000).padStart(3, '0')}Z`,
    version: 1,
    actions_summary: [],
    ...fields,
  }
}

export const cast = {
  hana: { user_id: 1, username: 'hana', name: 'Hana' },
  minjun: { user_id: 2, username: 'minjun', name: 'Minjun' },
  yuki: { user_id: 3, username: 'ゆき', name: 'Yuki' },
  ken: { user_id: 4, username: 'ken', name: 'Ken' },
  system: { user_id: -1, username: 'system', name: 'system' },
}

export function topicFile(id: number, posts: unknown[], fields: Fields = {}): Entry {
  const head = { id, title: `Topic ${id}`, slug: `topic-${id}`, category_id: 1, views: 0 }
  const created_at = '2026-03-01T10:00:00.000Z'
  const topic = { post_stream: { posts }, ...head, created_at, ...fields }
  return { name: `${id}.json`, content: JSON.stringify(topic) }
}

export type Entry = { name: string; content?: string | Buffer; linkname?: string }

let files = 0

/** A file of that content; gzip when its name says so. */
export function fileOf(content: string | Buffer, ending: string): string {
  const path = join(folder, `source-${++files}${ending}`)
  writeFileSync(path, content)
  return path
}

export async function archiveOf(...entries: Entry[]): Promise<string> {
  return fileOf(gzipSync(await tarOf(...entries)), '.tar.gz')
}

export async function tarOf(...entries: Entry[]): Promise<Buffer> {
  const archive = pack()
  for (const { name, content = '', linkname } of entries)
    archive.entry({ name, ...(linkname && { type: 'symlink', linkname }) }, content as string)
  archive.finalize()
  const chunks: Buffer[] = []
  for await (const chunk of archive) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** A file with a line of JSON each; a string stands as it is. */
export function jsonlOf(...lines: (Fields | string)[]): string {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)))
  return fileOf(`${text.join('\n')}\n`, '.jsonl')
}

/**
 * A forum of many short topics for runs that are compared: tags, likes, notes, answers, people who
 * first appear anywhere. `post` texts are long enough that an import takes a while.
 */
export function forumOf(topics: number, postsEach: number): Entry[] {
  const people = Array.from({ length: 40 }, (_, id) => ({
    ...{ user_id: 100 + id, username: `reader${id % 20}${id < 20 ? '' : 'B'}` },
    name: `Reader ${id}`,
  }))
  return Array.from({ length: topics }, (_, at) => {
    const id = topics - at
    const day = new Date(Date.UTC(2025, 0, 1 + ((id * 7) % 300))).toISOString()
    const posts = Array.from({ length: postsEach }, (_, index) => {
      const number = index + 1
      return post(id, number, {
        ...people[(id * 13 + number * 5) % people.length],
        post_type: number > 1 && number % 9 === 0 ? 3 : 1,
        action_code: number % 9 === 0 ? 'closed.enabled' : null,
        created_at: day.replace(
          '00:00:00.000',
          `10:${String(number % 60).padStart(2, '0')}:00.000`,
        ),
        reply_to_post_number: number > 2 ? number - 2 : null,
        actions_summary: [{ id: 2, count: (id + number) % 4 }],
        cooked: `<p>The tea of topic ${id} in post ${number} <b>tastes</b> of ${id * number}.</p>`,
      })
    })
    const tags = [`tag${id % 5}`, id % 2 ? 'Tea' : 'tea']
    return topicFile(id, posts, { created_at: day, tags, category_id: 1 + (id % 3), views: id })
  })
}

/** Lines with replies before their topic, after it, to none, and ids that come twice. */
export function scatteredLines(count: number): Fields[] {
  return Array.from({ length: count }, (_, at) => {
    const author = `reader${at % 37}`
    if (at % 10 === 9)
      return { sourceId: `t${at}`, title: `Topic ${at}`, text: `The text of ${at}.`, author }
    const topic = at % 101 === 0 ? 'nowhere' : `t${((at * 7919) % (count / 10)) * 10 + 9}`
    return { sourceId: `r${at % (count - 50)}`, topic, text: `The reply ${at}.`, author }
  })
}

/** What a run may change: when it ran, and what of it was there already. */
const ofTheRun = [
  'import_sources started_at',
  'import_sources finished_at',
  'import_sources counts',
]

/**
 * Every row of a community in every table, as `rows digest` by table: two dumps are equal only if
 * the tables are, byte for byte. `without`: more columns to leave out, as `table column`.
 */
export async function dump(pool: Pool, communityId: number, without: string[] = []) {
  const columns = await pool.query<{ table: string; column: string }>(`
    select c.table_name as table, c.column_name as column from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where table_schema = 'public' and table_type = 'BASE TABLE'
      and exists (select 1 from information_schema.columns k where k.table_schema = 'public'
        and k.table_name = c.table_name and k.column_name = 'community_id')
    order by c.table_name, c.ordinal_position`)
  const left = new Set([...ofTheRun, ...without])
  const tables = Map.groupBy(columns.rows, (row) => row.table)
  const dumped: Record<string, string> = {}
  for (const [table, its] of tables) {
    const kept = its.filter(({ column }) => !left.has(`${table} ${column}`))
    const names = kept.map(({ column }) => `"${column}"`).join(', ')
    const { rows } = await pool.query<{ row: string }>(
      `select row(${names})::text as row from "${table}" where community_id = $1 order by 1`,
      [communityId],
    )
    const digest = createHash('sha256').update(rows.map(({ row }) => row).join('\n'))
    dumped[table] = `${rows.length} ${digest.digest('hex').slice(0, 16)}`
  }
  return dumped
}
