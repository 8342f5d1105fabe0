import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isRefusal } from '@hiroba/core/platform'
import type { Log, Metrics } from '@hiroba/core/telemetry'
import { mayReadMetrics, readiness } from './health.ts'
import { encodingsOf, languageWanted } from './negotiation.ts'
import { answerPage, cacheKey, contextOf, slugOf, urlForKit } from './pages.ts'
import { compressAnswer, insistOnHeaders, prepareRequest } from './passing-through.ts'
import { plainPage, type PlainAnswer } from './plain-answers.ts'
import { securityHeaders } from './security-headers.ts'
import { sendEntry } from './sending.ts'
import type { Asked, Site } from './context.ts'
import type { Serving } from './serving.ts'

/** Whoever carries this cookie is somebody, and gets pages made for them alone. */
export const sessionCookie = 'hiroba_session'

export type Answering = {
  log: Log
  metrics: Metrics
  publicUrl: string
  /** Null until the database answers for the first time. */
  serving(): Serving | null
}

const longestUrl = 8000
const largestBody = 50 * 1024 ** 2

/** The one listener of the server: the cache first, then everything that takes longer. */
export function answering(options: Answering) {
  const { log, metrics } = options
  const nextId = requestIds()
  const early = Object.entries(securityHeaders(options.publicUrl)).flat()
  const isLogged = log.isLevelEnabled('info')
  let inFlight = 0
  metrics.watchRequests(() => inFlight)

  function done(
    started: number,
    id: string,
    method: string | undefined,
    route: string,
    { status, bytes, cache }: { status: number; bytes: number; cache: string },
  ) {
    inFlight--
    const ms = performance.now() - started
    metrics.request({ route, status, seconds: ms / 1000, cache })
    if (isLogged)
      log.info({ id, method, route, status, ms: Math.round(ms * 100) / 100, bytes, cache })
  }

  return (req: IncomingMessage, res: ServerResponse): void => {
    const started = performance.now()
    inFlight++
    const { headers, method } = req
    const url = req.url ?? ''
    const given = headers['x-request-id']
    const id = typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : nextId()
    const serving = options.serving()

    const site = serving?.sites.of(headers.host)
    const isForGuest = (method === 'GET' || method === 'HEAD') && site && isGuest(headers)
    if (serving && isForGuest) {
      const language = languageWanted(headers as { cookie?: string })
      const asked: Asked = { site, url, language, requestId: id }
      const entry = serving.cache.find(cacheKey(asked))
      if (entry) {
        const encodings = encodingsOf(headers['accept-encoding'] as string | undefined)
        if (!entry.compressible || encodings.length === 0 || entry.bodies[encodings[0]!]) {
          const { security } = serving
          const sent = sendEntry(
            res,
            entry,
            encodings,
            headers['if-none-match'],
            security,
            'hit',
            id,
          )
          done(started, id, method, entry.route, { ...sent, cache: 'hit' })
          return
        }
      }
    }
    answer(req, res, serving, id)
      .catch((error: unknown) => failed(serving, req, res, id, error))
      .then((answered) => done(started, id, method, answered.route, answered))
      .catch((error: unknown) => log.error({ err: error, id }, 'answering failed'))
  }

  type Answered = { status: number; bytes: number; cache: string; route: string }

  async function answer(
    req: IncomingMessage,
    res: ServerResponse,
    serving: Serving | null,
    id: string,
  ): Promise<Answered> {
    const url = req.url ?? ''
    if (url === '/healthz') return text(res, id, '/healthz', 200, 'ok\n')
    if (url === '/readyz') {
      const state = await readiness(serving)
      const type = 'application/json'
      return text(res, id, '/readyz', state.ready ? 200 : 503, `${JSON.stringify(state)}\n`, type)
    }
    if (url === '/metrics' && (serving?.openMetrics || mayReadMetrics(req)))
      return text(res, id, '/metrics', 200, await metrics.text(), metrics.contentType)

    if (url.length > longestUrl) return plain(req, res, id, 414, 'too_long')
    if (!isWellFormed(url)) return plain(req, res, id, 400, 'malformed')
    if (!serving) return plain(req, res, id, 503, 'starting')
    const site = serving.sites.of(req.headers.host)
    if (!site) return plain(req, res, id, 400, 'malformed')
    if (Number(req.headers['content-length'] ?? 0) > largestBody)
      return plain(req, res, id, 413, 'too_large')

    const path = url.split('?', 1)[0]!
    const language = languageWanted(req.headers as { cookie?: string })
    const asked: Asked = { site, url, language, requestId: id }
    const isFile = serving.files.has(path)
    if (!isFile && !serving.isDatabaseUp()) return plain(req, res, id, 503, 'unavailable')
    const moved = isFile ? null : homeOf(serving, site, url)
    if (moved) return redirect(res, id, moved)

    const isRead = req.method === 'GET' || req.method === 'HEAD'
    if (isRead && !isFile && isGuest(req.headers)) {
      const encodings = encodingsOf(req.headers['accept-encoding'] as string | undefined)
      const ifNoneMatch = req.headers['if-none-match']
      const answered = await answerPage(serving, asked, res, { encodings, ifNoneMatch })
      return { ...answered, route: answered.route ?? 'unknown' }
    }
    return passThrough(serving, asked, req, res, isFile)
  }

  async function passThrough(
    serving: Serving,
    asked: Asked,
    req: IncomingMessage,
    res: ServerResponse,
    isFile: boolean,
  ): Promise<Answered> {
    const context = await contextOf(serving, asked)
    prepareRequest(req, context, urlForKit(context, asked.url))
    insistOnHeaders(res, {
      ...securityHeaders(serving.publicUrl),
      'x-request-id': asked.requestId,
      ...(!isFile && { 'cache-control': 'private, no-store' }),
    })
    if (!isFile) compressAnswer(req, res)
    const closed = new Promise<void>((resolve) => res.once('close', resolve))
    const before = req.socket.bytesWritten
    await serving.handler(req, res, () => plain(req, res, asked.requestId, 404, 'malformed'))
    await closed
    const status = res.writableFinished ? res.statusCode : 499
    const bytes = Math.max(0, req.socket.bytesWritten - before)
    return { status, bytes, cache: '', route: isFile ? 'file' : (context.route ?? 'unknown') }
  }

  /** A bug, or the database going away in the middle: the one is logged, both are told kindly. */
  async function failed(
    serving: Serving | null,
    req: IncomingMessage,
    res: ServerResponse,
    id: string,
    error: unknown,
  ): Promise<Answered> {
    if (!isRefusal(error)) log.error({ err: error, id }, 'request failed')
    if (res.headersSent) {
      res.destroy()
      return { status: 499, bytes: 0, cache: '', route: 'unknown' }
    }
    const isUp = !isRefusal(error) && (await serving?.databaseAnswers())
    return plain(req, res, id, isUp ? 500 : 503, isUp ? 'broken' : 'unavailable')
  }

  function plain(
    req: IncomingMessage,
    res: ServerResponse,
    id: string,
    status: number,
    answer: PlainAnswer,
  ): Answered {
    const locale = languageWanted(req.headers as { cookie?: string }) || 'en'
    const body = plainPage(answer, locale, id)
    const headers = ['content-type', 'text/html; charset=utf-8', 'cache-control', 'no-store']
    headers.push('content-length', String(body.length), 'x-request-id', id, ...early)
    if (status === 503) headers.push('retry-after', answer === 'starting' ? '1' : '5')
    // What was sent is not read to its end, so the connection cannot be used again.
    if (status === 413) headers.push('connection', 'close')
    res.writeHead(status, headers).end(body)
    return { status, bytes: body.length, cache: '', route: answer }
  }

  function text(
    res: ServerResponse,
    id: string,
    route: string,
    status: number,
    body: string,
    type = 'text/plain',
  ): Answered {
    const bytes = Buffer.byteLength(body)
    const contentType = type.includes('charset') ? type : `${type}; charset=utf-8`
    res
      .writeHead(status, [
        'content-type',
        contentType,
        'content-length',
        String(bytes),
        'cache-control',
        'no-store',
        'x-request-id',
        id,
        ...early,
      ])
      .end(body)
    return { status, bytes, cache: '', route }
  }

  function redirect(res: ServerResponse, id: string, location: string): Answered {
    const headers = ['location', location, 'content-length', '0', 'x-request-id', id, ...early]
    res.writeHead(301, headers).end()
    return { status: 301, bytes: 0, cache: '', route: 'community_home' }
  }
}

