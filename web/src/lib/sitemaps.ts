import { xml } from './feeds.ts'

/** What the protocol (sitemaps.org) allows in one part; parts are ranges of topic numbers. */
export const addressesPerPart = 50_000

export function sitemapIndex(parts: string[]): Response {
  const items = parts.map((part) => `<sitemap><loc>${xml(part)}</loc></sitemap>\n`)
  return answerXml(`<sitemapindex xmlns="${space}">\n${items.join('')}</sitemapindex>\n`)
}

export function sitemapPart(addresses: { loc: string; at: Date | null }[]): Response {
  const items = addresses.map(
    ({ loc, at }) =>
      `<url><loc>${xml(loc)}</loc>${at ? `<lastmod>${at.toISOString()}</lastmod>` : ''}</url>\n`,
  )
  return answerXml(`<urlset xmlns="${space}">\n${items.join('')}</urlset>\n`)
}

const space = 'http://www.sitemaps.org/schemas/sitemap/0.9'

function answerXml(text: string): Response {
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${text}`, {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  })
}
