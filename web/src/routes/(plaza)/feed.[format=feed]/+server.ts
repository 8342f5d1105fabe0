import { newestPosts } from '@hiroba/core/discussions'
import { feedResponse } from '#lib/feeds.ts'
import { linksOf } from '#lib/links.ts'
import { answer } from '#lib/page.ts'
import { feedOf } from '#lib/topic-feeds.server.ts'
import type { RequestEvent } from './$types'

export const GET = answer(async (event: RequestEvent, here) => {
  const feed = feedOf(event, await newestPosts(here, {}), {
    path: linksOf(event.locals.hiroba.base).home,
    title: (say, name) => say('feed.site', { name }),
  })
  return feedResponse(feed, event.params.format)
})
