import { communitiesHere } from '@hiroba/core/communities'
import type { RequestHandler } from './$types'

/** What robots need not read, and where the sitemaps are: one for each community of this address. */
export const GET: RequestHandler = async ({ locals }) => {
  const { hiroba, community, base, origin } = locals.hiroba
  const bases = community
    ? [base]
    : (await communitiesHere(hiroba.lobby()))
        .filter(({ hostname }) => !hostname)
        .map(({ slug }) => `/c/${slug}`)
  const lines = [
    'User-agent: *',
    'Disallow: /search',
    'Disallow: /language/',
    'Disallow: /c/*/search',
    'Disallow: /c/*/language/',
    ...bases.map((one) => `Sitemap: ${origin}${one}/sitemap.xml`),
  ]
  return new Response(`${lines.join('\n')}\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
}
