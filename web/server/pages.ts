import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { isLocale, Refusal } from '@hiroba/core/platform'
import { isCompressible, smallest } from './compression.ts'
import { installation, isCacheable, type Entry } from './page-cache.ts'
import { render, type Rendered } from './rendering.ts'
import { prepare, sendEntry, sendRendered, type Sent } from './sending.ts'
import type { Asked, RequestContext } from './context.ts'
import type { Encoding } from './negotiation.ts'
import type { Serving } from './serving.ts'

/** How a page was answered, for log and figures. */
export type Answered = Sent & { route: string | null; cache: 'hit' | 'miss' | 'off' }

const freshFor = 60_000
const varies = 'accept-encoding, accept-language, cookie'

/** Pages being rendered for the cache: who asks for the same one meanwhile waits for it. */
export type Flights = Map<string, { version: number; page: Promise<Entry | null> }>

type Client = { encodings: readonly Encoding[]; ifNoneMatch: string | undefined }

/** Answers a page for a guest that does not lie in the cache (or not any more). */
export async function answerPage(
  serving: Serving,
  asked: Asked,
  res: ServerResponse,
  client: Client,
): Promise<Answered> {
  const { cache } = serving
  const context = await contextOf(serving, asked)
  const key = cacheKey(asked)
  if (!cache.isOn()) {
    const rendered = await renderPage(serving, asked, context)
    const sent = await sendUnkept(serving, res, rendered, client.encodings, asked.requestId)
    return { ...sent, route: context.route, cache: 'off' }
  }

  const lying = cache.find(key)
  if (lying) return sendKept(serving, asked, res, lying, client, 'hit')

  const version = cache.versionOf(context.community?.id ?? installation)
  const flight = serving.flights.get(key)
  const shared = flight?.version === version ? await flight.page : null
  let entry = shared
  if (!entry) {
    const landed = Promise.withResolvers<Entry | null>()
    const own = { version, page: landed.promise }
    serving.flights.set(key, own)
    let rendered: Rendered
    try {
      rendered = await renderPage(serving, asked, context)
      entry = isCacheable(rendered) ? entryOf(rendered, context, version) : null
      if (entry) cache.keep(key, entry)
    } finally {
      landed.resolve(entry)
      if (serving.flights.get(key) === own) serving.flights.delete(key)
    }
    if (!entry) {
      const sent = await sendUnkept(serving, res, rendered, client.encodings, asked.requestId)
      return { ...sent, route: context.route, cache: 'miss' }
    }
  }
  return sendKept(serving, asked, res, entry, client, shared ? 'hit' : 'miss')
}

export function cacheKey({ site, url, language }: Asked): string {
  return `${site.key} ${language} ${url}`
}

/** Finds out what a page must know of its request. Reads the communities anew if they changed. */
export async function contextOf(
  serving: Pick<Serving, 'sites' | 'hiroba' | 'log'>,
  asked: Asked,
): Promise<RequestContext> {
  const { sites, hiroba, log } = serving
  await sites.fresh()
  const slug = slugOf(asked.url)
  const named = asked.site.community || slug === null ? undefined : sites.bySlug(slug)
  const community = asked.site.community ?? named ?? null
  const { requestId } = asked
  const own = community?.language
  const context: RequestContext = {
    hiroba,
    community,
    here: community && hiroba.here(community),
    base: named ? `/c/${named.slug}` : '',
    locale: asked.language || (isLocale(own) ? own : 'en'),
    origin: asked.site.origin,
    requestId,
    route: null,
    report: (error) =>
      log.error({ err: error, id: requestId, route: context.route }, 'page failed'),
  }
  return context
}

/** The community's name in the address, if it has one; '' matches none. */
export function slugOf(url: string): string | null {
  return /^\/c\/([^/?#]*)/.exec(url)?.[1] ?? null
}

/** Kit strips `/c/<slug>` whatever the slug: a community that does not exist must not be found. */
export function urlForKit(context: RequestContext, url: string): string {
  return slugOf(url) !== null && !context.community ? '/c-unknown' : url
}

async function renderPage(
  { handler, databaseAnswers }: Serving,
  { url }: Asked,
  context: RequestContext,
): Promise<Rendered> {
  const rendered = await render(handler, context, urlForKit(context, url))
  if (rendered.status >= 500 && !(await databaseAnswers()))
    throw new Refusal('unavailable', 'database_lost')
  return { ...rendered, headers: rendered.headers.filter(([name]) => !ownHeaders.has(name)) }
}

/** Headers that are ours to say, or that tell nothing to anybody. */
const ownHeaders = new Set([
  'content-length',
  'content-security-policy',
  'x-sveltekit-page',
  'transfer-encoding',
  'connection',
  'vary',
])

function entryOf(rendered: Rendered, context: RequestContext, version: number): Entry {
  const { status, headers, body } = rendered
  const etag = `W/"${createHash('sha1').update(body).digest('base64url')}"`
  const type = headers.find(([name]) => name === 'content-type')?.[1]
  const kept = headers.filter(([name]) => name !== 'etag')
  if (status === 200) kept.push(['etag', etag])
  if (!kept.some(([name]) => name === 'cache-control')) kept.push(['cache-control', 'no-cache'])
  kept.push(['vary', varies])
  return {
    status,
    headers: kept,
    etag,
    bodies: { identity: body },
    answers: new Map(),
    route: context.route ?? 'unknown',
    compressible: isCompressible(type) && body.length >= smallest,
    isShrinking: false,
    communityId: context.community?.id ?? installation,
    version,
    until: Date.now() + freshFor,
  }
}

async function sendKept(
  { cache, security }: Serving,
  asked: Asked,
  res: ServerResponse,
  entry: Entry,
  { encodings, ifNoneMatch }: Client,
  word: 'hit' | 'miss',
): Promise<Answered> {
  await prepare(cache, cacheKey(asked), entry, encodings)
  const sent = sendEntry(res, entry, encodings, ifNoneMatch, security, word, asked.requestId)
  return { ...sent, route: entry.route, cache: word }
}

function sendUnkept(
  { security }: Serving,
  res: ServerResponse,
  rendered: Rendered,
  encodings: readonly Encoding[],
  requestId: string,
): Promise<Sent> {
  const type = rendered.headers.find(([name]) => name === 'content-type')?.[1]
  const further = ['vary', varies, ...security, 'x-hiroba-cache', 'miss', 'x-request-id', requestId]
  if (!rendered.headers.some(([name]) => name === 'cache-control'))
    further.push('cache-control', 'no-cache')
  return sendRendered(res, rendered, encodings, isCompressible(type), further)
}
