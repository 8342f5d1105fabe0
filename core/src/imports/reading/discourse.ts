import { isUtf8 } from 'node:buffer'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadOptions } from './bytes.ts'
import { JsonSplitter } from './json-splitter.ts'
import { brief, Unreadable, type Reject, type Skip } from './rejects.ts'
import {
  dateProblem,
  postFrom,
  topicShape,
  type DiscoursePost,
  type DiscourseTopic,
} from './shapes.ts'
import { sourceFiles, type SourceFile } from './source-files.ts'

export type DiscourseEvent =
  | { kind: 'topic'; path: string; topic: DiscourseTopic }
  | { kind: 'posts'; topicId: number; posts: DiscoursePost[] }
  | { kind: 'reject'; reject: Reject }
  | { kind: 'skip'; skip: Skip }

/** Files up to this size are parsed whole, larger ones post by post from a copy on disk. */
const wholeSize = 8 * 2 ** 20
const largestFile = 4 * 2 ** 30
const largestPost = 16 * 2 ** 20
const postsAtOnce = 500

/**
 * The topics of a Discourse forum from a folder, tar or tar.gz with a file per topic as
 * `/t/{id}.json` answers it: a `topic`, then its `posts` in one or more parts. What cannot be read
 * is told and left out, the rest goes on; memory stays bounded for a source and a topic of any size.
 */
export async function* discourseTopics(
  path: string,
  options: ReadOptions = {},
): AsyncGenerator<DiscourseEvent> {
  const reading: Reading = { now: options.now ?? new Date(), topics: new Set() }
  for await (const event of sourceFiles(path, options))
    if (event.kind === 'file') yield* topicIn(event.file, reading)
    else yield event
}

async function* topicIn(file: SourceFile, reading: Reading): AsyncGenerator<DiscourseEvent> {
  const { path, size } = file
  if (size > largestFile) return yield rejected(path, 'file_too_large', `${size} bytes`)
  try {
    yield* size > wholeSize ? largeTopic(file, reading) : smallTopic(file, reading)
  } catch (thrown) {
    if (!(thrown instanceof Unreadable)) throw thrown
    if (!thrown.told) yield rejected(path, thrown.reason, brief(thrown.message))
  }
}

type Reading = { now: Date; topics: Set<number> }

async function* smallTopic(file: SourceFile, reading: Reading): AsyncGenerator<DiscourseEvent> {
  const chunks: Uint8Array[] = []
  for await (const chunk of file.bytes()) chunks.push(chunk)
  const document = parsed(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks))
  if ('reason' in document) return yield rejected(file.path, document.reason, document.detail)

  const posts = postsIn(document.value)
  if (!posts) return yield rejected(file.path, 'wrong_shape', 'post_stream.posts: no array')
  const topic = topicFrom(document.value, posts[0], reading)
  if ('reason' in topic) return yield rejected(file.path, topic.reason, topic.detail)
  yield { kind: 'topic', path: file.path, topic }
  const taking = new TakenPosts(file.path, reading.now)
  for (const post of posts) taking.take(post)
  yield* taking.events(topic.id)
}

