import { topicAddresses } from '@hiroba/core/discussions'
import { answer } from '#lib/page.ts'
import { addressesPerPart, sitemapIndex } from '#lib/sitemaps.ts'
import type { RequestEvent } from './$types'

/**
 * The parts of the sitemap: one of the places that stay, and then 50,000 topics each. A part is
 * named by the topic number it begins after, so that it is found by an index and hardly moves.
 */
export const GET = answer(async ({ locals }: RequestEvent, here) => {
  const { origin, base } = locals.hiroba
  const parts = [`${origin}${base}/sitemap-places.xml`]
  for (let after: string | null = '0'; after !== null;) {
    parts.push(`${origin}${base}/sitemap-${after}.xml`)
    const { next } = await topicAddresses(here, { after: Number(after), limit: addressesPerPart })
    after = next
  }
  return sitemapIndex(parts)
})
