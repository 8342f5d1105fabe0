import { newestPosts, topicAddress } from '@hiroba/core/discussions'
import { feedResponse } from '#lib/feeds.ts'
import { linksOf } from '#lib/links.ts'
import { answer, found } from '#lib/page.ts'
import { feedOf } from '#lib/topic-feeds.server.ts'
import type { RequestEvent } from './$types'

export const GET = answer(async (event: RequestEvent, here) => {
  const { topic, format } = event.params
  const address = found(await topicAddress(here, topic), 'topic_unknown')
  const posts = await newestPosts(here, { topic })
  const feed = feedOf(event, posts, {
    path: linksOf(event.locals.hiroba.base).topic(address),
    title: (say) => say('feed.topic', { title: posts[0]?.topicTitle ?? address.slug }),
  })
  return feedResponse(feed, format)
})
