import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { joinDatabase } from '@hiroba/core/database'
import { emptyStage } from '../../core/src/platform/database/embedded/stage.for-tests.ts'
import { ask, hiroba, started, until, type Answer } from './for-tests/running.ts'

const stage = emptyStage()
const env = { HIROBA_DATA: stage.root }
let site: Awaited<ReturnType<typeof started>>
let database: Awaited<ReturnType<typeof joinDatabase>>
let client: Client

beforeAll(async () => {
  site = await started(env)
  for (const args of [
    ['--slug', 'tea', '--language', 'ja', '--name-ja', 'お茶の広場'],
    ['--slug', 'chess', '--hostname', 'chess.example', '--name-en', 'Chess'],
  ])
    expect(await hiroba(['community', 'create', ...args], env).ended).toBe(0)
  const config = { dataDir: stage.root, databaseUrl: null, url: '' }
  database = await joinDatabase(config, { role: 'command' })
  client = new Client({ connectionString: database.url })
  client.on('error', () => {})
  await client.connect()
}, 60_000)

afterAll(async () => {
  await client.end()
  await database.leave()
  site.kill('SIGTERM')
  await site.ended
  await stage.clear()
}, 30_000)

// Each test looks at pages nobody has asked for yet.
let page: string
let number = 0
beforeEach(() => {
  page = `/page-${++number}`
})

test('the second guest gets the page that the first one got', async () => {
  const first = await site.get(page)
  const second = await site.get(page)
  expect([first.headers['x-hiroba-cache'], second.headers['x-hiroba-cache']]).toEqual([
    'miss',
    'hit',
  ])
  expect(second.text).toBe(first.text)
})

