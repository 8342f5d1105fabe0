/** A feed, whichever way it is written. Addresses are whole. */
export type Feed = {
  title: string
  /** The page it speaks of. */
  page: string
  /** Its own address. */
  self: string
  lang: string
  updated: Date
  entries: FeedEntry[]
}

export type FeedEntry = {
  /** Never changes, so that nothing is read twice. */
  id: string
  title: string
  link: string
  author: string
  at: Date
  lang: string | null
  /** HTML, already safe. */
  html: string
}

export function feedResponse(feed: Feed, format: 'xml' | 'atom'): Response {
  const isAtom = format === 'atom'
  return new Response(isAtom ? atom(feed) : rss(feed), {
    headers: {
      'content-type': `application/${isAtom ? 'atom' : 'rss'}+xml; charset=utf-8`,
      'last-modified': feed.updated.toUTCString(),
    },
  })
}

export function rss({ title, page, self, lang, updated, entries }: Feed): string {
  const items = entries.map(
    (entry) => `<item>
<title>${xml(entry.title)}</title>
<link>${xml(entry.link)}</link>
<guid isPermaLink="false">${xml(entry.id)}</guid>
<dc:creator>${xml(entry.author)}</dc:creator>
<pubDate>${entry.at.toUTCString()}</pubDate>
<description>${xml(entry.html)}</description>
</item>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${xml(title)}</title>
<link>${xml(page)}</link>
<description>${xml(title)}</description>
<language>${xml(lang)}</language>
<lastBuildDate>${updated.toUTCString()}</lastBuildDate>
<atom:link href="${xml(self)}" rel="self" type="application/rss+xml"/>
${items.join('\n')}
</channel>
</rss>
`
}

export function atom({ title, page, self, lang, updated, entries }: Feed): string {
  const items = entries.map(
    (entry) => `<entry${entry.lang ? ` xml:lang="${xml(entry.lang)}"` : ''}>
<id>${xml(entry.id)}</id>
<title>${xml(entry.title)}</title>
<link rel="alternate" type="text/html" href="${xml(entry.link)}"/>
<author><name>${xml(entry.author)}</name></author>
<published>${entry.at.toISOString()}</published>
<updated>${entry.at.toISOString()}</updated>
<content type="html">${xml(entry.html)}</content>
</entry>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(lang)}">
<id>${xml(page)}</id>
<title>${xml(title)}</title>
<link rel="alternate" type="text/html" href="${xml(page)}"/>
<link rel="self" type="application/atom+xml" href="${xml(self)}"/>
<updated>${updated.toISOString()}</updated>
${items.join('\n')}
</feed>
`
}

/** Text as XML 1.0 may hold it: its own signs written out, characters it has no room for left out. */
export function xml(text: string): string {
  return text
    .replace(/[&<>"']/g, (sign) => signs[sign as keyof typeof signs])
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '',
    )
}

const signs = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
