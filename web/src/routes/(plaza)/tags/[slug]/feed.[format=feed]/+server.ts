import { newestPosts, tagBySlug } from '@hiroba/core/discussions'
import { feedResponse } from '#lib/feeds.ts'
import { linksOf } from '#lib/links.ts'
import { answer, found } from '#lib/page.ts'
import { feedOf } from '#lib/topic-feeds.server.ts'
import type { RequestEvent } from './$types'

export const GET = answer(async (event: RequestEvent, here) => {
  const tag = found(await tagBySlug(here, event.params.slug), 'tag_unknown')
  const feed = feedOf(event, await newestPosts(here, { tag: tag.slug }), {
    path: linksOf(event.locals.hiroba.base).tag(tag),
    title: (say, name) => say('feed.tag', { name, tag: tag.name }),
  })
  return feedResponse(feed, event.params.format)
})
