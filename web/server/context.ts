import type { Hiroba } from '@hiroba/core'
import type { Community } from '@hiroba/core/communities'
import type { Here, Locale } from '@hiroba/core/platform'

/** What a page knows of its request: hung on Node's request, copied to `event.locals.hiroba`. */
export type RequestContext = {
  hiroba: Hiroba
  /** Null on the installation's own pages. */
  community: Community | null
  here: Here | null
  /** What stands before every link: nothing on a community's own hostname. */
  base: '' | `/c/${string}`
  locale: Locale
  /** Public origin without a trailing slash; never taken from the request's headers. */
  origin: string
  requestId: string
  /** Kit's route id, told by the hook: logs and figures go by it, never by the path. */
  route: string | null
  /** Writes a bug to the log under this request's id. */
  report(error: unknown): void
}

/** A request for a page, after its host, path and language are understood. */
export type Asked = {
  site: Site
  /** Path and query. */
  url: string
  /** What the cookie or the browser wants; '' when neither says a language we have. */
  language: Locale | ''
  requestId: string
}

/** Where a request arrived: the installation's default address, or a community's own hostname. */
export type Site = {
  /** First part of a cache key; no header can invent one. */
  key: string
  community: Community | null
  origin: string
}
