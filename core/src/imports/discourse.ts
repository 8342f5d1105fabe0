import { slugOf } from '../discussions/index.ts'
import { excerpt, markdownFromHtml } from '../platform/markdown/index.ts'
import { discourseTopics, type DiscoursePost, type DiscourseTopic } from './reading/index.ts'
import type { Draft, DraftNote, DraftPerson, DraftPost, DraftReply, DraftTopic } from './drafts.ts'
import type { ImportRun, Keys, Reading } from './running.ts'

export type DiscourseOptions = {
  /** A folder of topic files, or a .tar.gz of them, each as `/t/{id}.json` answers. */
  path: string
  /** The old site's address, so that its relative links still lead somewhere. */
  site?: string
  key?: string
  /** Told how much of the source was read, 0 to 1. */
  onRead?: (share: number) => void
}

/** The import of a Discourse forum from its topics' JSON. */
export function discourseImport(options: DiscourseOptions): ImportRun {
  return {
    kind: 'discourse',
    key: options.key ?? 'site',
    read: (_, onlyKeys) => readings(options, onlyKeys),
  }
}

async function* readings(
  { path, site, onRead }: DiscourseOptions,
  onlyKeys?: Keys,
): AsyncIterable<Reading> {
  let topic: OpenTopic | null = null
  for await (const event of discourseTopics(path, { onRead })) {
    if (event.kind === 'reject') yield { reject: event.reject }
    else if (event.kind === 'skip') yield { skip: event.skip }
    else if (event.kind === 'topic') {
      if (topic) yield* endOf(topic, onlyKeys)
      topic = new OpenTopic(event.path, event.topic, site)
    } else if (topic) for (const post of event.posts) yield* wanted(topic.take(post), onlyKeys)
  }
  if (topic) yield* endOf(topic, onlyKeys)
}

function* wanted(readings: Iterable<Reading>, onlyKeys?: Keys): Iterable<Reading> {
  for (const reading of readings)
    if (!onlyKeys || ('draft' in reading && isAskedFor(reading.draft, onlyKeys))) yield reading
}

function isAskedFor(draft: Draft, onlyKeys: Keys): boolean {
  return draft.is !== 'topic' && onlyKeys.has(draft.key)
}

function* endOf(topic: OpenTopic, onlyKeys?: Keys): Iterable<Reading> {
  yield* wanted(topic.end(), onlyKeys)
}

/** So many posts are held back while the first one of a topic has not come yet. */
const heldAtMost = 2000

/** A topic being read: its posts wait until number 1 has come, for that is the topic itself. */
class OpenTopic {
  readonly path: string
  readonly topic: DiscourseTopic
  readonly site: string | undefined
  private held: DiscoursePost[] | null = []

  constructor(path: string, topic: DiscourseTopic, site: string | undefined) {
    this.path = path
    this.topic = topic
    this.site = site
  }

  *take(post: DiscoursePost): Iterable<Reading> {
    if (post.post_type === 4) {
      yield { skip: { path: this.path, reason: 'whisper' } }
    } else if (!this.held) yield this.later(post)
    else if (post.post_number === 1) yield* this.open(post)
    else {
      this.held.push(post)
      if (this.held.length >= heldAtMost) yield* this.open(null)
    }
  }

  *end(): Iterable<Reading> {
    if (this.held && this.held.length > 0) yield* this.open(null)
    else if (this.held) yield { reject: { path: this.path, reason: 'topic_without_posts' } }
  }

  /** Without a first post the topic still comes in, for its replies: empty, told by nobody. */
  private *open(first: DiscoursePost | null): Iterable<Reading> {
    const held = this.held ?? []
    this.held = null
    if (!first) yield { reject: { path: this.path, reason: 'first_post_missing' } }
    yield { draft: this.topicDraft(first) }
    for (const post of held) yield this.later(post)
  }

  private later(post: DiscoursePost): Reading {
    if (post.post_number === 1) return { skip: { path: this.path, reason: 'second_first_post' } }
    return { draft: post.post_type === 1 ? this.replyDraft(post) : this.noteDraft(post) }
  }

  private topicDraft(first: DiscoursePost | null): DraftTopic {
    const { topic } = this
    const at = new Date(topic.created_at)
    const post = first ? this.postDraft(first) : this.unknownPost(at)
    const title = topic.title.trim() || excerpt(post.text, 60) || `#${topic.id}`
    return {
      is: 'topic',
      ...post,
      ...(first && first.post_type !== 1 && { missing: true }),
      key: String(topic.id),
      topicKey: String(topic.id),
      title: title.slice(0, 500).toWellFormed(),
      slug: topic.slug ? slugOf(decoded(topic.slug)) : slugOf(title),
      number: numberOf(topic.id),
      category: {
        key: String(topic.category_id ?? 0),
        number: numberOf(topic.category_id) ?? undefined,
      },
      views: Math.min(topic.views ?? 0, mostKept),
      pinnedAt: dateOf(topic.pinned_at),
      closedAt: topic.closed ? (dateOf(topic.last_posted_at) ?? at) : null,
      archivedAt: topic.archived ? (dateOf(topic.last_posted_at) ?? at) : null,
      acceptedNumber: numberOf(topic.accepted_answer?.post_number),
      acceptedAt: null,
      hidden: Boolean(first?.hidden),
      unlisted: topic.visible === false,
      deleted: Boolean(topic.deleted_at) || Boolean(first && isDeleted(first)),
      tags: (topic.tags ?? []).map(kept),
    }
  }

