import { afterAll, describe, expect, test } from 'vitest'
import { emptyStage } from '../../core/src/platform/database/embedded/stage.for-tests.ts'
import { hiroba } from '../../web/server/for-tests/running.ts'

const stage = emptyStage()
const env = { HIROBA_DATA: stage.root }
afterAll(() => stage.clear(), 30_000)

async function run(args: string[], more: Record<string, string> = {}) {
  const process = hiroba(args, { ...env, ...more })
  const code = await process.ended
  return { code, out: process.out(), err: process.err() }
}

describe('a command line', () => {
  test('that is not understood ends with 2 and says where help is', async () => {
    for (const args of [['nonsense'], ['start', '--nonsense'], ['community', 'create']]) {
      const { code, err } = await run(args)
      expect(code).toBe(2)
      expect(err).toContain('--help')
      expect(err).not.toMatch(/\n\s+at /)
    }
  })

  test('asking for help lists the commands and ends with 0', async () => {
    const { code, out } = await run(['--help'])
    expect(code).toBe(0)
    for (const name of ['start', 'worker', 'migrate', 'community', 'doctor'])
      expect(out).toMatch(new RegExp(`^ +${name}\\b`, 'm'))
  })
})

describe('without a server', () => {
  test('communities are founded, listed and changed', async () => {
    const texts = ['--name-ko', '차 광장', '--purpose-ko', '차를 이야기하는 곳', '--name-en', 'Tea']
    const made = await run(['community', 'create', '--slug', 'tea', '--json', ...texts])
    expect(JSON.parse(made.out)).toMatchObject({
      slug: 'tea',
      language: 'ko',
      name: { original: 'ko', text: { ko: '차 광장', en: 'Tea' } },
      purpose: { original: 'ko', text: { ko: '차를 이야기하는 곳' } },
    })

    const edits = ['--name-ja', 'お茶', '--timezone', 'Asia/Tokyo', '--hostname', 'tea.example']
    expect((await run(['community', 'edit', 'tea', ...edits])).code).toBe(0)
    const listed = JSON.parse((await run(['community', 'list', '--json'])).out)
    expect(listed).toMatchObject([
      {
        slug: 'tea',
        timeZone: 'Asia/Tokyo',
        hostname: 'tea.example',
        name: { original: 'ko', text: { ko: '차 광장', en: 'Tea', ja: 'お茶' } },
      },
    ])
  })

  test.each([
    [['edit', 'nobody', '--name-en', 'x'], /There is no community "nobody"/],
    [['create', '--slug', 'Not a slug'], /cannot stand in an address/],
    [['create', '--slug', 'tea'], /already a community "tea"/],
    [['create', '--slug', 'chess', '--timezone', 'Mars/Phobos'], /not a time zone/],
    [['edit', 'tea', '--hostname', 'http://tea.example'], /not a hostname/],
    [['edit', 'tea', '--accent', 'greenish'], /not a colour/],
  ])('%j is refused in one sentence', async (args, sentence) => {
    const { code, err } = await run(['community', ...args])
    expect(code).toBe(1)
    expect(err.trim()).toMatch(sentence)
    expect(err.trim().split('\n')).toHaveLength(1)
  })

  test('migrate tells where the database stands', async () => {
    const { out } = await run(['migrate', '--json'])
    const { applied, known, newer } = JSON.parse(out)
    expect([applied, newer]).toEqual([known, false])
  })
})

describe('doctor', () => {
  test('says a line for each part and ends with 0 when all is well', async () => {
    const { code, out } = await run(['doctor', '--json'])
    const lines = JSON.parse(out) as { name: string; state: string }[]
    expect(lines.map(({ name }) => name)).toEqual([
      'node',
      'settings',
      'database',
      'migrations',
      'disk',
      'queue',
      'secret',
      'address',
    ])
    expect(lines.filter(({ state }) => state === 'bad')).toEqual([])
    expect(code).toBe(0)
  })

  test('ends with 1 when something is wrong, in words of the terminal’s language', async () => {
    const { code, out } = await run(['doctor'], {
      DATABASE_URL: 'postgres://hiroba@127.0.0.1:9/hiroba',
      LANG: 'ja_JP.UTF-8',
    })
    expect(code).toBe(1)
    expect(out).toMatch(/データベース.*postgres:\/\/hiroba@127\.0\.0\.1:9/)
  })
})
