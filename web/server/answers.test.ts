import { connect } from 'node:net'
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyStage } from '../../core/src/platform/database/embedded/stage.for-tests.ts'
import { ask, started, until } from './for-tests/running.ts'

const stage = emptyStage()
let site: Awaited<ReturnType<typeof started>>

beforeAll(async () => {
  site = await started({ HIROBA_DATA: stage.root, HIROBA_URL: 'https://plaza.example' })
}, 60_000)
afterAll(async () => {
  site.kill('SIGTERM')
  await site.ended
  await stage.clear()
}, 30_000)

describe('every answer carries the security headers', () => {
  test.each([
    ['a page', { path: '/' }, 200],
    ['the same from the cache', { path: '/' }, 200],
    ['a page with a cookie of somebody', { headers: { cookie: 'hiroba_session=x' } }, 200],
    ['a file', { path: '/_app/immutable/look.css' }, 200],
    ['a redirect', { path: '/moved' }, 301],
    ['a page that is not there', { path: '/missing' }, 404],
    ['a community that is not there', { path: '/c/nobody/latest' }, 404],
    ['a bug', { path: '/error' }, 500],
    ['a form', { path: '/posted', method: 'POST', body: 'a=b' }, 200],
    ['health', { path: '/healthz' }, 200],
    ['readiness', { path: '/readyz' }, 200],
    ['figures', { path: '/metrics' }, 200],
    ['a broken escape', { path: '/%E0%A4%A' }, 400],
    ['a NUL', { path: '/a%00b' }, 400],
    ['another host in the path', { path: '//evil.example/' }, 400],
    ['a whole address as path', { path: 'http://evil.example/' }, 400],
    ['a broken host', { headers: { host: 'pla za' } }, 400],
    ['an address of 9,000 characters', { path: `/${'a'.repeat(9000)}` }, 414],
    ['a body too large', { method: 'POST', headers: { 'content-length': '60000000' } }, 413],
  ])('%s', async (_, asking, status) => {
    const answer = await ask(site.url, asking)
    expect(answer.status).toBe(status)
    expect(answer.headers).toMatchObject({
      'content-security-policy': expect.stringMatching(
        /^default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline';.* frame-ancestors 'none'/,
      ),
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'strict-transport-security': expect.stringContaining('max-age='),
      'x-request-id': expect.stringMatching(/^[\w-]{8,64}$/),
    })
    expect(answer.headers['x-powered-by']).toBeUndefined()
  })

  test('what is no HTTP at all', async () => {
    const said = await raw('NONSENSE\r\n\r\n')
    expect(said).toMatch(/^HTTP\/1\.1 400 /)
    expect(said).toContain("default-src 'none'")
  })

  test('headers too large', async () => {
    const said = await raw(`GET / HTTP/1.1\r\nhost: a\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`)
    expect(said).toMatch(/^HTTP\/1\.1 431 /)
    expect(said).toContain("default-src 'none'")
  })
})

describe('the id of a request', () => {
  test('is taken over when it looks like one', async () => {
    const { headers } = await site.get('/', { 'x-request-id': 'proxy-0123456789' })
    expect(headers['x-request-id']).toBe('proxy-0123456789')
  })

  test.each(['short', 'with space in it', 'hana@plaza.example', 'a'.repeat(65)])(
    'is made anew instead of "%s"',
    async (given) => {
      const { headers } = await site.get('/', { 'x-request-id': given })
      expect(headers['x-request-id']).not.toBe(given)
    },
  )

  test('is the same on the page of a bug and in the log', async () => {
    const { headers, text } = await site.get('/error')
    const id = headers['x-request-id'] as string
    expect(text).toContain(id)
    const line = await until(() => lines().find((line) => line.id === id && line.err))
    expect(line).toMatchObject({ level: 'error', err: { type: 'Error' } })
  })
})

