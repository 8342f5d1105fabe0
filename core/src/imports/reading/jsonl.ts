import { isUtf8 } from 'node:buffer'
import { basename } from 'node:path'
import { contentOf, sourceAt, type ReadOptions } from './bytes.ts'
import { brief, Unreadable, type Reject } from './rejects.ts'
import { dateProblem, kept } from './shapes.ts'

/** A line of a JSONL source: a reply when it names its `topic`, else a topic of its own. */
export type JsonlRecord = {
  sourceId: string
  topic?: string
  title?: string
  text: string
  lang?: string
  author?: string
  createdAt?: string
  category?: string
}

/** A record or a reject, with its line counted from 1. */
export type JsonlEvent = { line: number; record?: JsonlRecord; reject?: Reject }

/** A longer line is left out without being held in memory. */
const longestLine = 10_000_000
const newline = 0x0a

/**
 * The records of a file with a JSON object per line, plain or gzip. Blank lines and unknown fields
 * are passed over; what cannot be read is told and left out. Throws `not_found
 * import_source_not_found`.
 */
export async function* jsonLines(
  path: string,
  options: ReadOptions = {},
): AsyncGenerator<JsonlEvent> {
  await sourceAt(path)
  const reading = { path: basename(path), now: options.now ?? new Date() }
  let line = 0
  try {
    for await (const bytes of linesOf(contentOf(path, options))) {
      line++
      const event = eventOf(bytes, line, reading)
      if (event) yield event
    }
  } catch (failure) {
    if (!(failure instanceof Unreadable)) throw failure
    const { reason, message } = failure
    yield { line: line + 1, reject: { path: reading.path, reason, detail: brief(message) } }
  }
}

type Line = Uint8Array | { tooLong: number }

/** Lines without their ends. A line cut off by a failure does not count. */
async function* linesOf(content: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let parts: Uint8Array[] = []
  let size = 0
  const add = (bytes: Uint8Array) => {
    size += bytes.length
    if (size <= longestLine) parts.push(bytes)
    else parts = []
  }
  const ended = (): Line => {
    const line =
      size > longestLine ? { tooLong: size } : parts.length === 1 ? parts[0]! : Buffer.concat(parts)
    parts = []
    size = 0
    return line
  }
  for await (const chunk of content) {
    let from = 0
    for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, from)) {
      add(chunk.subarray(from, at))
      yield ended()
      from = at + 1
    }
    if (from < chunk.length) add(chunk.subarray(from))
  }
  if (size > 0) yield ended()
}

type Context = { path: string; now: Date }

function eventOf(bytes: Line, line: number, context: Context): JsonlEvent | undefined {
  const reject = (reason: Reject['reason'], detail: string): JsonlEvent => ({
    line,
    reject: { path: context.path, reason, detail: brief(detail) },
  })
  if ('tooLong' in bytes) return reject('line_too_long', `${bytes.tooLong} bytes`)
  if (!isUtf8(bytes)) return reject('invalid_utf8', 'not UTF-8')
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')
  const json = line === 1 && text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  if (json.trim() === '') return undefined
  try {
    const record = recordFrom(JSON.parse(json), context.now)
    return 'reason' in record ? reject(record.reason, record.detail) : { line, record }
  } catch (failure) {
    return reject('invalid_json', (failure as Error).message)
  }
}

const optional = ['title', 'lang', 'author', 'createdAt', 'category'] as const

function recordFrom(
  given: unknown,
  now: Date,
): JsonlRecord | Pick<Required<Reject>, 'reason' | 'detail'> {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return wrong('no object')
  const line = given as Record<string, unknown>
  const sourceId = idFrom(line['sourceId'])
  if (sourceId === undefined) return wrong('sourceId')
  const text = line['text']
  if (typeof text !== 'string') return wrong('text')
  const record: JsonlRecord = { sourceId, text: kept(text) }
  if (line['topic'] != null) {
    const topic = idFrom(line['topic'])
    if (topic === undefined) return wrong('topic')
    record.topic = topic
  }
  for (const field of optional) {
    const value = line[field]
    if (value == null) continue
    if (typeof value !== 'string') return wrong(field)
    record[field] = kept(value)
  }
  const date = record.createdAt === undefined ? undefined : dateProblem(record.createdAt, now)
  return date ? { reason: date, detail: `createdAt ${record.createdAt}` } : record
}

/** Numbers are kept as they are written; a string as it is, up to 200 characters. */
function idFrom(value: unknown) {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value)
  if (typeof value !== 'string' || value.trim() === '' || value.length > 200) return undefined
  return kept(value)
}

function wrong(detail: string) {
  return { reason: 'wrong_shape' as const, detail }
}
