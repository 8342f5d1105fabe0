import { error, redirect } from '@sveltejs/kit'
import { pageOf, topicAddress, topicPage } from '@hiroba/core/discussions'
import { linksOf } from '#lib/links.ts'
import { found, page } from '#lib/page.ts'
import { beginningOf, structuredTopic } from '#lib/structured.ts'
import type { PageServerLoadEvent } from './$types'

export const load = page(async ({ params, url, locals }: PageServerLoadEvent, here) => {
  const link = linksOf(locals.hiroba.base)
  if (/^\d{1,9}$/.test(params.slug)) await leadToPost(Number(params.slug), params.topic)
  const asked = url.searchParams.get('page') ?? '1'
  if (!/^[1-9]\d{0,5}$/.test(asked)) error(404, 'page_unknown')
  const shown = await topicPage(here, params.topic, Number(asked))

  if (params.slug !== shown.topic.slug) {
    redirect(301, link.topicPage(shown.topic, shown.page))
  }
  const beginning = beginningOf(shown)
  const structured = structuredTopic(shown, beginning, (path) => locals.hiroba.origin + path, link)
  return { ...shown, beginning, ...(structured && { structured }) }

  /** `/t/12/3` is post 3 of topic 12, unless topic 3 is really called "12". */
  async function leadToPost(number: number, post: number) {
    const called = await topicAddress(here, post)
    if (called?.slug === params.slug) return
    const topic = found(await topicAddress(here, number), 'topic_unknown')
    redirect(302, `${link.topicPage(topic, pageOf(post))}#p${post}`)
  }
})
