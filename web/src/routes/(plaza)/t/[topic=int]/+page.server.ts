import { redirect } from '@sveltejs/kit'
import { topicAddress } from '@hiroba/core/discussions'
import { found, page } from '#lib/page.ts'
import { linksOf } from '#lib/links.ts'
import type { PageServerLoadEvent } from './$types'

/** The number alone is an address too. A page, so that an unknown number gets a page that helps. */
export const load = page(async ({ params, url, locals }: PageServerLoadEvent, here) => {
  const topic = found(await topicAddress(here, params.topic), 'topic_unknown')
  redirect(301, linksOf(locals.hiroba.base).topic(topic) + url.search)
})
