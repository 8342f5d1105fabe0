import { redirect } from '@sveltejs/kit'
import { pageOf } from '@hiroba/core/discussions'
import { answer } from '#lib/page.ts'
import { linksOf } from '#lib/links.ts'
import type { RequestEvent } from './$types'

/** The address of a post that holds for ever leads to the page the post is on. */
export const GET = answer(async ({ params, locals }: RequestEvent) => {
  const link = linksOf(locals.hiroba.base)
  const topic = { number: params.topic, slug: params.slug }
  redirect(302, `${link.topicPage(topic, pageOf(Math.max(1, params.post)))}#p${params.post}`)
})
