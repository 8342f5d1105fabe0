import { afterAll } from 'vitest'
import { openHiroba, type Hiroba } from '../app.ts'
import { found, type Community } from '../communities/index.ts'
import { runImport, type Reading } from '../imports/index.ts'
import { guest, operator, type Actor, type Here } from '../platform/here.ts'
import { words } from '../platform/words.ts'
import { freshDatabase } from './database.ts'
import type { Draft, DraftNote, DraftReply, DraftTopic } from '../imports/index.ts'
import type { Founding } from '../communities/index.ts'

/** A community of a test's own, in a database of its file's own: no clean-up, and a leak shows. */
export type Village = {
  hiroba: Hiroba
  community: Community
  /** `here` for an actor, a guest unless said. */
  here(actor?: Actor, now?: Date): Here
  /** Writes posts as an import does; returns when they are counted. */
  tell(...drafts: Draft[]): Promise<void>
}

let opened: Promise<Hiroba> | undefined
let founded = 0

/** The file's own installation, opened at its first use. */
export function testHiroba(): Promise<Hiroba> {
  return (opened ??= (async () => {
    const database = await freshDatabase()
    const hiroba = openHiroba({ url: database.url, guarded: true, size: 6 })
    afterAll(async () => {
      await hiroba.close()
      await database.drop()
    })
    return hiroba
  })())
}

export async function village(given: Partial<Founding> = {}): Promise<Village> {
  const hiroba = await testHiroba()
  const slug = given.slug ?? `village-${++founded}`
  const community = await found(hiroba.lobby(operator), {
    name: words('en', 'Village'),
    language: 'en',
    ...given,
    slug,
  })
  const here = (actor: Actor = guest, now = new Date()): Here => ({
    ...hiroba.here(community, actor),
    now,
  })
  const teller: Actor = { kind: 'import', source: 'test', audiences: 'all' }
  return {
    hiroba,
    community,
    here,
    async tell(...drafts) {
      await runImport(here(teller), { kind: 'test', key: 'told', read: () => readings(drafts) })
    },
  }
}

async function* readings(drafts: Draft[]): AsyncIterable<Reading> {
  for (const draft of drafts) yield { draft }
}

let keys = 0

/** A topic as an import brings it; say what matters to the test. */
export function topic(given: Partial<DraftTopic> & { by?: string } = {}): DraftTopic {
  const key = given.key ?? `topic-${++keys}`
  const { by, ...rest } = given
  return {
    is: 'topic',
    ...post(key, by),
    topicKey: key,
    title: 'A question',
    slug: 'a-question',
    number: null,
    category: { key: 'plaza', name: 'Plaza' },
    views: 0,
    pinnedAt: null,
    closedAt: null,
    archivedAt: null,
    unlisted: false,
    acceptedNumber: null,
    acceptedAt: null,
    tags: [],
    ...rest,
  }
}

export function reply(
  to: DraftTopic,
  given: Partial<DraftReply> & { by?: string } = {},
): DraftReply {
  const { by, ...rest } = given
  return {
    is: 'reply',
    ...post(given.key ?? `reply-${++keys}`, by),
    topicKey: to.topicKey,
    topicAt: to.createdAt,
    number: null,
    answers: null,
    solves: false,
    ...rest,
  }
}

export function note(to: DraftTopic, given: Partial<DraftNote> & { number: number }): DraftNote {
  const key = given.key ?? `note-${++keys}`
  return {
    is: 'note',
    path: 'test',
    key,
    sourceId: key,
    topicKey: to.topicKey,
    topicAt: to.createdAt,
    author: person('Hana'),
    kind: 'closed',
    text: '',
    createdAt: to.createdAt,
    ...given,
  }
}

function post(key: string, by = 'Minjun') {
  return {
    path: 'test',
    key,
    sourceId: key,
    author: person(by),
    text: 'How do I begin?',
    lang: 'en',
    createdAt: new Date('2026-03-01T10:00:00Z'),
    editedAt: null,
    hidden: false,
    deleted: false,
    missing: false,
    likes: 0,
  }
}

function person(name: string) {
  return { key: name.toLowerCase(), handle: name.toLowerCase(), name }
}