  private replyDraft(post: DiscoursePost): DraftReply {
    return {
      is: 'reply',
      ...this.postDraft(post),
      topicKey: String(this.topic.id),
      topicAt: new Date(this.topic.created_at),
      number: post.post_number,
      answers: post.reply_to_post_number ?? null,
      solves: post.accepted_answer === true,
    }
  }

  private noteDraft(post: DiscoursePost): DraftNote {
    return {
      is: 'note',
      path: this.path,
      key: String(post.id),
      sourceId: String(post.id),
      topicKey: String(this.topic.id),
      topicAt: new Date(this.topic.created_at),
      number: post.post_number,
      author: authorOf(post),
      kind: noteKind(post),
      text: this.markdown(post),
      createdAt: new Date(post.created_at),
    }
  }

  private postDraft(post: DiscoursePost): DraftPost {
    const edited = dateOf(post.updated_at)
    const at = new Date(post.created_at)
    return {
      path: this.path,
      key: String(post.id),
      sourceId: String(post.id),
      author: authorOf(post),
      text: this.markdown(post),
      lang: null,
      createdAt: at,
      // Discourse touches updated_at for many reasons; a second version is an edit
      editedAt: (post.version ?? 1) > 1 && edited && edited > at ? edited : null,
      hidden: Boolean(post.hidden),
      deleted: isDeleted(post),
      missing: false,
      likes: likesOf(post),
    }
  }

  private unknownPost(at: Date): DraftPost {
    const creator = this.topic.details?.created_by
    return {
      path: this.path,
      key: '',
      sourceId: '',
      author: creator
        ? { key: String(creator.id), handle: creator.username, name: creator.name ?? '' }
        : { key: '', handle: 'unknown', isSystem: true },
      text: '',
      lang: null,
      createdAt: at,
      editedAt: null,
      hidden: false,
      deleted: false,
      missing: true,
      likes: 0,
    }
  }

  private markdown(post: DiscoursePost): string {
    return markdownFromHtml(post.cooked, { base: this.site, link: this.ownAddress })
  }

  /** Where a link into the old site leads here: topics, posts and people keep their names. */
  private ownAddress = (address: string): string | undefined => {
    const site = this.site?.replace(/\/+$/, '')
    const path = site && address.startsWith(`${site}/`) ? address.slice(site.length) : address
    const [, topic, post] = /^\/t\/(?:[^/?#]*\/)?(\d+)(?:\/(\d+))?\/?(?:[?#].*)?$/.exec(path) ?? []
    if (topic) return `~/t/${topic}${post ? `/${post}` : ''}`
    const [, person] = /^\/(?:u|users)\/([^/?#]+)\/?(?:[?#].*)?$/.exec(path) ?? []
    return person && `~/people/${person}`
  }
}

/** People without a user id are told apart by their name; ids up to 0 are the system's. */
function authorOf(post: DiscoursePost): DraftPerson {
  const id = post.user_id ?? null
  return {
    key: id == null ? `name:${post.username.toLowerCase().slice(0, 200)}` : String(id),
    handle: post.username,
    name: post.name ?? '',
    title: post.user_title && kept(post.user_title),
    isSystem: id != null && id <= 0,
  }
}

function isDeleted(post: DiscoursePost): boolean {
  return Boolean(post.deleted_at) || post.user_deleted === true
}

/** In Discourse action 2 is a like. */
function likesOf(post: DiscoursePost): number {
  const like = post.actions_summary?.find((action) => action.id === 2)
  return Math.max(0, Math.min(Math.trunc(like?.count ?? 0), mostLikes))
}

const noteKinds: Record<string, string> = {
  'closed.enabled': 'closed',
  'closed.disabled': 'opened',
  'autoclosed.enabled': 'closed',
  'autoclosed.disabled': 'opened',
  'archived.enabled': 'archived',
  'archived.disabled': 'unarchived',
  'pinned.enabled': 'pinned',
  'pinned.disabled': 'unpinned',
  'pinned_globally.enabled': 'pinned',
  'pinned_globally.disabled': 'unpinned',
  'visible.enabled': 'listed',
  'visible.disabled': 'unlisted',
  split_topic: 'split',
}

/** Moderators' own words (type 2) are a message; small actions (type 3) say what was done. */
function noteKind(post: DiscoursePost): string {
  if (post.post_type === 2) return 'message'
  return noteKinds[post.action_code ?? ''] ?? 'message'
}

/** What an integer of the database takes. */
const mostKept = 2 ** 31 - 1
/** So that even the sum over 100,000 posts is one. */
const mostLikes = 20_000

function numberOf(given: number | null | undefined): number | null {
  return given != null && given > 0 && given <= mostKept ? given : null
}

/** A date beside the post's own, which the reader has checked; an impossible one is none. */
function dateOf(text: string | null | undefined): Date | null {
  if (!text) return null
  const at = new Date(text)
  const year = at.getUTCFullYear()
  return year >= 1990 && year <= 2100 ? at : null
}

/** PostgreSQL keeps neither NUL nor half a surrogate pair. */
function kept(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed()
}

function decoded(slug: string): string {
  try {
    return decodeURIComponent(slug)
  } catch {
    return slug
  }
}