describe('a change', () => {
  test('of the community makes its next answer fresh', async () => {
    const before = seen(await site.get(`/c/tea${page}`))
    await changed(await idOf('tea'))
    await until(async () => seen(await site.get(`/c/tea${page}`)).rendering > before.rendering)
  })

  test('of another community leaves it alone', async () => {
    await site.get(`/c/tea${page}`)
    await changed(await idOf('chess'))
    await until(async () => (await site.get('/c/chess')).headers['x-hiroba-cache'] === 'hit')
    const { headers } = await site.get(`/c/tea${page}`)
    expect(headers['x-hiroba-cache']).toBe('hit')
  })

  test('of any community makes the pages of the installation fresh', async () => {
    const before = seen(await site.get(page))
    await changed(await idOf('tea'))
    await until(async () => seen(await site.get(page)).rendering > before.rendering)
  })

  test('while a page is being rendered keeps that page out', async () => {
    const rendering = site.get(`/c/tea/slow?${page}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
    await changed(await idOf('tea'))
    const old = seen(await rendering)
    expect(seen(await site.get(`/c/tea/slow?${page}`)).rendering).toBeGreaterThan(old.rendering)
  })

  test('of a name or slug is seen at once', async () => {
    expect((await site.get('/c/green-tea')).status).toBe(404)
    const edit = ['community', 'edit', 'tea', '--slug', 'green-tea']
    expect(await hiroba(edit, env).ended).toBe(0)
    await until(async () => (await site.get('/c/green-tea')).status === 200)
    expect((await site.get('/c/tea')).status).toBe(404)
    expect(await hiroba(['community', 'edit', 'green-tea', '--slug', 'tea'], env).ended).toBe(0)
    await until(async () => (await site.get('/c/tea')).status === 200)
  })
})

test('losing the connection that hears of changes flushes everything', async () => {
  const before = seen(await site.get(page))
  await client.query(`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'hiroba listening'`)
  await until(async () => {
    const answer = await site.get(page)
    return answer.status === 200 && seen(answer).rendering > before.rendering
  })
  await until(async () => (await site.get(page)).headers['x-hiroba-cache'] === 'hit')
})

describe('nothing of a visitor gets into a page for all', () => {
  test.each([
    ['host', 'evil.example'],
    ['x-forwarded-host', 'evil.example'],
    ['x-forwarded-proto', 'javascript'],
    ['x-forwarded-for', 'evil.example'],
    ['forwarded', 'host=evil.example'],
    ['x-hiroba-host', 'evil.example'],
    ['x-hiroba-proto', 'evil'],
    ['x-original-url', '/evil'],
    ['x-rewrite-url', '/evil'],
    ['user-agent', 'evil'],
    ['cookie', 'evil=evil'],
    ['accept', 'text/html, text/evil'],
    ['accept-language', 'evil'],
    ['origin', 'https://evil.example'],
    ['referer', 'https://evil.example'],
  ])('by its header %s', async (name, value) => {
    const poisoned = await site.get(page, { [name]: value })
    const clean = await site.get(page)
    expect(clean.headers['x-hiroba-cache']).toBe('hit')
    for (const { text, headers } of [poisoned, clean])
      expect(text + JSON.stringify(headers)).not.toContain('evil')
    expect(seen(clean).origin).toBe(site.url)
  })

  test('nor into a page made for one person', async () => {
    const cookie = 'hiroba_session=hana'
    const { text } = await site.get(page, { cookie, 'x-forwarded-host': 'evil.example' })
    expect(text).not.toContain('evil')
  })
})

describe('a visitor with a session', () => {
  const cookie = 'hiroba_lang=ko; hiroba_session=hana'

  test('is never answered from the cache and never kept in it', async () => {
    await site.get(page)
    const mine = await site.get(page, { cookie })
    expect(mine.headers['x-hiroba-cache']).toBeUndefined()
    expect(mine.headers['cache-control']).toBe('private, no-store')
    expect(mine.text).toContain('hiroba_session=hana')
    expect((await site.get(page)).text).not.toContain('hana')
  })
})

describe('languages are kept apart', () => {
  test('as the browser asks and as a person chose', async () => {
    const inLanguage = async (headers: Record<string, string>) =>
      seen(await site.get(page, headers)).locale
    expect(await inLanguage({})).toBe('en')
    expect(await inLanguage({ 'accept-language': 'fr, ko-KR;q=0.8, en;q=0.5' })).toBe('ko')
    expect(await inLanguage({ 'accept-language': 'ja' })).toBe('ja')
    expect(await inLanguage({ 'accept-language': 'ja', cookie: 'hiroba_lang=ko' })).toBe('ko')
    expect(await inLanguage({ cookie: 'hiroba_lang=xx' })).toBe('en')
    expect(await inLanguage({})).toBe('en')
  })

  test('and else are the community’s own', async () => {
    expect(seen(await site.get(`/c/tea${page}`))).toMatchObject({ locale: 'ja', base: '/c/tea' })
  })
})

describe('a community with a hostname of its own', () => {
  test('stands at its root there, and below /c elsewhere', async () => {
    const own = seen(await site.get(page, { host: 'Chess.Example:8080' }))
    expect(own).toMatchObject({ community: 'chess', base: '' })
    expect(new URL(own.origin).hostname).toBe('chess.example')
    expect(seen(await site.get(`/c/chess${page}`))).toMatchObject({
      community: 'chess',
      base: '/c/chess',
      origin: site.url,
    })
  })

  test('is one place: /c/<slug> there leads home', async () => {
    const host = 'chess.example'
    const own = await site.get('/c/chess/latest?page=2', { host })
    expect(own.status).toBe(301)
    expect(own.headers.location).toMatch(/^http:\/\/chess\.example:\d+\/latest\?page=2$/)
    const other = await site.get('/c/tea', { host })
    expect(other.headers.location).toBe(`${site.url}/c/tea`)
  })
})

test('many who ask at once make the page once', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => site.get(`/slow?${page}`, { 'accept-encoding': 'gzip' })),
  )
  expect(new Set(answers.map(({ headers }) => headers.etag)).size).toBe(1)
  expect(answers.filter(({ headers }) => headers['x-hiroba-cache'] === 'miss')).toHaveLength(1)
})

describe('only what is the same for everybody is kept', () => {
  const kept = async (path: string, headers = {}) => {
    await site.get(path, headers)
    return (await site.get(path, headers)).headers['x-hiroba-cache'] === 'hit'
  }

  test.each([
    ['/missing', true],
    ['/moved', true],
    ['/error', false],
    ['/language', false],
  ])('%s: %s', async (path, expected) => {
    expect(await kept(`${path}?${page}`)).toBe(expected)
  })

  test('not what asks for data or for a stream', async () => {
    expect(await kept(page, { accept: 'application/json' })).toBe(false)
    expect(await kept(page, { accept: 'text/event-stream' })).toBe(false)
    expect(await kept(page, { authorization: 'Bearer x' })).toBe(false)
  })

  test('and a form is never answered from it', async () => {
    await site.get('/posted')
    const answer = await ask(site.url, { path: '/posted', method: 'POST', body: 'a=b' })
    expect(answer.headers['x-hiroba-cache']).toBeUndefined()
  })
})

describe('a browser that has the page', () => {
  test('is told that it has not changed, in any encoding', async () => {
    const { headers } = await site.get(page, { 'accept-encoding': 'gzip' })
    const etag = headers.etag!
    for (const given of [etag, `"other", ${etag}`, etag.replace('W/', ''), '*']) {
      const again = await site.get(page, { 'if-none-match': given })
      expect([again.status, again.body.length]).toEqual([304, 0])
      expect(again.headers['content-security-policy']).toBeDefined()
    }
    expect((await site.get(page, { 'if-none-match': '"other"' })).status).toBe(200)
  })

  test('gets no body for HEAD but the same headers', async () => {
    const got = await site.get(page)
    const head = await ask(site.url, { path: page, method: 'HEAD' })
    expect(head.body.length).toBe(0)
    expect(head.headers['content-length']).toBe(got.headers['content-length'])
    expect(head.headers.etag).toBe(got.headers.etag)
  })
})

test('pages for guests come from a database that refuses every write', async () => {
  const refuseWrites = async (refused: 'on' | 'off') => {
    await client.query(`alter database hiroba set default_transaction_read_only = ${refused}`)
    await client.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where pid <> pg_backend_pid() and application_name = 'hiroba'`)
  }
  await refuseWrites('on')
  try {
    for (const path of ['/database', '/c/chess/database', page])
      expect((await site.get(`${path}?${page}`)).status).toBe(200)
  } finally {
    await refuseWrites('off')
  }
})

function seen({ text }: Answer) {
  const data = /<script type="application\/json">(.*?)<\/script>/.exec(text)?.[1]
  return JSON.parse(data ?? '{}') as {
    rendering: number
    locale: string
    community: string | null
    base: string
    origin: string
  }
}

async function idOf(slug: string): Promise<number> {
  const { rows } = await client.query('select id from communities where slug = $1', [slug])
  return rows[0].id
}

async function changed(communityId: number): Promise<void> {
  await client.query(`select pg_notify('hiroba_changed', $1)`, [String(communityId)])
}
