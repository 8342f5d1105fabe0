import { memberPage } from '@hiroba/core/discussions'
import { page } from '#lib/page.ts'
import type { PageServerLoadEvent } from './$types'

export const load = page(async ({ params, url }: PageServerLoadEvent, here) => {
  const after = url.searchParams.get('after') ?? undefined
  return {
    ...(await memberPage(here, params.handle, { ...(after && { after }) })),
    isFirst: !after,
  }
})
