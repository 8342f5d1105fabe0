import { communitiesHere } from '@hiroba/core/communities'
import { landing } from '#lib/landing.server.ts'
import { unsent } from '#lib/unsent.ts'
import type { PageServerLoad } from './$types'

/** A community's landing page, or what the installation's own address shows. */
export const load: PageServerLoad = async ({ locals }) => {
  const { hiroba, here, community } = locals.hiroba
  if (here && community)
    return unsent({ landing: await landing(here, community), communities: null })
  return unsent({ landing: null, communities: await communitiesHere(hiroba.lobby()) })
}
