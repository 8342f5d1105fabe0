import type { Reroute, Transport } from '@sveltejs/kit/hooks'
import { isUnsent } from '#lib/unsent.ts'

/** Routes are written without `/c/<slug>`; a community with its own hostname has no prefix at all. */
export const reroute: Reroute = ({ url }) => {
  const prefixed = /^\/c\/[^/]+(\/.*)?$/.exec(url.pathname)
  return prefixed ? (prefixed[1] ?? '/') : undefined
}

/** Pages that run no script in the browser need no copy of their data: see `unsent`. */
export const transport: Transport = {
  unsent: { encode: (value) => isUnsent(value), decode: () => undefined },
}
