import { expect, test } from 'vitest'
import { operator } from '../here.ts'
import { reply, topic, village, type Village } from '../../testing/village.ts'
import { search, searchIds } from './index.ts'

const at = (text: string) => new Date(`2026-${text}:00Z`)

async function titles(v: Village, query: string, options: object = {}): Promise<string[]> {
  const { hits } = await search(v.here(), { query, limit: 50, ...options })
  return hits.map((hit) => hit.face.title)
}

test('Japanese, Korean, Chinese and English are found in one community, parts of words too', async () => {
  const v = await village()
  await v.tell(
    topic({ title: '種まきの時期', text: '東京都のベランダで、ほうれん草の種をまきました。' }),
    topic({ title: '제본 이야기', text: '표지가 떨어진 시집을 다시 붙였습니다.' }),
    topic({ title: '播种日记', text: '今年的贡献者名单已经公布。' }),
    topic({ title: 'Sowing diary', text: 'We were planting spinach near the wells.' }),
  )
  expect(await titles(v, 'ほうれん草')).toEqual(['種まきの時期'])
  expect(await titles(v, '시집')).toEqual(['제본 이야기'])
  expect(await titles(v, '贡献者')).toEqual(['播种日记'])
  expect(await titles(v, 'plants well')).toEqual(['Sowing diary'])
})

test('the whole word stands before the word that only contains it', async () => {
  const v = await village()
  await v.tell(
    topic({ title: 'a', text: 'オンラインで会いましょう。', createdAt: at('03-02T00:00') }),
    topic({ title: 'b', text: '畑のラインを引きました。', createdAt: at('03-01T00:00') }),
  )
  expect(await titles(v, 'ライン')).toEqual(['b', 'a'])
})

test('filters narrow by author, category, tag, day and what nobody answered', async () => {
  const v = await village({ timeZone: 'Asia/Tokyo' })
  const answered = topic({ title: 'Well, answered', by: 'Minjun', tags: ['water'], number: 1 })
  await v.tell(
    { ...answered, createdAt: at('03-01T14:59'), category: { key: 'a', name: 'Help desk' } },
    reply(answered, { by: 'Yuki', text: 'The well is deep', createdAt: at('03-02T00:00') }),
    topic({
      title: 'Well, lonely',
      by: 'Ken',
      createdAt: at('03-01T15:00'),
      tags: ['water', 'deep'],
    }),
  )
  expect(await titles(v, 'well author:yuki')).toEqual(['Well, answered'])
  expect((await titles(v, 'well in:"help desk"')).sort()).toEqual([
    'Well, answered',
    'Well, answered',
  ])
  expect(await titles(v, 'well tag:deep tag:water')).toEqual(['Well, lonely'])
  expect(await titles(v, 'well is:unanswered')).toEqual(['Well, lonely'])
  expect(await titles(v, 'is:unanswered')).toEqual(['Well, lonely'])
  // midnight in Tokyo is 15:00 in Greenwich
  expect(await titles(v, 'well before:2026-03-02')).toEqual(['Well, answered'])
  expect((await titles(v, 'well after:2026-03-02')).sort()).toEqual([
    'Well, answered',
    'Well, lonely',
  ])
})

test('hidden, deleted and unlisted things are not found', async () => {
  const v = await village()
  const open = topic({ title: 'Open', text: 'a wellspring' })
  await v.tell(
    open,
    reply(open, { text: 'wellspring one', hidden: true }),
    reply(open, { text: 'wellspring two', deleted: true }),
    topic({ title: 'Apart', text: 'wellspring', unlisted: true }),
  )
  expect(await titles(v, 'wellspring')).toEqual(['Open'])
})

test('finds are marked in title and snippet, in the text as it was written', async () => {
  const v = await village()
  await v.tell(
    topic({ title: 'ｻｰﾊﾞｰの話', text: `${'前置き。'.repeat(60)}新しいサーバーを買いました。` }),
  )
  const { hits } = await search(v.here(), { query: 'サーバー' })
  expect(hits[0]!.titleParts[0]).toMatchObject({ hit: true })
  expect(hits[0]!.snippet.filter((part) => part.hit).map((part) => part.text)).toEqual(['サーバー'])
  expect(hits[0]!.snippet.map((part) => part.text).join('').length).toBeLessThan(140)
})

test('pages go on where the last one ended, and nothing found gives a hint', async () => {
  const v = await village()
  await v.tell(...Array.from({ length: 7 }, (_, i) => topic({ title: `Rope ${i}` })))
  const first = await search(v.here(), { query: 'rope', limit: 4 })
  expect(first).toMatchObject({ next: 4, total: 7 })
  const second = await search(v.here(), { query: 'rope', limit: 4, offset: first.next! })
  expect(second.next).toBeNull()
  const all = [...first.hits, ...second.hits].map((hit) => hit.face.id)
  expect(new Set(all).size).toBe(7)
  expect(await searchIds(v.here(operator), { query: 'rope', limit: 3 })).toHaveLength(3)

  const nothing = await search(v.here(), { query: 'rope author:nobody' })
  expect(nothing.hits).toEqual([])
  expect(nothing.hints).toContainEqual({ kind: 'drop_filter', filter: 'author' })
})

test('whatever is typed, an answer comes', async () => {
  const v = await village()
  await v.tell(topic({ title: 'Rope' }))
  const typed = [
    '',
    '   ',
    '-',
    '"',
    'OR OR',
    "o'clock'; drop table",
    '\u0000',
    '\ud800',
    '(((',
    'a & b | !c',
  ]
  typed.push(
    'after:nonsense',
    'in:',
    'a:b:c',
    'と',
    '가',
    '🪢',
    'x'.repeat(10_000),
    '綱 '.repeat(3_000),
  )
  for (const query of typed) await expect(search(v.here(), { query })).resolves.toBeTruthy()
})
