import { search } from '@hiroba/core/search'
import { page } from '#lib/page.ts'
import { hintsShown } from '#lib/searching.ts'
import type { PageServerLoadEvent } from './$types'

const perPage = 20

export const load = page(async ({ url, locals }: PageServerLoadEvent, here) => {
  const query = (url.searchParams.get('q') ?? '').trim().slice(0, 500)
  const offset = Math.min(2000, Math.max(0, Number(url.searchParams.get('from')) || 0))
  if (!query) return { query, found: null, hints: [], offset }
  const { locale } = locals.hiroba
  const found = await search(here, { query, lang: locale, limit: perPage, offset })
  return { query, found, hints: hintsShown(query, found.hints), offset }
})
