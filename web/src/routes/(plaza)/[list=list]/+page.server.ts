import { redirect } from '@sveltejs/kit'
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
import type { Here } from '@hiroba/core/platform'
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
  // A quiet place has nothing to show for the usual month: the next longer time may have.
  if (params.list === 'top' && !url.searchParams.has('period') && !list.items.length) {
    const longer = await busyPeriod(here)
    if (longer) redirect(302, `${url.pathname}?period=${longer}`)
  }
  return {
    kind: params.list,
    period,
    list,
    isFirst: !after,
    aside: asideOf(categories, tags, total),
  }
})

async function busyPeriod(here: Here) {
  for (const period of ['year', 'all'] as const) {
    const { items } = await topTopics(here, { period, limit: 1 })
    if (items.length) return period
  }
  return null
}
