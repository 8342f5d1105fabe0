import type { FindableWords } from '../discussions/index.ts'

/** A person as a draft names them. */
export type DraftPerson = {
  key: string
  handle: string
  name?: string
  title?: string | null
  isSystem?: boolean
}

/** A post in the importer's own terms, before numbers and ids of this community are known. */
export type DraftPost = {
  /** Where it came from, for rejects. */
  path: string
  line?: number
  /** Its name in the source: ids derive from it. */
  key: string
  sourceId: string
  author: DraftPerson
  /** Markdown. */
  text: string
  lang: string | null
  createdAt: Date
  editedAt: Date | null
  hidden: boolean
  deleted: boolean
  /** The source speaks of it but could not give it: kept for its number, never counted. */
  missing: boolean
  likes: number
  /** Made while the batch before was being written. */
  findable?: FindableWords
}

export type DraftTopic = DraftPost & {
  is: 'topic'
  topicKey: string
  title: string
  slug: string
  /** The number it wants; null = the next free one. */
  number: number | null
  category: { key: string; number?: number; name?: string }
  views: number
  pinnedAt: Date | null
  closedAt: Date | null
  archivedAt: Date | null
  unlisted: boolean
  acceptedNumber: number | null
  acceptedAt: Date | null
  tags: string[]
}

export type DraftReply = DraftPost & {
  is: 'reply'
  topicKey: string
  topicAt: Date | null
  /** Its post number; null = the next in its topic. */
  number: number | null
  answers: number | null
  solves: boolean
}

export type DraftNote = {
  is: 'note'
  path: string
  key: string
  sourceId: string
  topicKey: string
  topicAt: Date | null
  number: number
  author: DraftPerson
  kind: string
  text: string
  createdAt: Date
}

export type Draft = DraftTopic | DraftReply | DraftNote

/** Where a draft came from, as a reject says it. */
export function placeOf(draft: Draft): { path: string; line?: number } {
  return { path: draft.path, ...('line' in draft && draft.line && { line: draft.line }) }
}

/** Tells apart what may stand in a source only once: topics, and posts of any kind. */
export function keyOf(draft: Draft): string {
  return `${draft.is === 'topic' ? 'topic' : 'post'} ${draft.key}`
}
