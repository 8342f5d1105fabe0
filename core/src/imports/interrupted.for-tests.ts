import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { freshDatabase } from '../testing/database.ts'
import { dump } from './sources.for-tests.ts'
import type { ImportCounts } from './index.ts'

const script = fileURLToPath(new URL('./importing.for-tests.ts', import.meta.url))

/** An empty database of its own and imports into it by processes that may be killed. */
export async function stagedImport(kind: 'discourse' | 'jsonl', path: string) {
  const database = await freshDatabase()
  const run = (killAt = Infinity, wait = 0) => importing([database.url, kind, path], killAt, wait)
  return {
    run,
    async dumped(without: string[] = []) {
      const pool = new pg.Pool({ connectionString: database.url, max: 1 })
      const dumped = await dump(pool, 1, without)
      await pool.end()
      return dumped
    },
    drop: database.drop,
  }
}

/** Ends with the counts, or null when it was killed: `wait` ms after `killAt` posts were there. */
function importing(args: string[], killAt: number, wait: number): Promise<ImportCounts | null> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  let counts: ImportCounts | null = null
  createInterface({ input: child.stdout }).on('line', (line) => {
    const said = JSON.parse(line) as { posts?: number; counts?: ImportCounts }
    if (said.counts) counts = said.counts
    if ((said.posts ?? 0) >= killAt) void sleep(wait).then(() => child.kill('SIGKILL'))
  })
  return new Promise((resolve, reject) =>
    child.once('close', (code) =>
      code ? reject(new Error(`the import ended with ${code}`)) : resolve(counts),
    ),
  )
}
