import { basename } from 'node:path'
import { slugOf } from '../discussions/index.ts'
import { excerpt } from '../platform/markdown/index.ts'
import { jsonLines, type JsonlRecord } from './reading/index.ts'
import type { DraftPerson, DraftReply, DraftTopic } from './drafts.ts'
import type { ImportRun, Keys, Reading } from './running.ts'

export type JsonlOptions = {
  path: string
  key?: string
  onRead?: (share: number) => void
}

/** The import of a file with a line per topic or reply; texts are Markdown. */
export function jsonlImport(options: JsonlOptions): ImportRun {
  return {
    kind: 'jsonl',
    key: options.key ?? 'file',
    read: (firstSeenAt, onlyKeys) => readings(options, firstSeenAt, onlyKeys),
  }
}

async function* readings(
  { path, onRead }: JsonlOptions,
  firstSeenAt: Date,
  onlyKeys?: Keys,
): AsyncIterable<Reading> {
  const name = basename(path)
  for await (const { line, record, reject } of jsonLines(path, { onRead })) {
    if (reject) {
      if (!onlyKeys) yield { reject: { ...reject, line } }
    } else if (record && (!onlyKeys || (record.topic != null && onlyKeys.has(record.sourceId))))
      yield {
        draft:
          record.topic == null
            ? topicOf(record, name, line, firstSeenAt)
            : replyOf(record, record.topic, name, line, firstSeenAt),
      }
  }
}

function topicOf(record: JsonlRecord, path: string, line: number, seenAt: Date): DraftTopic {
  const title = record.title?.trim() || excerpt(record.text, 60) || record.sourceId
  const category = record.category?.trim().slice(0, 80).toWellFormed() ?? ''
  return {
    is: 'topic',
    ...postOf(record, path, line, seenAt),
    topicKey: record.sourceId,
    title: title.slice(0, 500).toWellFormed(),
    slug: slugOf(title),
    number: null,
    category: { key: category, ...(category && { name: category }) },
    views: 0,
    pinnedAt: null,
    closedAt: null,
    archivedAt: null,
    unlisted: false,
    acceptedNumber: null,
    acceptedAt: null,
    tags: [],
  }
}

function replyOf(
  record: JsonlRecord,
  topicKey: string,
  path: string,
  line: number,
  seenAt: Date,
): DraftReply {
  return {
    is: 'reply',
    ...postOf(record, path, line, seenAt),
    topicKey,
    topicAt: null,
    number: null,
    answers: null,
    solves: false,
  }
}

function postOf(record: JsonlRecord, path: string, line: number, seenAt: Date) {
  return {
    path,
    line,
    key: record.sourceId,
    sourceId: record.sourceId,
    author: authorOf(record.author),
    text: record.text,
    lang: langOf(record.lang),
    createdAt: record.createdAt ? instantOf(record.createdAt) : seenAt,
    editedAt: null,
    hidden: false,
    deleted: false,
    missing: false,
    likes: 0,
  }
}

/** A time without a zone is UTC, whatever machine reads it. */
function instantOf(text: string): Date {
  return new Date(/T[\d:.]+$/.test(text) ? `${text}Z` : text)
}

/** Posts without an author belong to nobody, and nobody is not counted among the people. */
function authorOf(name: string | undefined): DraftPerson {
  const handle = name?.trim().slice(0, 80)
  if (!handle) return { key: '', handle: 'unknown', isSystem: true }
  return { key: handle, handle }
}

/** A language tag as the index knows it: zh-hans, zh-CN and zh are all Chinese. */
function langOf(tag: string | undefined): string | null {
  const base = tag?.toLowerCase().split(/[-_]/)[0]
  return base && /^[a-z]{2,3}$/.test(base) ? base : null
}
