import { redirect } from '@sveltejs/kit'
import { topicAddress } from '@hiroba/core/discussions'
import { answer, found } from '#lib/page.ts'
import { linksOf } from '#lib/links.ts'
import type { RequestEvent } from './$types'

/** The number alone is an address too. */
export const GET = answer(async ({ params, locals }: RequestEvent, here) => {
  const topic = found(await topicAddress(here, params.topic), 'topic_unknown')
  redirect(301, linksOf(locals.hiroba.base).topic(topic))
})
