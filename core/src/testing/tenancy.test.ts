import { expect, test } from 'vitest'
import * as communities from '../communities/index.ts'
import * as discussions from '../discussions/index.ts'
import * as insights from '../insights/index.ts'
import * as members from '../members/index.ts'
import { transaction } from '../platform/database/database.ts'
import { operator, type Here } from '../platform/here.ts'
import * as search from '../platform/search/index.ts'
import { faces } from '../platform/subjects.ts'
import { reply, topic, village } from './village.ts'

/** What of community A somebody in B might guess: numbers, handles, ids, words. */
type Guess = { topicNumber: number; topicId: string; memberId: string; word: string }

/** Every exported query, called with what belongs to the other community. */
const queries: Record<string, (here: Here, guess: Guess) => Promise<unknown>> = {
  'discussions.categoriesHere': (here) => discussions.categoriesHere(here),
  'discussions.categoryByNumber': (here) => discussions.categoryByNumber(here, 7),
  'discussions.latestTopics': (here) =>
    discussions.latestTopics(here, { category: 7, tag: 'well' }),
  'discussions.topTopics': (here) => discussions.topTopics(here, { period: 'all' }),
  'discussions.unansweredTopics': (here) => discussions.unansweredTopics(here),
  'discussions.topicPage': (here, { topicNumber }) => discussions.topicPage(here, topicNumber),
  'discussions.topicAddress': (here, { topicNumber }) =>
    discussions.topicAddress(here, topicNumber),
  'discussions.topicsCount': (here) => discussions.topicsCount(here),
  'discussions.popularTags': (here) => discussions.popularTags(here),
  'discussions.tagBySlug': (here) => discussions.tagBySlug(here, 'well'),
  'discussions.memberPage': (here) => discussions.memberPage(here, 'minjun'),
  'discussions.writersHere': (here) => discussions.writersHere(here),
  'discussions.topicAddresses': (here) => discussions.topicAddresses(here, {}),
  'discussions.newestPosts': (here) => discussions.newestPosts(here, {}),
  'discussions.alreadyImported': async (here, { topicId }) => [
    ...(await discussions.alreadyImported(here, [topicId])),
  ],
  'members.memberByHandle': (here) => members.memberByHandle(here, 'minjun'),
  'members.members': (here, { memberId }) => members.members(here, [memberId]),
  'members.handlesHere': async (here) => [...(await members.handlesHere(here, ['minjun']))],
  'search.search': (here, { word }) => search.search(here, { query: word }),
  'search.searchIds': (here, { word }) => search.searchIds(here, { query: word }),
  'subjects.faces': (here, { topicId }) => faces(here, [{ kind: 'topic', id: topicId }]),
}

/** Exports that are no query of a community: commands, pure functions, work of the lobby. */
const others = [
  ...['discussions.importPosts', 'discussions.importedCategory', 'discussions.nameCategory'],
  ...['discussions.askForRendering', 'discussions.pageOf', 'discussions.slugOf'],
  ...['communities.keepNumbers', 'communities.takeNumbers'],
  ...['members.admitImported', 'members.handleKey'],
  ...['search.indexEntries', 'search.forgetEntries', 'search.detectLanguage'],
]

test('no query of one community finds anything of another', async () => {
  const a = await village()
  const b = await village()
  const well = topic({
    by: 'Minjun',
    title: 'The deep wellspring',
    category: { key: '7', number: 7 },
    tags: ['well'],
  })
  const lonely = topic({ title: 'The lonely wellspring', tags: ['well'] })
  await a.tell(well, reply(well, { by: 'Yuki', text: 'wellspring' }), lonely)
  const { items } = await discussions.latestTopics(a.here(), { category: 7 })
  const line = items[0]!
  const guess = {
    topicNumber: line.number,
    topicId: line.id,
    memberId: line.author.id,
    word: 'wellspring',
  }
  for (const [name, query] of Object.entries(queries)) {
    const own = await query(a.here(operator), guess)
    expect(isNothing(own), `${name} finds nothing in its own community: the test is blind`).toBe(
      false,
    )
    const foreign = await query(b.here(operator), guess).catch((refusal: { kind?: string }) => {
      expect(refusal.kind).toBe('not_found')
      return null
    })
    expect(isNothing(foreign), `${name} finds ${JSON.stringify(foreign)}`).toBe(true)
  }
})

test('every exported query is called above', () => {
  const modules = { discussions, members, search, insights, communities }
  const exported = Object.entries(modules).flatMap(([module, names]) =>
    Object.entries(names)
      .filter(([, value]) => typeof value === 'function' && takesHere(value as () => void))
      .map(([name]) => `${module}.${name}`),
  )
  const known = new Set([...Object.keys(queries), ...others, ...knownElsewhere])
  expect(exported.filter((name) => !known.has(name))).toEqual([])
})

/** Queries over `contributions` are checked with figures of two communities in insights' own test. */
const knownElsewhere = Object.keys(insights).map((name) => `insights.${name}`)

test('a statement that forgets the community is refused as a bug', async () => {
  const v = await village()
  const forgetful = { sql: 'select * from topics' }
  await expect(v.hiroba.db.pool.query(forgetful.sql)).rejects.toThrow(/does not name its community/)
  await expect(
    transaction(v.here(operator), async (here) =>
      here.db.client!.query('update topics set views = 1'),
    ),
  ).rejects.toThrow(/does not name its community/)
})

function takesHere(value: (...args: unknown[]) => unknown): boolean {
  return /^(async )?function \w+\(\s*here\b/.test(String(value))
}

function isNothing(found: unknown): boolean {
  if (found == null || found === 0) return true
  if (Array.isArray(found)) return found.length === 0
  if (typeof found === 'object') {
    const page = found as { items?: unknown[]; hits?: unknown[] }
    if (page.items) return page.items.length === 0
    if (page.hits) return page.hits.length === 0
  }
  return false
}
