import { categoryByNumber, newestPosts } from '@hiroba/core/discussions'
import { feedResponse } from '#lib/feeds.ts'
import { answer, found } from '#lib/page.ts'
import { readerOf } from '#lib/reading.server.ts'
import { feedOf } from '#lib/topic-feeds.server.ts'
import type { RequestEvent } from './$types'

export const GET = answer(async (event: RequestEvent, here) => {
  const { number, format } = event.params
  const category = found(await categoryByNumber(here, number), 'category_unknown')
  const { link, categoryName } = readerOf(event.locals.hiroba, event.url, null)
  const feed = feedOf(event, await newestPosts(here, { category: number }), {
    path: link.category(category),
    title: (say, name) => say('feed.category', { name, category: categoryName(category) }),
  })
  return feedResponse(feed, format)
})
