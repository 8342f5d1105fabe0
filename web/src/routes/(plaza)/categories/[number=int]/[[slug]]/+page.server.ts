import { redirect } from '@sveltejs/kit'
import {
  categoriesHere,
  categoryByNumber,
  latestTopics,
  popularTags,
  topicsCount,
} from '@hiroba/core/discussions'
import { asideOf } from '#lib/lists.ts'
import { linksOf } from '#lib/links.ts'
import { found, page } from '#lib/page.ts'
import type { PageServerLoadEvent } from './$types'

export const load = page(async ({ params, url, locals }: PageServerLoadEvent, here) => {
  const category = found(await categoryByNumber(here, params.number), 'category_unknown')
  if (params.slug !== category.slug) {
    redirect(301, linksOf(locals.hiroba.base).category(category) + url.search)
  }

  const after = url.searchParams.get('after') ?? undefined
  const [list, categories, tags, total] = await Promise.all([
    latestTopics(here, { category: params.number, ...(after && { after }) }),
    categoriesHere(here),
    popularTags(here, 12),
    topicsCount(here),
  ])
  return { category, list, isFirst: !after, aside: asideOf(categories, tags, total) }
})
