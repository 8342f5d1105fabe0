import type { Words } from '../platform/words.ts'

/** Who wrote, as pages show them. */
export type Person = { id: string; handle: string; name: string; title?: string | null }

export type CategoryLine = {
  id: string
  number: number
  slug: string
  /** Null = nobody has named it yet: "Category 10". */
  name: Words | null
  topicsCount: number
}

/** A line of any list of topics. */
export type TopicLine = {
  id: string
  number: number
  slug: string
  title: string
  lang: string | null
  /** open = nobody else has answered; talking = answered; solved = an answer was accepted. */
  state: 'open' | 'talking' | 'solved'
  pinned: boolean
  closed: boolean
  hidden: boolean
  category: { number: number; slug: string; name: Words | null }
  tags: { slug: string; name: string }[]
  author: Person
  /** Up to four who wrote, most posts first. */
  people: Person[]
  peopleCount: number
  repliesCount: number
  likesCount: number
  views: number
  createdAt: Date
  lastAt: Date
  /** How it begins; given for pinned topics. */
  excerpt?: string
}

/** A page of a list: `next` is the keyset cursor of the following one, null at the end. */
export type ListPage<T> = { items: T[]; next: string | null; total?: number }

/** A post of a topic page: the opening text is number 1. */
export type PostOnPage = {
  is: 'post'
  id: string
  number: number
  author: Person
  lang: string | null
  /** Safe HTML, rendered and stored; rendered in passing when not stored yet. */
  html: string
  createdAt: Date
  editedAt: Date | null
  hidden: boolean
  /** The post this answers, when it is not the one just above. */
  answers: { number: number; author: Person | null } | null
  reactions: { kind: string; count: number }[]
  accepted: boolean
}

/** What staff or the system did, between the posts. */
export type NoteOnPage = {
  is: 'note'
  id: string
  number: number
  kind: string
  member: Person
  html: string
  createdAt: Date
}

export type TopicPage = {
  topic: TopicLine & {
    acceptedNumber: number | null
    /** Who wrote the accepted answer, and how it begins. */
    accepted: { number: number; author: Person; excerpt: string; at: Date | null } | null
    lastNumber: number
    archived: boolean
    firstAt: Date
  }
  page: number
  pages: number
  /** In order of post number: posts and notes. */
  entries: (PostOnPage | NoteOnPage)[]
  /** Other topics near this one, at most five. */
  near: TopicLine[]
}

export type MemberPage = {
  member: Person & { isSystem: boolean; seenAt: Date }
  topicsCount: number
  repliesCount: number
  solvedCount: number
  firstAt: Date | null
  lastAt: Date | null
  /** What they wrote, newest first: topics and replies. */
  writings: ListPage<WritingLine>
}

/** A line of the list of people. */
export type WriterLine = Person & {
  topicsCount: number
  repliesCount: number
  solvedCount: number
  firstAt: Date | null
  lastAt: Date | null
}

export type WritingLine = {
  kind: 'topic' | 'reply'
  id: string
  topicNumber: number
  topicSlug: string
  topicTitle: string
  number: number
  lang: string | null
  excerpt: string
  likesCount: number
  accepted: boolean
  createdAt: Date
}

/** A post as a feed gives it; addresses in its HTML begin with `~/`. */
export type FeedPost = {
  id: string
  topicNumber: number
  topicSlug: string
  topicTitle: string
  number: number
  author: Person
  lang: string | null
  html: string
  createdAt: Date
}

export type TopicAddress = { number: number; slug: string; lastNumber: number; lastAt: Date }
