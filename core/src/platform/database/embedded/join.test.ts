import { chownSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sentence } from '../../config/index.ts'
import { isRefusal } from '../../refusal.ts'
import { joinDatabase } from './index.ts'
import {
  asRoot,
  clearModel,
  guest,
  kill,
  lives,
  nobody,
  postmasterPid,
  postmasters,
  rowsOf,
  stage,
  until,
} from './stage.for-tests.ts'

let here: Awaited<ReturnType<typeof stage>>

beforeEach(async () => {
  here = await stage()
})
afterEach(() => here.clear())
afterAll(clearModel)

describe('coming and going', () => {
  test.runIf(process.platform === 'linux')(
    'four processes that begin at once on an empty folder share one database',
    async () => {
      rmSync(here.home, { recursive: true })
      const guests = [1, 2, 3, 4].map(() => guest([here.root]))
      const urls = await Promise.all(guests.map((one) => one.heard('joined', 'refused')))
      expect(new Set(urls.map(({ joined }) => joined)).size).toBe(1)
      expect(postmasters(here.cluster)).toEqual([postmasterPid(here.cluster)])
      await Promise.all(guests.map((one) => one.leaves()))
      for (const { lines } of guests) expect(lines.at(-1)).toEqual({ left: true })
      expect(postmasters(here.cluster)).toEqual([])
    },
  )

  test('the last one out stops the database, nobody before', async () => {
    const server = guest([here.root, 'server'])
    await server.heard('joined')
    const command = guest([here.root, 'command'])
    await command.heard('joined')
    const pid = postmasterPid(here.cluster)!
    await server.leaves()
    expect(lives(pid)).toBe(true)
    await command.leaves()
    expect(lives(pid)).toBe(false)
  })

  test('who was killed a moment before does not keep the database up', async () => {
    const [server, command] = [guest([here.root, 'server']), guest([here.root])]
    await Promise.all([server.heard('joined'), command.heard('joined')])
    command.kill('SIGKILL')
    await command.closed
    await server.leaves()
    expect(postmasterPid(here.cluster)).toBeUndefined()
  })

  test('Ctrl-C reaches the whole group, and the database still stands while we say goodbye', async () => {
    const server = guest([here.root, 'server'])
    await server.heard('joined')
    kill(-server.pid, 'SIGINT')
    await server.closed
    expect(server.lines.at(-1)).toEqual({ left: true })
    expect(postmasterPid(here.cluster)).toBeUndefined()
  })

  test('a second server is told where the first one is, and leaves it alone', async () => {
    const first = guest([here.root, 'server'])
    await first.heard('joined')
    const second = guest([here.root, 'server'])
    const refused = await second.heard('joined', 'refused')
    expect(refused).toMatchObject({
      refused: 'already_running',
      pid: String(first.pid),
      address: 'http://localhost:4711',
    })
    expect(first.lines).toHaveLength(1)
    await first.leaves()
    expect(postmasterPid(here.cluster)).toBeUndefined()
  })
})

describe('after kill -9', () => {
  test('of the server, the next one takes over the running database with every acknowledged row', async () => {
    const first = guest([here.root, 'server', 'write'])
    await until(() => first.lines.length > 100)
    const pid = postmasterPid(here.cluster)!
    kill(-first.pid, 'SIGKILL')
    await first.closed
    expect(lives(pid)).toBe(true)

    const second = guest([here.root, 'server'])
    const { joined } = await second.heard('joined', 'refused')
    expect(postmasterPid(here.cluster)).toBe(pid)
    expect(await missing(first.lines, String(joined))).toEqual([])
    await second.leaves()
    expect(lives(pid)).toBe(false)
  })

  test('of PostgreSQL, the server brings it back with every acknowledged row', async () => {
    const server = guest([here.root, 'server', 'write'])
    const { joined } = await server.heard('joined')
    await until(() => server.lines.length > 100)
    const pid = postmasterPid(here.cluster)!
    kill(pid, 'SIGKILL')
    await server.heard('back')
    const back = server.lines.length
    await until(() => server.lines.length > back + 20)

    expect(postmasterPid(here.cluster)).not.toBe(pid)
    expect(server.lines.findIndex((line) => 'lost' in line)).toBeGreaterThan(0)
    expect(await missing(server.lines, String(joined))).toEqual([])
    const second = guest([here.root, 'server'])
    expect(await second.heard('joined', 'refused')).toMatchObject({ refused: 'already_running' })
    await server.leaves()
    expect(postmasterPid(here.cluster)).toBeUndefined()
  })

  test('of both, the next start recovers every acknowledged row', async () => {
    const first = guest([here.root, 'server', 'write'])
    await until(() => first.lines.length > 100)
    kill(postmasterPid(here.cluster)!, 'SIGKILL')
    kill(first.pid, 'SIGKILL')
    await first.closed

    const second = guest([here.root, 'server'])
    const { joined } = await second.heard('joined', 'refused')
    expect(await missing(first.lines, String(joined))).toEqual([])
    await second.leaves()
  })

  test('of PostgreSQL under a server and a command, both are back on one database', async () => {
    const guests = [guest([here.root, 'server']), guest([here.root])]
    for (const one of guests) await one.heard('joined')
    kill(postmasterPid(here.cluster)!, 'SIGKILL')
    for (const one of guests) expect(await one.heard('back', 'taken')).toEqual({ back: true })
    if (process.platform === 'linux') expect(postmasters(here.cluster)).toHaveLength(1)
    for (const one of guests) await one.leaves()
    expect(postmasterPid(here.cluster)).toBeUndefined()
  })

  async function missing(lines: Record<string, unknown>[], url: string): Promise<number[]> {
    const written = lines.flatMap(({ wrote }) => (wrote === undefined ? [] : [Number(wrote)]))
    expect(written.length).toBeGreaterThan(50)
    const rows = await rowsOf(url, 'select number from rows')
    const present = new Set(rows.map(({ number }) => number))
    return written.filter((number) => !present.has(number))
  }
})

