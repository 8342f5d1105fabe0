import { categoriesHere, popularTags } from '@hiroba/core/discussions'
import { linksOf } from '#lib/links.ts'
import { answer } from '#lib/page.ts'
import { sitemapPart } from '#lib/sitemaps.ts'
import type { RequestEvent } from './$types'

/** What is no topic: the landing page, the lists, categories and tags. */
export const GET = answer(async ({ locals }: RequestEvent, here) => {
  const { origin, base } = locals.hiroba
  const link = linksOf(base)
  const [categories, tags] = await Promise.all([categoriesHere(here), popularTags(here, 200)])
  const paths = [
    link.home,
    ...['/latest', '/top', '/unanswered', '/categories', '/people', '/pulse'].map(link.to),
    ...categories.map(link.category),
    ...tags.map(link.tag),
  ]
  return sitemapPart(paths.map((path) => ({ loc: origin + path, at: null })))
})
