import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import {
  archiveOf,
  folder,
  forumOf,
  jsonlOf,
  post,
  topicFile,
} from '../../../core/src/imports/sources.for-tests.ts'
import { emptyStage } from '../../../core/src/platform/database/embedded/stage.for-tests.ts'
import { hiroba } from '../../../web/server/for-tests/running.ts'

const stage = emptyStage()
afterAll(() => stage.clear(), 30_000)

async function run(args: string[], env: Record<string, string> = {}) {
  const process = hiroba(args, { HIROBA_DATA: stage.root, ...env })
  const code = await process.ended
  const sentences = process.err().trim().split('\n').filter(Boolean)
  expect(process.err()).not.toMatch(/\n\s+at /)
  return { code, out: process.out(), err: process.err(), sentences }
}

const imported = (kind: string, path: string, community: string, ...more: string[]) =>
  run(['import', kind, path, '--community', community, ...more])

const forum = await archiveOf(
  topicFile(7, [
    post(7, 1),
    post(7, 2, { hidden: true }),
    post(7, 3, { post_type: 3, action_code: 'closed.enabled' }),
    post(7, 4, { created_at: '1970-01-01T00:00:00Z' }),
  ]),
  { name: 'broken.json', content: '{' },
  { name: 'readme.txt', content: 'hello' },
)

describe('hiroba import', () => {
  test('brings a forum into an empty installation and says in JSON what came', async () => {
    const { code, out } = await imported('discourse', forum, 'tea', '--create', '--json')
    expect(code).toBe(0)
    const said = JSON.parse(out) as Record<string, unknown>
    expect(said).toMatchObject({
      ...{ topics: 1, replies: 1, notes: 1, members: 1, hidden: 1, deleted: 0, there: 0 },
      skipped: { not_json: 1 },
      rejected: { invalid_json: 1, date_out_of_range: 1 },
      rejects: join(stage.root, 'imports', 'tea-discourse-rejects.jsonl'),
    })
    expect(rejectsIn(said['rejects'] as string)).toMatchObject([
      { path: '7.json#posts[3]', reason: 'date_out_of_range' },
      { path: 'broken.json', reason: 'invalid_json' },
    ])
  })

  test('says the same again, in words, and that nothing came twice', async () => {
    const again = await imported('discourse', forum, 'tea')
    expect(again.code).toBe(0)
    expect(again.out).toMatch(/^Nothing new came in\./)
    expect(again.out).toContain('3 were here already')
    expect(again.out).toMatch(
      /left out: 1 \(not a JSON file\)[\s\S]*could not be read: 1 \(broken JSON\)/,
    )
    expect(again.out).toContain('tea-discourse-rejects.jsonl')
  })

  test('writes nothing when it is a rehearsal', async () => {
    const source = jsonlOf({ sourceId: 1, text: 'x' }, { sourceId: 2, topic: 1, text: 'y' })
    const dry = await imported('jsonl', source, 'dry', '--create', '--dry-run', '--json')
    expect(JSON.parse(dry.out)).toMatchObject({ topics: 1, replies: 1 })
    const { out } = await run(['community', 'list', '--json'])
    expect((JSON.parse(out) as { slug: string }[]).map(({ slug }) => slug)).toEqual(['tea'])
    const real = await imported('jsonl', source, 'tea', '--json')
    expect(JSON.parse(real.out)).toMatchObject({ topics: 1, replies: 1, rejects: null })
  })

  test('keeps two sources of one kind apart by --source, lists rejects where it is told to', async () => {
    const source = jsonlOf({ sourceId: 1, text: 'x' }, 'nonsense')
    const list = join(folder, 'lists', 'rejects.jsonl')
    const other = await imported(
      'jsonl',
      source,
      'tea',
      '--source',
      'b',
      '--json',
      '--rejects',
      list,
    )
    expect(JSON.parse(other.out)).toMatchObject({ topics: 1, there: 0, rejects: list })
    expect(rejectsIn(list)).toMatchObject([{ line: 2, reason: 'invalid_json' }])
    const again = await imported('jsonl', source, 'tea', '--source', 'b', '--json')
    expect(JSON.parse(again.out)).toMatchObject({ topics: 0, there: 1 })
  })

  test('forgets the rejects of the last run when there are none any more', async () => {
    const path = join(folder, 'mended.jsonl')
    const list = join(stage.root, 'imports', 'tea-jsonl-mended-rejects.jsonl')
    for (const [line, isThere] of [
      ['nonsense', true],
      ['{"sourceId": 5, "text": "x"}', false],
    ] as const) {
      writeFileSync(path, `{"sourceId": 4, "text": "x"}\n${line}\n`)
      await imported('jsonl', path, 'tea', '--source', 'mended')
      expect(existsSync(list)).toBe(isThere)
    }
  })

  test.each([
    ['an unknown community', [forum, '--community', 'nobody'], /There is no community "nobody"/],
    [
      'a missing file',
      ['nothing.tar.gz', '--community', 'tea'],
      /no file or folder "nothing\.tar\.gz"/,
    ],
    ['a bad name', [forum, '--community', 'Tea room', '--create'], /cannot stand in an address/],
    ['rejects into a folder', [forum, '--community', 'tea', '--rejects', folder], /is a folder/],
  ])('refuses %s in one sentence', async (_, args, sentence) => {
    const { code, sentences } = await run(['import', 'discourse', ...args])
    expect(code).toBe(1)
    expect(sentences).toEqual([expect.stringMatching(sentence)])
  })

  test.each([
    ['a kind it does not know', ['import', 'phpbb', forum, '--community', 'tea']],
    ['no community', ['import', 'discourse', forum]],
    ['no path', ['import', 'discourse', '--community', 'tea']],
  ])('does not understand %s', async (_, args) => {
    const { code, err } = await run(args)
    expect(code).toBe(2)
    expect(err).toContain('--help')
  })

  test('fails on a source of which nothing can be read', async () => {
    const { code, sentences, out } = await imported('discourse', jsonlOf({ sourceId: 1 }), 'tea')
    expect(code).toBe(1)
    expect(sentences).toEqual([expect.stringMatching(/^Nothing in .* could be read as discourse/)])
    expect(out).toMatch(/archive cut off|damaged archive/)
  })

  test('goes on after it was killed, and what came can be searched', async () => {
    const source = await archiveOf(...forumOf(200, 30))
    const first = hiroba(['import', 'discourse', source, '--community', 'tea', '--source', 'big'], {
      HIROBA_DATA: stage.root,
    })
    await sleep(1200 + Math.random() * 800)
    first.killGroup()
    await first.ended
    const again = await imported('discourse', source, 'tea', '--source', 'big', '--json')
    expect(again.code).toBe(0)
    const { topics, replies, notes, there } = JSON.parse(again.out) as Record<string, number>
    expect(topics! + replies! + notes! + there!).toBe(200 * 30)
    const found = await run(['search', '--community', 'tea', '--json', 'topic 41'])
    expect(JSON.parse(found.out)).not.toEqual([])
  })
})

function rejectsIn(path: string): unknown[] {
  const lines = readFileSync(path, 'utf8').trim().split('\n')
  return lines.map((line) => JSON.parse(line) as unknown)
}
