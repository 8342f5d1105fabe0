import type { Handle, HandleServerError } from '@sveltejs/kit/hooks'
import { accentOf } from '#lib/accent.ts'

export const handle: Handle = ({ event, resolve }) => {
  const context = event.platform?.req.hiroba ?? developing()
  if (!context) throw new Error('A page was asked for outside of the server: see web/server.')
  event.locals.hiroba = context
  context.route = event.route.id

  const { locale, community } = context
  const accent = accentOf(community)
  const style = accent ? ` style="--accent: ${accent}"` : ''
  return resolve(event, {
    // Both stand at the beginning: the words of members further down are neither searched nor changed.
    transformPageChunk: ({ html }) =>
      html.slice(0, 100).replace('%lang%', locale).replace('%accent%', style) + html.slice(100),
  })
}

/** A person reads `code` in their language; the cause of a bug goes to the log, never to the page. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  const context = event.locals.hiroba
  const requestId = context?.requestId ?? ''
  switch (kind) {
    case 'app':
      return { ...error, code: error.message, requestId }
    case 'framework':
    case 'validation':
      return { ...error, code: codeOf(error.status, event.url.pathname), requestId }
    default:
      context?.report(error)
      return { status: 500, message: 'unexpected', code: 'unexpected', requestId }
  }
}

function codeOf(status: number, pathname: string): string {
  // So the server calls what stands under a community that does not exist.
  if (pathname === '/c-unknown') return 'community_unknown'
  return status === 404 ? 'page_unknown' : 'invalid'
}

/** `vite dev` has no request of its own to hang the context on: its plugin keeps it here. */
function developing() {
  const storage = (globalThis as Record<symbol, unknown>)[Symbol.for('hiroba.developing')]
  return (storage as { getStore(): App.Locals['hiroba'] } | undefined)?.getStore()
}
