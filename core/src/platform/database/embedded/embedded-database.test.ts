import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sentence } from '../../config/index.ts'
import { isRefusal } from '../../refusal.ts'
import type { Refusal } from '../../refusal.ts'
import { embeddedDatabase } from './index.ts'
import {
  asRoot,
  clearModel,
  emptyStage,
  kill,
  lives,
  postmasterPid,
  rowsOf,
  stage,
  until,
} from './stage.for-tests.ts'

let here: Awaited<ReturnType<typeof stage>>

afterEach(() => here.clear())
afterAll(clearModel)

describe('the first start', () => {
  beforeEach(() => {
    here = emptyStage()
  })

  test('makes a database in UTF-8 that sorts by code point and lets in by password only', async () => {
    const database = await opened()
    expect(database.version).toMatch(/^18\.\d+$/)
    expect(database.adopted).toBe(false)
    const [facts] = await rowsOf(
      database.url,
      `select current_database() as name, pg_encoding_to_char(encoding) as encoding, datlocprovider,
              datlocale, current_setting('listen_addresses') as listens,
              current_setting('unix_socket_directories') as sockets, current_setting('jit') as jit
       from pg_database where datname = current_database()`,
    )
    expect(facts).toEqual({
      name: 'hiroba',
      encoding: 'UTF8',
      datlocprovider: 'b',
      datlocale: 'C.UTF-8',
      listens: '127.0.0.1',
      sockets: '',
      jit: 'off',
    })
    const guessed = database.url.replace(/hiroba:[^@]+@/, 'hiroba:guessed@')
    await expect(rowsOf(guessed, 'select 1')).rejects.toMatchObject({ code: '28P01' })
    expect(statSync(join(here.home, 'password')).mode & 0o777).toBe(0o600)
  })

  test('leaves nothing half-made when it was cut off before', async () => {
    mkdirSync(join(here.home, 'cluster.new'), { recursive: true })
    writeFileSync(join(here.home, 'cluster.new', 'PG_VERSION'), '18\n')
    await opened()
    expect(existsSync(join(here.home, 'cluster.new'))).toBe(false)
  })
})