/** The head of a topic may stand behind its posts, so the file is read twice, from a copy. */
async function* largeTopic(file: SourceFile, reading: Reading): AsyncGenerator<DiscourseEvent> {
  const folder = await mkdtemp(join(tmpdir(), 'hiroba-import-'))
  const copy = join(folder, 'topic.json')
  try {
    await pipeline(Readable.from(file.bytes()), createWriteStream(copy))
    const head = await headOf(copy)
    if ('reason' in head) return yield rejected(file.path, head.reason, head.detail)
    const topic = topicFrom(head.value, head.first, reading)
    if ('reason' in topic) return yield rejected(file.path, topic.reason, topic.detail)
    yield { kind: 'topic', path: file.path, topic }
    yield* postsOf(copy, file.path, topic.id, reading)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function headOf(copy: string) {
  const splitter = new JsonSplitter('post_stream', 'posts', largestPost)
  let first: unknown
  for await (const chunk of createReadStream(copy, { highWaterMark: 2 ** 18 }))
    for (const found of splitter.write(chunk))
      if (first === undefined && 'bytes' in found) first = valueOf(parsed(found.bytes)) ?? null
  if (splitter.restSize > largestPost)
    return { reason: 'file_too_large' as const, detail: 'too much beside the posts' }
  const document = parsed(splitter.document())
  if ('reason' in document) return document
  if (!postsIn(document.value))
    return { reason: 'wrong_shape' as const, detail: 'post_stream.posts: no array' }
  return { value: document.value, first }
}

async function* postsOf(copy: string, path: string, topicId: number, { now }: Reading) {
  const splitter = new JsonSplitter('post_stream', 'posts', largestPost)
  const taking = new TakenPosts(path, now)
  for await (const chunk of createReadStream(copy, { highWaterMark: 2 ** 18 })) {
    for (const found of splitter.write(chunk))
      if ('tooLarge' in found) taking.leaveOut('post_too_large', `${found.tooLarge} bytes`)
      else {
        const post = parsed(found.bytes)
        if ('reason' in post) taking.leaveOut(post.reason, post.detail)
        else taking.take(post.value)
      }
    if (taking.full()) yield* taking.events(topicId)
  }
  yield* taking.events(topicId)
}

/** Posts of one topic, checked, until they are handed on. */
class TakenPosts {
  private readonly path: string
  private readonly now: Date
  private readonly numbers = new Set<number>()
  private readonly ids = new Set<number>()
  private posts: DiscoursePost[] = []
  private rejects: Reject[] = []
  private count = 0

  constructor(path: string, now: Date) {
    this.path = path
    this.now = now
  }

  take(given: unknown) {
    const post = postFrom(given, this.now)
    if ('reason' in post) return this.leaveOut(post.reason, post.detail)
    if (this.numbers.has(post.post_number))
      return this.leaveOut(
        'duplicate_post_number',
        `post_number ${post.post_number}, id ${post.id}`,
      )
    if (this.ids.has(post.id))
      return this.leaveOut('duplicate_post_id', `id ${post.id}, post_number ${post.post_number}`)
    this.count++
    this.numbers.add(post.post_number)
    this.ids.add(post.id)
    this.posts.push(post)
  }

  leaveOut(reason: Reject['reason'], detail: string) {
    const path = `${this.path}#posts[${this.count++}]`
    this.rejects.push({ path, reason, detail: brief(detail) })
  }

  full() {
    return this.posts.length >= postsAtOnce || this.rejects.length >= postsAtOnce
  }

  *events(topicId: number): Generator<DiscourseEvent> {
    const { posts, rejects } = this
    this.posts = []
    this.rejects = []
    for (const reject of rejects) yield { kind: 'reject', reject }
    for (let at = 0; at < posts.length; at += postsAtOnce)
      yield { kind: 'posts', topicId, posts: posts.slice(at, at + postsAtOnce) }
  }
}

type Parsed = { value: unknown } | { reason: Reject['reason']; detail: string }

function parsed(bytes: Uint8Array): Parsed {
  if (!isUtf8(bytes)) return { reason: 'invalid_utf8', detail: 'not UTF-8' }
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')
  try {
    return { value: JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text) }
  } catch (failure) {
    return { reason: 'invalid_json', detail: brief((failure as Error).message) }
  }
}

function valueOf(given: Parsed) {
  return 'value' in given ? given.value : undefined
}

function postsIn(document: unknown) {
  const posts = (document as { post_stream?: { posts?: unknown } } | null)?.post_stream?.posts
  return Array.isArray(posts) ? (posts as unknown[]) : undefined
}

/** A topic whose own date is lost takes that of its first post. */
function topicFrom(document: unknown, first: unknown, { now, topics }: Reading) {
  const shaped = topicShape.safeParse(document)
  if (!shaped.success) {
    const [issue] = shaped.error.issues
    return {
      reason: 'wrong_shape' as const,
      detail: brief(`${issue?.path.join('.')}: ${issue?.message}`),
    }
  }
  const topic = shaped.data
  if (topics.has(topic.id)) return { reason: 'duplicate_topic' as const, detail: `id ${topic.id}` }
  const problem = dateProblem(topic.created_at, now)
  if (problem) {
    const date = (first as { created_at?: unknown } | null | undefined)?.created_at
    if (typeof date !== 'string' || dateProblem(date, now))
      return { reason: problem, detail: brief(`created_at ${topic.created_at}`) }
    topic.created_at = date
  }
  topics.add(topic.id)
  return topic
}

function rejected(path: string, reason: Reject['reason'], detail: string): DiscourseEvent {
  return { kind: 'reject', reject: { path, reason, detail } }
}