describe('a server whose session is cut', () => {
  const cut = `select pg_terminate_backend(pid) from pg_locks
               where locktype = 'advisory' and objid = 2 and granted`

  test('takes its place again', async () => {
    const server = guest([here.root, 'server'])
    const { joined } = await server.heard('joined')
    await rowsOf(String(joined), cut)
    await server.heard('back')
    const second = guest([here.root, 'server'])
    expect(await second.heard('joined', 'refused')).toMatchObject({ refused: 'already_running' })
    await server.leaves()
  })

  test('is told when another has taken the place meanwhile', async () => {
    const first = guest([here.root, 'server'])
    const { joined } = await first.heard('joined')
    first.kill('SIGSTOP')
    await rowsOf(String(joined), cut)
    const second = guest([here.root, 'server'])
    expect(await second.heard('joined', 'refused')).toHaveProperty('joined')
    first.kill('SIGCONT')
    expect(await first.heard('taken', 'back')).toEqual({ taken: 'already_running' })
    first.kill('SIGKILL')
    await second.leaves()
  })
})

describe('a database of the person’s own', () => {
  let own: Awaited<ReturnType<typeof joinDatabase>>

  beforeEach(async () => {
    const config = { dataDir: here.root, databaseUrl: null, url: 'tests' }
    own = await joinDatabase(config, { role: 'command', forTests: true })
  })
  afterEach(() => own.leave())

  test('takes one server and any number of commands, and is stopped by none of them', async () => {
    const first = guest([own.url, 'server'])
    const command = guest([own.url, 'command'])
    expect(await first.heard('joined', 'refused')).toEqual({ joined: own.url })
    expect(await command.heard('joined', 'refused')).toEqual({ joined: own.url })
    const second = guest([own.url, 'server'])
    expect(await second.heard('joined', 'refused')).toMatchObject({ pid: String(first.pid) })
    await first.leaves()
    await command.leaves()
    expect(await rowsOf(own.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test.each([
    ['refused', (url: URL) => (url.port = '1')],
    ['host_unknown', (url: URL) => (url.hostname = 'nowhere.invalid')],
    ['sign_in_failed', (url: URL) => (url.password = 'tea-leaves')],
    ['no_such_database', (url: URL) => (url.pathname = '/nothing')],
  ])('that cannot be used is refused without its password: %s', async (reason, change) => {
    const url = new URL(own.url)
    change(url)
    url.searchParams.set('password2', 'tea-leaves')
    const refused = await refusalFrom(url.href)
    expect(refused.code).toBe('database_unreachable')
    expect(refused.data).toMatchObject({ variable: 'DATABASE_URL', reason })
    const said = (['en', 'ja', 'ko'] as const).map((locale) => sentence(refused, locale))
    for (const one of said) expect(one).toMatch(/DATABASE_URL/)
    expect(JSON.stringify(refused.data) + said).not.toMatch(
      new RegExp(`tea-leaves|${url.password}`),
    )
  })

  test('that does not keep text as UTF-8 is refused', async () => {
    await rowsOf(
      own.url,
      `create database ascii encoding 'SQL_ASCII' locale_provider libc locale 'C' template template0`,
    )
    const url = new URL(own.url)
    url.pathname = '/ascii'
    const refused = await refusalFrom(url.href)
    expect(refused).toMatchObject({ code: 'database_not_utf8', data: { found: 'SQL_ASCII' } })
  })

  async function refusalFrom(databaseUrl: string) {
    try {
      await joinDatabase({ dataDir: here.root, databaseUrl, url: 'tests' }, { role: 'command' })
    } catch (error) {
      if (isRefusal(error)) return error
      throw error
    }
    throw new Error('nothing was refused')
  }
})

describe.runIf(asRoot)('an ordinary user', () => {
  test('runs the database as themselves, and root coming later keeps it theirs', async () => {
    const dataDir = join(here.root, 'theirs')
    mkdirSync(dataDir)
    chownSync(dataDir, nobody, nobody)
    try {
      const theirs = guest([dataDir, 'server'], { uid: nobody })
      expect(await theirs.heard('joined', 'refused')).toHaveProperty('joined')
      await theirs.leaves()
      const cluster = join(dataDir, 'database', 'cluster')
      expect(statSync(cluster).uid).toBe(nobody)

      for (const uid of [0, nobody]) {
        const next = guest([dataDir, 'server'], { uid })
        expect(await next.heard('joined', 'refused')).toHaveProperty('joined')
        expect(statSync(`/proc/${postmasterPid(cluster)}`).uid).toBe(nobody)
        await next.leaves()
        expect(next.lines.at(-1)).toEqual({ left: true })
      }
    } finally {
      rmSync(dataDir, { recursive: true })
    }
  })

  test('is refused where root’s database is', async () => {
    const roots = guest([here.root, 'command'])
    await roots.heard('joined')
    const theirs = guest([here.root, 'command'], { uid: nobody })
    expect(await theirs.heard('joined', 'refused')).toHaveProperty(
      'refused',
      'database_files_foreign',
    )
    await roots.leaves()
  })
})
