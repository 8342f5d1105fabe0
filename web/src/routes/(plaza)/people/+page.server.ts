import { writersHere } from '@hiroba/core/discussions'
import { page } from '#lib/page.ts'
import type { PageServerLoadEvent } from './$types'

export const load = page(async ({ url }: PageServerLoadEvent, here) => {
  const after = url.searchParams.get('after') ?? undefined
  return { list: await writersHere(here, { ...(after && { after }) }), isFirst: !after }
})