describe('compression', () => {
  const open = {
    br: brotliDecompressSync,
    zstd: zstdDecompressSync,
    gzip: gunzipSync,
    identity: (body: Buffer) => body,
  }

  test.each([
    ['br, gzip', /^(br|gzip)$/],
    ['zstd', /^zstd$/],
    ['gzip;q=0.5, deflate', /^gzip$/],
    ['br;q=0, gzip', /^gzip$/],
    ['*', /^(br|zstd|gzip)$/],
    ['deflate', /^identity$/],
    [undefined, /^identity$/],
  ])('takes an encoding of "%s" for pages', async (accepted, wanted) => {
    for (const path of ['/', '/compressed']) {
      const { headers, body } = await site.get(path, { 'accept-encoding': accepted })
      const used = (headers['content-encoding'] ?? 'identity') as keyof typeof open
      expect(used).toMatch(wanted)
      expect(headers.vary).toContain('accept-encoding')
      expect(Number(headers['content-length'])).toBe(body.length)
      expect(open[used](body).toString()).toContain('<p>text</p></html>')
    }
  })

  test('prefers the smallest one once it has been made', async () => {
    const encoding = async () => {
      const { headers } = await site.get('/again', { 'accept-encoding': 'zstd, br, gzip' })
      return headers['content-encoding'] === 'br'
    }
    expect(await until(encoding)).toBe(true)
  })

  test('works for answers that are not kept', async () => {
    const headers = { 'accept-encoding': 'gzip' }
    const answer = await ask(site.url, { path: '/posted', method: 'POST', headers, body: 'a=b' })
    expect(answer.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(answer.body).toString()).toContain('posted')
  })
})

test('files of the build may be kept for ever', async () => {
  const { headers } = await site.get('/_app/immutable/look.css')
  expect(headers['cache-control']).toContain('immutable')
})

describe('health', () => {
  test('tells what is ready', async () => {
    expect(JSON.parse((await site.get('/readyz')).text)).toEqual({
      ready: true,
      database: 'ok',
      schema: 'ok',
      worker: 'ok',
    })
  })

  test('figures count by route, not by path', async () => {
    await site.get('/?q=umbrella')
    const { text, headers } = await site.get('/metrics')
    expect(headers['content-type']).toContain('text/plain')
    expect(text).toMatch(
      /hiroba_http_request_seconds_count\{route="\/\(plaza\)",status="200"\} \d+/,
    )
    for (const name of [
      'hiroba_http_requests_in_flight 1',
      'hiroba_page_cache_total{answer="hit"}',
      'hiroba_database_statement_seconds_count',
      'hiroba_database_pool_connections{state="idle"}',
      'hiroba_jobs_waiting 0',
      'hiroba_jobs_dead 0',
      'hiroba_jobs_oldest_seconds 0',
      'hiroba_outbox_waiting 0',
      'hiroba_process_memory_bytes{kind="resident"}',
    ])
      expect(text).toContain(name)
    expect(text).not.toContain('umbrella')
  })

  test.each(['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'])(
    'figures are not handed through a proxy (%s)',
    async (name) => {
      const { text } = await site.get('/metrics', { [name]: '203.0.113.7' })
      expect(text).not.toContain('hiroba_http')
    },
  )
})

test('the log has a line per request and no personal data', async () => {
  const path = '/people/hana?q=secret-words'
  const { headers } = await site.get(path, {
    'user-agent': 'Hanas-Browser/1.0',
    referer: 'https://elsewhere.example/diary',
    'x-forwarded-for': '203.0.113.7',
    cookie: 'hiroba_session=hanas-session',
    'accept-language': 'ja',
  })
  await site.get('/error', { cookie: 'hiroba_session=hanas-session' })
  const id = headers['x-request-id']
  const line = await until(() => lines().find((line) => line.id === id))
  expect(line).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    id,
    method: 'GET',
    route: '/people/[handle]',
    status: 200,
    ms: expect.any(Number),
    bytes: expect.any(Number),
    cache: '',
  })
  await until(() => lines().some((line) => line.err))
  for (const secret of [
    'secret-words',
    'Hanas-Browser',
    'diary',
    '203.0.113.7',
    'hanas-session',
    'hana@plaza.example',
    '127.0.0.1',
    '::1',
  ])
    expect(site.err()).not.toContain(secret)
})

function lines(): Record<string, unknown>[] {
  return site
    .err()
    .split('\n')
    .filter((line) => line.startsWith('{') && line.endsWith('}'))
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}

function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const socket = connect(Number(new URL(site.url).port))
    socket.on('data', (chunk) => (said += chunk.toString()))
    socket.on('close', () => resolve(said))
    socket.on('error', reject)
    socket.write(text)
  })
}
