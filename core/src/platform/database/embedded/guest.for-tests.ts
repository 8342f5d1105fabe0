/**
 * A process of its own for tests: `node guest.for-tests.ts <data directory or postgres://> <role>`
 * joins the database, prints what happens as lines of JSON, and leaves on SIGTERM or SIGINT. With
 * `write` as third argument it writes rows and prints the number of each one acknowledged.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { isRefusal } from '../../refusal.ts'
import { joinDatabase } from './index.ts'
import type { JoinedDatabase } from './index.ts'

const [at = '', role = 'command', task] = process.argv.slice(2)
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`)

try {
  const isUrl = at.startsWith('postgres:')
  const config = {
    dataDir: isUrl ? '/nonexistent' : at,
    databaseUrl: isUrl ? at : null,
    url: 'http://localhost:4711',
  }
  const joined = await joinDatabase(config, {
    role: role === 'server' ? 'server' : 'command',
    // What is written must outlive kill -9 as it does in earnest.
    forTests: task !== 'write',
    tell: ({ code, data }) => say({ told: code, ...data }),
  })
  joined.onLost(() => say({ lost: true }))
  joined.onBack(() => say({ back: true }))
  joined.onTaken(({ code }) => say({ taken: code }))
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => leave(joined))
  say({ joined: joined.url })
  if (task === 'write') await write(joined)
} catch (error) {
  if (!isRefusal(error)) throw error
  say({ refused: error.code, ...error.data })
}

async function leave(joined: JoinedDatabase): Promise<void> {
  // The database must still be there for whatever a server does last.
  await sleep(200)
  const client = await connected(joined)
  await client.query('select 1')
  await client.end()
  await joined.leave()
  say({ left: true })
  process.exit()
}

async function write(joined: JoinedDatabase): Promise<void> {
  let client = await connected(joined)
  await client.query('create table if not exists rows (number int primary key)')
  for (let number = 1; ; number++) {
    try {
      await client.query('insert into rows values ($1)', [number])
      say({ wrote: number })
    } catch {
      await sleep(20)
      client = await connected(joined).catch(() => client)
    }
  }
}

async function connected(joined: JoinedDatabase): Promise<Client> {
  const client = new Client({ connectionString: joined.url })
  client.on('error', () => {})
  await client.connect()
  return client
}