describe('a later start', () => {
  beforeEach(async () => {
    here = await stage()
  })

  test('finds the same data at the same address', async () => {
    const first = await opened()
    await rowsOf(first.url, `create table tea as select 'hojicha' as kind`)
    await first.stop()
    expect(lives(first.pid)).toBe(false)

    const second = await opened()
    expect(second.url).toBe(first.url)
    expect(await rowsOf(second.url, 'select kind from tea')).toEqual([{ kind: 'hojicha' }])
  })

  test('adopts a database that runs', async () => {
    const first = await opened()
    const second = await opened()
    expect(second).toMatchObject({ pid: first.pid, url: first.url, adopted: true })
  })

  test('takes another port when a program sits on the old one', async () => {
    const first = await opened()
    await first.stop()
    const port = Number(new URL(first.url).port)
    const squatter = createServer().listen(port, '127.0.0.1')
    await until(() => squatter.listening)
    const second = await opened()
    squatter.close()
    expect(new URL(second.url).port).not.toBe(String(port))
    expect(await rowsOf(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('is not misled by the file of a postmaster whose number is another program now', async () => {
    const first = await opened()
    const pidFile = join(here.cluster, 'postmaster.pid')
    const lines = readFileSync(pidFile, 'utf8')
    await first.stop()
    writeFileSync(pidFile, lines.replace(/^\d+/, String(process.pid)))
    const second = await opened()
    expect(second.adopted).toBe(false)
    expect(await rowsOf(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('waits for what a killed postmaster left behind', async () => {
    const first = await opened()
    const busy = rowsOf(first.url, `select count(*) from generate_series(1, 1e9::bigint)`)
    const failed = expect(busy).rejects.toThrow()
    await until(async () => {
      const query = `select 1 from pg_stat_activity where query like '%generate_series%' and state = 'active' and pid <> pg_backend_pid()`
      return (await rowsOf(first.url, query)).length === 1
    })
    kill(first.pid, 'SIGKILL')
    await until(() => !lives(first.pid))
    const second = await opened()
    await failed
    expect(second.pid).not.toBe(first.pid)
    expect(await rowsOf(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

test('the end of PostgreSQL is heard by who started it and by who adopted it, and restart brings it back', async () => {
  here = await stage()
  // As in earnest: the hasty settings of tests may lose what was written last.
  const first = await embeddedDatabase({ dataDir: here.root })
  const second = await embeddedDatabase({ dataDir: here.root })
  await rowsOf(first.url, 'create table tea as select 1 as cups')
  const heard: string[] = []
  first.onLost(() => heard.push('first'))
  second.onLost(() => heard.push('second'))
  kill(first.pid, 'SIGKILL')
  await until(() => heard.length === 2)
  await Promise.all([first.restart(), second.restart()])
  expect(first.pid).toBe(second.pid)
  expect([first.adopted, second.adopted].toSorted()).toEqual([false, true])
  expect(await rowsOf(second.url, 'select cups from tea')).toEqual([{ cups: 1 }])
})

test('a stop of our own is not reported as a loss', async () => {
  here = await stage()
  const database = await opened()
  let lost = false
  database.onLost(() => (lost = true))
  await database.stop()
  await database.restart()
  expect(lost).toBe(false)
})

describe('what cannot be started is refused in words', () => {
  beforeEach(async () => {
    here = await stage()
  })

  test('a cluster of another PostgreSQL', async () => {
    await (await opened()).stop()
    writeFileSync(join(here.cluster, 'PG_VERSION'), '15\n')
    const refusal = await refusalOf(opened())
    expect(refusal.data).toMatchObject({ found: '15', expected: '18' })
    expect(refusal.code).toBe('database_other_version')
    expect(sentence(refusal, 'en')).toContain('was written by PostgreSQL 15')
  })

  test('a cluster whose password is lost', async () => {
    const database = await opened()
    rmSync(join(here.home, 'password'))
    expect(await refusalOf(opened())).toMatchObject({ code: 'database_password_lost' })
    await database.stop()
    expect(await refusalOf(opened())).toMatchObject({ code: 'database_password_lost' })
    expect(postmasterPid(here.cluster)).toBeUndefined()
  })

  test('a cluster that is damaged, with what PostgreSQL said', async () => {
    await (await opened()).stop()
    rmSync(join(here.cluster, 'global', 'pg_control'))
    const refusal = await refusalOf(opened())
    expect(refusal.code).toBe('database_does_not_start')
    expect(refusal.data.said).toContain('pg_control')
    expect(sentence(refusal, 'ja')).toContain('pg_control')
  })

  test('a place that was noted and is gone', async () => {
    writeFileSync(join(here.root, 'location'), '/var/lib/hiroba-nowhere\n')
    const refusal = await refusalOf(opened())
    expect(refusal.code).toBe('database_moved')
    expect(sentence(refusal, 'ko')).toContain('/var/lib/hiroba-nowhere')
  })
})

describe.runIf(asRoot)('as root', () => {
  beforeEach(() => {
    here = emptyStage()
  })

  test('PostgreSQL runs as another user, the owner of the files that are there', async () => {
    const database = await opened()
    const owner = statSync(here.cluster).uid
    expect(owner).not.toBe(0)
    expect(statSync(`/proc/${database.pid}`).uid).toBe(owner)
    expect(readFileSync(`/proc/${database.pid}/environ`, 'utf8')).not.toContain('HOME=')
  })

  test('a folder closed to that user sends the database elsewhere, and the next start finds it', async () => {
    chmodSync(here.root, 0o700)
    const notices: { code: string; data: Record<string, unknown> }[] = []
    const options = { dataDir: here.root, forTests: true }
    const first = await embeddedDatabase({ ...options, tell: (notice) => notices.push(notice) })
    const place = readFileSync(join(here.root, 'location'), 'utf8').trim()
    try {
      expect(place).toMatch(/^\/var\/lib\/hiroba-/)
      expect(notices.map(({ code }) => code)).toEqual(['database_elsewhere'])
      expect(sentence(notices[0]!, 'en')).toContain(place)
      expect(existsSync(here.home)).toBe(false)
      await rowsOf(first.url, 'create table tea as select 1 as cups')
      await first.stop()

      const second = await embeddedDatabase({ ...options, tell: (notice) => notices.push(notice) })
      expect(await rowsOf(second.url, 'select cups from tea')).toEqual([{ cups: 1 }])
      expect(notices.length).toBe(1)
      await second.stop()
    } finally {
      const pid = postmasterPid(join(place, 'cluster'))
      if (pid) kill(pid, 'SIGQUIT')
      rmSync(place, { recursive: true, force: true, maxRetries: 5 })
    }
  })

  test('a database that has been put out of that user’s reach is refused, not begun anew', async () => {
    await (await opened()).stop()
    chmodSync(here.root, 0o700)
    const refusal = await refusalOf(opened())
    expect(refusal.code).toBe('database_out_of_reach')
    expect(sentence(refusal, 'en')).toContain('HIROBA_DATA')
  })
})

function opened() {
  return embeddedDatabase({ dataDir: here.root, forTests: true })
}

async function refusalOf(attempt: Promise<unknown>): Promise<Refusal> {
  try {
    await attempt
  } catch (error) {
    if (isRefusal(error)) return error
    throw error
  }
  throw new Error('nothing was refused')
}
