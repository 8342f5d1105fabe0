import { expect, test } from 'vitest'
import { operator } from '../platform/here.ts'
import { note, reply, topic, village } from '../testing/village.ts'
import {
  categoriesHere,
  latestTopics,
  memberPage,
  nameCategory,
  popularTags,
  topicAddress,
  topicPage,
  topicsCount,
  topTopics,
  unansweredTopics,
  writersHere,
} from './index.ts'

const at = (text: string) => new Date(`2026-03-${text}:00Z`)

test('a topic page shows its posts and notes in the order of their numbers', async () => {
  const v = await village()
  const question = topic({ by: 'Minjun', title: 'Where is the well?', createdAt: at('01T10:00') })
  await v.tell(
    question,
    reply(question, {
      by: 'Yuki',
      number: 2,
      createdAt: at('01T11:00'),
      text: 'Behind the *hall*.',
      likes: 3,
    }),
    note(question, { number: 3, kind: 'closed', createdAt: at('02T11:00') }),
    reply(question, {
      by: 'Minjun',
      number: 4,
      createdAt: at('03T11:00'),
      text: 'Thank you',
      answers: 2,
    }),
  )
  const [line] = (await latestTopics(v.here())).items
  const page = await topicPage(v.here(), line!.number)
  expect(page.entries.map((entry) => [entry.is, entry.number])).toEqual([
    ['post', 1],
    ['post', 2],
    ['note', 3],
    ['post', 4],
  ])
  expect(page.entries[1]).toMatchObject({
    html: '<p>Behind the <em>hall</em>.</p>\n',
    author: { handle: 'yuki' },
    reactions: [{ kind: 'like', count: 3 }],
  })
  expect(page.entries[3]).toMatchObject({ answers: { number: 2, author: { handle: 'yuki' } } })
  expect(page.topic).toMatchObject({
    ...{ state: 'talking', repliesCount: 2, likesCount: 3, peopleCount: 2, lastNumber: 4 },
    lastAt: at('03T11:00'),
  })
  expect(page.topic.people.map((person) => person.handle)).toEqual(['minjun', 'yuki'])
})

test('a page is a range of twenty post numbers, so that a link never moves', async () => {
  const v = await village()
  const long = topic({ createdAt: at('01T10:00') })
  const answers = Array.from({ length: 44 }, (_, i) =>
    reply(long, { number: i + 2, deleted: i === 3 }),
  )
  await v.tell(long, ...answers)
  const [line] = (await latestTopics(v.here())).items
  const first = await topicPage(v.here(), line!.number, 1)
  const second = await topicPage(v.here(), line!.number, 2)
  const third = await topicPage(v.here(), line!.number, 3)
  expect(first.entries).toHaveLength(19)
  expect(second.entries.map((entry) => entry.number)).toEqual(
    Array.from({ length: 20 }, (_, i) => 21 + i),
  )
  expect(third.entries).toHaveLength(5)
  expect(first.pages).toBe(3)
  await expect(topicPage(v.here(), line!.number, 4)).rejects.toMatchObject({ code: 'page_unknown' })
  await expect(topicPage(v.here(), 999_999)).rejects.toMatchObject({ kind: 'not_found' })
})

test('an accepted answer solves its topic and is shown with its beginning', async () => {
  const v = await village()
  const question = topic({ acceptedNumber: 3 })
  await v.tell(
    question,
    reply(question, { by: 'Ken', number: 2, text: 'No idea' }),
    reply(question, { by: 'Yuki', number: 3, text: 'Turn the **left** key.' }),
  )
  const [line] = (await latestTopics(v.here())).items
  expect(line).toMatchObject({ state: 'solved' })
  const page = await topicPage(v.here(), line!.number)
  expect(page.topic.accepted).toMatchObject({
    number: 3,
    author: { handle: 'yuki' },
    excerpt: 'Turn the left key.',
  })
  expect(page.entries[2]).toMatchObject({ accepted: true })
  const yuki = await memberPage(v.here(), 'YUKI')
  expect(yuki).toMatchObject({ repliesCount: 1, solvedCount: 1 })
  expect(yuki.writings.items[0]).toMatchObject({ kind: 'reply', number: 3, accepted: true })
})

test('hidden posts keep their place but not their text; deleted ones are gone', async () => {
  const v = await village()
  const open = topic()
  await v.tell(
    open,
    reply(open, { number: 2, hidden: true, text: 'rude words' }),
    reply(open, { number: 3, deleted: true, text: 'withdrawn' }),
  )
  const [line] = (await latestTopics(v.here())).items
  const page = await topicPage(v.here(), line!.number)
  expect(page.entries).toHaveLength(2)
  expect(page.entries[1]).toMatchObject({ number: 2, hidden: true, html: '' })
  expect(JSON.stringify(page)).not.toMatch(/rude|withdrawn/)
  const staff = await topicPage(v.here(operator), line!.number)
  expect(staff.entries[1]).toMatchObject({ html: '<p>rude words</p>\n' })
})

