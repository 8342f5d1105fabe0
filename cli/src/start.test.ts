import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Client } from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { joinDatabase } from '@hiroba/core/database'
import { emptyStage } from '../../core/src/platform/database/embedded/stage.for-tests.ts'
import { hiroba, started, until } from '../../web/server/for-tests/running.ts'

const stage = emptyStage()
const env = { HIROBA_DATA: stage.root }
afterAll(() => stage.clear(), 30_000)

describe('hiroba start', () => {
  test('prints its address, what to do next, and stops cleanly when asked', async () => {
    const site = await started({ ...env, LANG: 'ja_JP.UTF-8' })
    expect(site.out()).toContain(`広場が開きました: ${site.url}`)
    await until(() => site.out().includes('npx hiroba community create'))
    expect((await site.get('/')).status).toBe(200)

    const asked = Date.now()
    site.kill('SIGTERM')
    expect(await site.ended).toBe(0)
    expect(Date.now() - asked).toBeLessThan(10_000)
    await expectClosed(site.url)
    expect(site.out()).toContain('終了しました')
  })

  test('ends with Ctrl-C in the middle of a request, which is answered', async () => {
    const site = await started(env)
    const answer = site.get('/slow')
    await new Promise((resolve) => setTimeout(resolve, 100))
    process.kill(-site.pid, 'SIGINT')
    expect((await answer).status).toBe(200)
    expect(await site.ended).toBe(0)
  })

  test('recovers after everything was killed', async () => {
    const first = await started(env)
    const make = ['community', 'create', '--slug', 'kept', '--name-en', 'Kept']
    expect(await hiroba(make, env).ended).toBe(0)
    first.killGroup()
    await first.ended

    const second = await started(env)
    expect((await second.get('/c/kept')).status).toBe(200)
    expect(second.out()).not.toContain('No community yet')
    second.kill('SIGTERM')
    await second.ended
  })

  test('is refused beside another on the same data, which goes on', async () => {
    const first = await started(env)
    const port = new URL(first.url).port
    for (const PORT of ['0', port]) {
      const second = hiroba(['start'], { ...env, PORT })
      expect(await second.ended).toBe(1)
      expect(second.err().trim()).toMatch(
        /^Hiroba already runs on this data \(process \d+ .*\)[^\n]+$/,
      )
    }
    expect((await first.get('/')).status).toBe(200)
    first.kill('SIGTERM')
    await first.ended
  })

  test('is refused on a port that is taken, and leaves nothing running', async () => {
    const other = createServer().listen(0)
    const { port } = other.address() as AddressInfo
    const start = hiroba(['start'], { ...env, PORT: String(port), LANG: 'ko_KR.UTF-8' })
    expect(await start.ended).toBe(1)
    expect(start.err().trim()).toBe(
      `포트 ${port}은(는) 다른 프로그램이 쓰고 있습니다. 그것을 멈추거나 PORT=${port + 1}처럼 다른 번호를 정해 주세요.`,
    )
    other.close()
  })

  test('is refused on a database of a newer version, which stays as it is', async () => {
    await withDatabase((client) =>
      client.query(`insert into drizzle.__drizzle_migrations (hash, created_at)
        values ('newer', 32503680000000)`),
    )
    const start = hiroba(['start'], env)
    expect(await start.ended).toBe(1)
    expect(start.err().trim()).toMatch(/^This database was written by a newer Hiroba[^\n]+$/)
    await withDatabase((client) =>
      client.query(`delete from drizzle.__drizzle_migrations where hash = 'newer'`),
    )
  })

  test.each([
    ['PORT', { PORT: 'abc' }, /^PORT is "abc"/],
    [
      'DATABASE_URL',
      { DATABASE_URL: 'postgres://hiroba:geheim@127.0.0.1:9/hiroba' },
      /^Nothing answers at postgres:\/\/hiroba@127\.0\.0\.1:9\/hiroba \(DATABASE_URL\)/,
    ],
  ])('says in one sentence what is wrong with %s', async (_, wrong, sentence) => {
    const start = hiroba(['start'], { ...env, ...wrong })
    expect(await start.ended).toBe(1)
    expect(start.err().trim()).toMatch(sentence)
    expect(start.err().trim().split('\n')).toHaveLength(1)
    expect(start.err()).not.toContain('geheim')
  })
})

async function withDatabase(work: (client: Client) => Promise<unknown>): Promise<void> {
  const config = { dataDir: stage.root, databaseUrl: null, url: '' }
  const database = await joinDatabase(config, { role: 'command' })
  const client = new Client({ connectionString: database.url })
  await client.connect()
  await work(client)
  await client.end()
  await database.leave()
}

async function expectClosed(url: string): Promise<void> {
  await expect(fetch(url)).rejects.toThrow('fetch failed')
}
