import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { Refusal } from '../../refusal.ts'
import { isAlive } from './postmaster.ts'

/** `server` is the one that others must not run beside; a `command` comes and goes, in any number. */
export type Role = 'server' | 'command'

export type Member = { role: Role; address: string; variable: 'DATABASE_URL' | 'HIROBA_DATA' }

/** A connection that holds a process's place among those that use the database. */
export type Session = {
  /** Such as `15.18`. */
  version: string
  /** Resolves when the connection is gone, by our `end` or not. */
  ended: Promise<void>
  /** Gives the place up; true when nobody else holds one. Other connections do not count. */
  wasLast(): Promise<boolean>
  end(): Promise<void>
}

/**
 * Refuses `database_unreachable`, `database_too_old`, `database_not_utf8`, and for a second server
 * `already_running` with { pid, host, address } of the first.
 */
export async function openSession(url: string, member: Member): Promise<Session> {
  const client = new Client({
    connectionString: url,
    application_name: introduction(member),
    connectionTimeoutMillis: 10_000,
    query_timeout: 10_000,
    keepAlive: true,
  })
  // The end is what matters; without a listener the error before it would stop the process.
  client.on('error', () => {})
  const ended = new Promise<void>((resolve) => client.once('end', () => resolve()))
  try {
    await client.connect()
    const version = await insistOnFitness(client, url, member)
    // First, so that who is turned away was never counted as present.
    if (member.role === 'server') await takeServerLock(client)
    await client.query(`select pg_advisory_lock_shared(${family}, ${presence})`)
    const heart = setInterval(() => client.query('select 1').catch(() => drop(client)), 15_000)
    void ended.then(() => clearInterval(heart))
    heart.unref()
    return { version, ended, wasLast: () => wasLast(client), end: () => client.end() }
  } catch (error) {
    drop(client)
    throw unreachable(error, url, member)
  }
}

/** Keys of advisory locks are two numbers; the first is "hiro" in ASCII. */
const family = 0x6869726f
const presence = 1
const server = 2
const oldest = 15

async function insistOnFitness(client: Client, url: string, member: Member): Promise<string> {
  // A machine that vanished gives its locks back after a minute instead of two hours.
  await client.query(
    `set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3;
     set idle_session_timeout = 0`,
  )
  const { rows } = await client.query(
    `select current_setting('server_version_num')::int as number,
            current_setting('server_encoding') as encoding`,
  )
  const { number, encoding } = rows[0] as { number: number; encoding: string }
  const version = `${Math.floor(number / 10_000)}.${number % 10_000}`
  const data = { variable: member.variable, address: withoutPassword(url) }
  if (number < oldest * 10_000) {
    const ages = { found: version, expected: oldest }
    throw new Refusal('unavailable', 'database_too_old', { ...data, ...ages })
  }
  if (encoding !== 'UTF8') {
    throw new Refusal('unavailable', 'database_not_utf8', { ...data, found: encoding })
  }
  return version
}

async function takeServerLock(client: Client): Promise<void> {
  const isTaken = () =>
    isTrue(client, `select pg_try_advisory_lock(${family}, ${server}) as answer`)
  const other = await someoneElse(client, server, isTaken)
  if (other) throw new Refusal('conflict', 'already_running', other)
}

async function wasLast(client: Client): Promise<boolean> {
  await client.query(`select pg_advisory_unlock_shared(${family}, ${presence})`)
  const isAlone = () =>
    isTrue(client, `select pg_try_advisory_lock(${family}, ${presence}) as answer`)
  return (await someoneElse(client, presence, isAlone)) === null
}

/**
 * Null as soon as `isFree`, else a living holder of the lock. A process killed a moment ago may seem
 * to hold it still, until PostgreSQL notices that its connection is gone.
 */
async function someoneElse(
  client: Client,
  key: number,
  isFree: () => Promise<boolean>,
): Promise<Holder | null> {
  for (const deadline = Date.now() + 5000; ; await sleep(50)) {
    if (await isFree()) return null
    const all = await holders(client, key)
    const living = all.find(({ pid, host }) => host !== hostname().slice(0, 20) || isAlive(+pid))
    if (living || Date.now() > deadline) return living ?? all[0] ?? unknown
  }
}

type Holder = { pid: string; host: string; address: string }

const unknown: Holder = { pid: '?', host: '?', address: '?' }

async function holders(client: Client, key: number): Promise<Holder[]> {
  const { rows } = await client.query<{ name: string }>(
    `select a.application_name as name
     from pg_locks l join pg_stat_activity a on a.pid = l.pid
     where l.locktype = 'advisory' and l.granted and l.classid = $1 and l.objid = $2
       and l.database = (select oid from pg_database where datname = current_database())`,
    [family, key],
  )
  return rows.map(({ name }) => {
    const [, pid, host, address] = /^hiroba (\d+)@(\S+) ?(\S*)/.exec(name) ?? []
    return pid && host ? { pid, host, address: address ?? '?' } : unknown
  })
}

async function isTrue(client: Client, query: string): Promise<boolean> {
  return (await client.query<{ answer: boolean }>(query)).rows[0]!.answer
}

/** PostgreSQL keeps 63 bytes of it. */
function introduction({ address }: Member): string {
  return `hiroba ${process.pid}@${hostname().slice(0, 20)} ${address}`.slice(0, 63)
}

/** `end` would wait for an answer that may never come. */
function drop(client: Client): void {
  client.end().catch(() => {})
  const { connection } = client as unknown as { connection: { stream: { destroy(): void } } }
  connection.stream.destroy()
}

function unreachable(error: unknown, url: string, { variable }: Member): unknown {
  if (error instanceof Refusal) return error
  const { code, message } = error as { code?: string; message?: string }
  const reason = reasons[code ?? ''] ?? (/timeout/i.test(message ?? '') ? 'timeout' : code)
  // What has neither is no answer of a database but our own mistake.
  if (reason === undefined && !/terminated|SSL|certificate/i.test(message ?? '')) return error
  const data = { variable, address: withoutPassword(url), reason: reason ?? message }
  return new Refusal('unavailable', 'database_unreachable', data)
}

const reasons: Record<string, string> = {
  ECONNREFUSED: 'refused',
  ENOENT: 'refused',
  ENOTFOUND: 'host_unknown',
  EAI_AGAIN: 'host_unknown',
  ETIMEDOUT: 'timeout',
  EHOSTUNREACH: 'timeout',
  ENETUNREACH: 'timeout',
  '28P01': 'sign_in_failed',
  '28000': 'sign_in_failed',
  '3D000': 'no_such_database',
}

/** Without its query too: a password may stand there. */
function withoutPassword(url: string): string {
  const address = new URL(url)
  address.password = ''
  address.search = ''
  return address.href
}
