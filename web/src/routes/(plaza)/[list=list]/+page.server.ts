import {
  categoriesHere,
  latestTopics,
  popularTags,
  topicsCount,
  topTopics,
  unansweredTopics,
} from '@hiroba/core/discussions'
import { asideOf, periodOf } from '#lib/lists.ts'
import { page } from '#lib/page.ts'
import type { PageServerLoadEvent } from './$types'

export const load = page(async ({ params, url }: PageServerLoadEvent, here) => {
  const after = url.searchParams.get('after') ?? undefined
  const period = periodOf(url.searchParams.get('period'))
  const options = { ...(after && { after }) }
  const topics = {
    latest: () => latestTopics(here, options),
    top: () => topTopics(here, { ...options, period }),
    unanswered: () => unansweredTopics(here, options),
  }[params.list]
  const [list, categories, tags, total] = await Promise.all([
    topics(),
    categoriesHere(here),
    popularTags(here, 12),
    topicsCount(here),
  ])
  return {
    kind: params.list,
    period,
    list,
    isFirst: !after,
    aside: asideOf(categories, tags, total),
  }
})