/** On a community's own hostname `/c/<slug>` is another address of the same thing, or another's. */
function homeOf(serving: Serving, site: Site, url: string): string | null {
  const slug = site.community ? slugOf(url) : null
  const community = slug === null ? undefined : serving.sites.bySlug(slug)
  return community
    ? serving.sites.addressOf(community, url.slice(`/c/${slug}`.length) || '/')
    : null
}

/**
 * Nobody we know, asking for a page as browsers and readers of feeds do. Another `Accept` (JSON, a
 * stream of events) is not answered from a cache of pages.
 */
function isGuest(headers: IncomingMessage['headers']): boolean {
  const { cookie, accept, authorization } = headers
  return (
    (cookie === undefined || !cookie.includes(`${sessionCookie}=`)) &&
    authorization === undefined &&
    (accept === undefined ||
      accept.includes('text/html') ||
      accept.includes('*/*') ||
      accept.includes('xml'))
  )
}

/** A path and a query in valid percent-encoding; PostgreSQL cannot hold a NUL. */
function isWellFormed(url: string): boolean {
  if (!url.startsWith('/') || url.startsWith('//') || url.includes('\\')) return false
  if (!url.includes('%')) return true
  if (url.includes('%00')) return false
  try {
    decodeURI(url)
    return true
  } catch {
    return false
  }
}

/** Short and unique: a random beginning per process, then a number. */
function requestIds(): () => string {
  const start = randomBytes(6).toString('base64url').replaceAll(/[-_]/g, '0')
  let count = 0
  return () => `${start}-${(++count).toString(36).padStart(6, '0')}`
}
