import { readerOf } from '#lib/reading.server.ts'
import { unsent } from '#lib/unsent.ts'
import type { LayoutServerLoad } from './$types'

/** Pages work without script: none is hydrated unless its own layout says so. */
export const csr = false

export const load: LayoutServerLoad = ({ locals, url, route }) =>
  unsent({ reader: readerOf(locals.hiroba, url, route.id) })
