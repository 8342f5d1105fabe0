import { topicAddresses } from '@hiroba/core/discussions'
import { linksOf } from '#lib/links.ts'
import { answer } from '#lib/page.ts'
import { addressesPerPart, sitemapPart } from '#lib/sitemaps.ts'
import type { RequestEvent } from './$types'

/** Topics after the number in the address. */
export const GET = answer(async ({ params, locals }: RequestEvent, here) => {
  const link = linksOf(locals.hiroba.base)
  const { items } = await topicAddresses(here, { after: params.part, limit: addressesPerPart })
  return sitemapPart(
    items.map((topic) => ({ loc: locals.hiroba.origin + link.topic(topic), at: topic.lastAt })),
  )
})
