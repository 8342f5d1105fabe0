import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { freshDatabase } from '../testing/database.ts'
import { dump } from './sources.for-tests.ts'
import type { ImportCounts } from './index.ts'

const script = fileURLToPath(new URL('./importing.for-tests.ts', import.meta.url))

type Watching = (posts: number, url: string) => unknown

/** An empty database of its own, and imports into it by processes that may be killed. */
export async function stagedImport(kind: 'discourse' | 'jsonl', path: string) {
  const database = await freshDatabase()
  const pool = new pg.Pool({ connectionString: database.url, max: 1 })
  pool.on('error', () => {})
  return {
    /** Ends with the counts, or null when it was killed: `wait` ms after `killAt` posts were there. */
    async run(killAt = Infinity, wait = 0, watch?: Watching): Promise<ImportCounts | null> {
      const { child, counts } = importing([database.url, kind, path], (posts) => {
        watch?.(posts, database.url)
        if (posts >= killAt) void sleep(wait).then(() => child.kill('SIGKILL'))
      })
      return counts
    },
    /** The same with the highest memory of the process, in bytes, as the system counts it. */
    async measured(): Promise<{ counts: ImportCounts; peak: number }> {
      const { counts, peak } = importing([database.url, kind, path], () => {})
      return { counts: (await counts)!, peak: peak() }
    },
    rows: async (statement: string) => (await pool.query(statement)).rows as object[],
    dumped: (without: string[] = []) => dump(pool, 1, without),
    async drop() {
      await pool.end()
      await database.drop()
    },
  }
}

type Said = { posts?: number; counts?: ImportCounts; peak?: number }

function importing(args: string[], onPosts: (posts: number) => void) {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let ended: Said = {}
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text))
  createInterface({ input: child.stdout }).on('line', (line) => {
    const said = JSON.parse(line) as Said
    if (said.counts) ended = said
    else onPosts(said.posts!)
  })
  const counts = new Promise<ImportCounts | null>((resolve, reject) =>
    child.once('close', (code) =>
      code
        ? reject(new Error(`the import ended with ${code}: ${complaint.slice(-2000)}`))
        : resolve(ended.counts ?? null),
    ),
  )
  return { child, counts, peak: () => ended.peak! }
}
