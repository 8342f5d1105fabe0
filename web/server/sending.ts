import type { ServerResponse } from 'node:http'
import { compressFast, compressWell, fastOf, smallest } from './compression.ts'
import type { Encoding } from './negotiation.ts'
import type { Entry, PageCache } from './page-cache.ts'
import type { Rendered } from './rendering.ts'

/** What was sent, for the log. */
export type Sent = { status: number; bytes: number }

/** Sends a page of the cache. The common way is a look-up, a list of headers and one write. */
export function sendEntry(
  res: ServerResponse,
  entry: Entry,
  encodings: readonly Encoding[],
  ifNoneMatch: string | undefined,
  security: readonly string[],
  cache: 'hit' | 'miss',
  requestId: string,
): Sent {
  const unchanged =
    ifNoneMatch !== undefined && entry.status === 200 && matches(ifNoneMatch, entry.etag)
  const encoding = unchanged ? 'unchanged' : best(entry, encodings)
  let headers = entry.answers.get(encoding)
  if (!headers) {
    headers = answerHeaders(entry, encoding, security)
    entry.answers.set(encoding, headers)
  }
  headers[headers.length - 3] = cache
  headers[headers.length - 1] = requestId
  if (encoding === 'unchanged') {
    res.writeHead(304, headers).end()
    return { status: 304, bytes: 0 }
  }
  const body = entry.bodies[encoding]!
  res.writeHead(entry.status, headers).end(body)
  return { status: entry.status, bytes: body.length }
}

/** Sees to it that the page lies ready in an encoding the client takes. */
export async function prepare(
  cache: PageCache,
  key: string,
  entry: Entry,
  encodings: readonly Encoding[],
): Promise<void> {
  if (!entry.compressible || encodings.length === 0) return
  if (encodings.includes('br') && !entry.isShrinking) {
    // Made while nobody waits: until then the quick one serves.
    entry.isShrinking = true
    void compressWell(entry.bodies.identity)
      .then((body) => cache.add(key, entry, 'br', body))
      .catch(() => {})
  }
  const fast = fastOf(encodings)
  if (best(entry, encodings) === 'identity' && fast)
    cache.add(key, entry, fast, await compressFast(entry.bodies.identity, fast))
}

/** Sends a page that is not kept. */
export async function sendRendered(
  res: ServerResponse,
  { status, headers, body }: Rendered,
  encodings: readonly Encoding[],
  compressible: boolean,
  further: readonly string[],
): Promise<Sent> {
  const fast = compressible && body.length >= smallest ? fastOf(encodings) : null
  const sent = fast ? await compressFast(body, fast) : body
  const list = headers.flat()
  if (fast) list.push('content-encoding', fast)
  if (status !== 204 && status !== 304) list.push('content-length', String(sent.length))
  res.writeHead(status, [...list, ...further]).end(sent)
  return { status, bytes: sent.length }
}

function best(entry: Entry, encodings: readonly Encoding[]): Encoding | 'identity' {
  for (const encoding of encodings) if (entry.bodies[encoding]) return encoding
  return 'identity'
}

function answerHeaders(
  entry: Entry,
  encoding: Encoding | 'identity' | 'unchanged',
  security: readonly string[],
): string[] {
  const headers = entry.headers.flat()
  if (encoding !== 'unchanged') {
    if (encoding !== 'identity') headers.push('content-encoding', encoding)
    headers.push('content-length', String(entry.bodies[encoding]!.length))
  }
  return [...headers, ...security, 'x-hiroba-cache', '', 'x-request-id', '']
}

/** Weak comparison (RFC 9110, section 13.1.2): the encodings of one page count as the same. */
function matches(ifNoneMatch: string, etag: string): boolean {
  if (ifNoneMatch === etag || ifNoneMatch.trim() === '*') return true
  const bare = etag.slice(2)
  return ifNoneMatch.split(',').some((one) => one.trim().replace(/^W\//, '') === bare)
}
