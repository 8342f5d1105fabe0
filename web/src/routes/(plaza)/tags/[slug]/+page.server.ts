import {
  categoriesHere,
  latestTopics,
  popularTags,
  tagBySlug,
  topicsCount,
} from '@hiroba/core/discussions'
import { asideOf } from '#lib/lists.ts'
import { found, page } from '#lib/page.ts'
import type { PageServerLoadEvent } from './$types'

export const load = page(async ({ params, url }: PageServerLoadEvent, here) => {
  const tag = found(await tagBySlug(here, params.slug), 'tag_unknown')
  const after = url.searchParams.get('after') ?? undefined
  const [list, categories, tags, total] = await Promise.all([
    latestTopics(here, { tag: params.slug, ...(after && { after }) }),
    categoriesHere(here),
    popularTags(here, 12),
    topicsCount(here),
  ])
  return { tag, list, isFirst: !after, aside: asideOf(categories, tags, total) }
})
