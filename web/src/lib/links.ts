/** Addresses of the plaza, inside the community: `base` is '' or '/c/<slug>'. */
export type Links = ReturnType<typeof linksOf>

type Numbered = { number: number; slug: string }

export function linksOf(base: string) {
  const topic = ({ number, slug }: Numbered) => `${base}/t/${part(slug)}/${number}`
  return {
    base,
    to: (path: string) => base + path,
    home: base || '/',
    topic,
    /** A page of a topic; the first has no number, so that it has one address only. */
    topicPage: (one: Numbered, page: number) => topic(one) + (page > 1 ? `?page=${page}` : ''),
    /** The address of a post that holds for ever. */
    post: (one: Numbered, number: number) => `${topic(one)}/${number}`,
    category: ({ number, slug }: Numbered) => `${base}/categories/${number}/${part(slug)}`,
    tag: ({ slug }: { slug: string }) => `${base}/tags/${part(slug)}`,
    person: ({ handle }: { handle: string }) => `${base}/people/${part(handle)}`,
    search: (query?: string) => `${base}/search${query ? `?q=${encodeURIComponent(query)}` : ''}`,
    language: (locale: string, back: string) =>
      `${base}/language/${locale}?to=${encodeURIComponent(back)}`,
  }
}

/** A segment of a path. Most slugs are plain already, and looking is ten times cheaper than coding. */
function part(text: string): string {
  return /^[\w.~-]+$/.test(text) ? text : encodeURIComponent(text)
}

/** Stored HTML calls the community `~`: here it gets the place where it really stands. */
export function withBase(html: string, base: string): string {
  return html.includes('="~/') ? html.replaceAll('="~/', `="${base}/`) : html
}

/** Where a reader may be sent back to: a path of this very site, else its front. */
export function safeReturn(to: string | null): string {
  if (!to || !/^\/(?![/\\])/.test(to) || /[\u0000-\u0020\\]/.test(to)) return '/'
  return to
}

/** An address with some of its query changed; null removes. */
export function withQuery(
  url: { pathname: string; search: string },
  changes: Record<string, string | null>,
): string {
  const query = new URLSearchParams(url.search)
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) query.delete(name)
    else query.set(name, value)
  }
  const text = query.toString()
  return url.pathname + (text ? `?${text}` : '')
}