test('lists go on from their last line without losing or repeating one', async () => {
  const v = await village()
  const many = Array.from({ length: 25 }, (_, i) =>
    topic({ title: `Topic ${i}`, createdAt: at(`01T10:${i < 10 ? '00' : '30'}`), likes: i % 3 }),
  )
  await v.tell(...many)
  const now = at('02T00:00')
  for (const list of [
    (after?: string) => latestTopics(v.here(undefined, now), { after, limit: 10 }),
    (after?: string) => unansweredTopics(v.here(undefined, now), { after, limit: 10 }),
    (after?: string) => topTopics(v.here(undefined, now), { period: 'all', after, limit: 10 }),
    (after?: string) => topTopics(v.here(undefined, now), { period: 'week', after, limit: 10 }),
  ]) {
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await list(after)
      seen.push(...page.items.map((item) => item.title))
      after = page.next ?? undefined
    } while (after)
    expect(seen).toHaveLength(25)
    expect(new Set(seen).size).toBe(25)
  }
  await expect(latestTopics(v.here(), { after: 'nonsense' })).rejects.toMatchObject({
    code: 'cursor_bad',
  })
})

test('pinned topics stand first, with how they begin', async () => {
  const v = await village()
  await v.tell(
    topic({ title: 'New', createdAt: at('05T00:00') }),
    topic({
      title: 'Read me',
      createdAt: at('01T00:00'),
      pinnedAt: at('01T00:00'),
      text: 'Be **kind**.',
    }),
  )
  const { items } = await latestTopics(v.here())
  expect(items.map((item) => item.title)).toEqual(['Read me', 'New'])
  expect(items[0]).toMatchObject({ pinned: true, excerpt: 'Be kind.' })
})

test('only a reply by somebody else who is no robot answers a topic', async () => {
  const v = await village()
  const alone = topic({ title: 'Alone', by: 'Minjun' })
  const robot = topic({ title: 'Robot', by: 'Minjun' })
  const answered = topic({ title: 'Answered', by: 'Minjun' })
  await v.tell(
    ...[alone, robot, answered],
    reply(alone, { by: 'Minjun' }),
    { ...reply(robot), author: { key: '-1', handle: 'robot', isSystem: true } },
    reply(answered, { by: 'Yuki' }),
  )
  const { items } = await unansweredTopics(v.here())
  expect(items.map((item) => item.title).sort()).toEqual(['Alone', 'Robot'])
})

test('categories without names are numbered and can be named', async () => {
  const v = await village()
  await v.tell(topic({ category: { key: '7', number: 7 }, tags: ['Well', 'water'] }))
  expect(await categoriesHere(v.here())).toMatchObject([
    { number: 7, name: null, slug: 'category-7', topicsCount: 1 },
  ])
  await nameCategory(v.here(operator), 7, { original: 'ja', text: { ja: '井戸', en: 'Wells' } })
  expect(await categoriesHere(v.here())).toMatchObject([{ number: 7, slug: '井戸' }])
  const name = { original: 'en', text: { en: 'Mine' } }
  await expect(nameCategory(v.here(), 7, name)).rejects.toMatchObject({ kind: 'not_allowed' })
  await expect(nameCategory(v.here(operator), 8, name)).rejects.toMatchObject({ kind: 'not_found' })
  expect((await popularTags(v.here())).map((tag) => tag.slug)).toEqual(['water', 'well'])
  expect((await latestTopics(v.here(), { tag: 'well', category: 7 })).items).toHaveLength(1)
  expect(await topicsCount(v.here())).toBe(1)
})

test('people are listed by how much they answered', async () => {
  const v = await village()
  const open = topic({ by: 'Minjun' })
  await v.tell(
    open,
    reply(open, { by: 'Yuki' }),
    reply(open, { by: 'Yuki' }),
    reply(open, { by: 'Ken' }),
  )
  const { items } = await writersHere(v.here())
  expect(items.map((item) => [item.handle, item.repliesCount])).toEqual([
    ['yuki', 2],
    ['ken', 1],
    ['minjun', 0],
  ])
  const [line] = (await latestTopics(v.here())).items
  expect(await topicAddress(v.here(), line!.number)).toMatchObject({ lastNumber: 4 })
})
