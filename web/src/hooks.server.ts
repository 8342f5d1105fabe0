import { isHttpError } from '@sveltejs/kit'
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks'
import { accentOf } from '#lib/accent.ts'

export const handle: Handle = ({ event, resolve }) => {
  const context = event.platform?.req.hiroba ?? developing()
  if (!context) throw new Error('A page was asked for outside of the server: see web/server.')
  event.locals.hiroba = context

  const { locale, community } = context
  const accent = accentOf(community)
  return resolve(event, {
    // First occurrence only: the words of members further down stay as they are.
    transformPageChunk: ({ html }) =>
      html
        .replace('%lang%', locale)
        .replace('%accent%', accent ? ` style="--accent: ${accent}"` : ''),
  })
}

/** A person reads `code` in their language; the cause of a bug goes to the log, never to the page. */
export const handleError: HandleServerError = ({ error, event, status }) => {
  const requestId = event.locals.hiroba?.requestId ?? ''
  if (isHttpError(error)) return { ...error.body, status, requestId, code: codeOf(error.body, status) }
  if (status === 404) return { message: 'page_unknown', code: 'page_unknown', status, requestId }
  console.error(JSON.stringify({ level: 'error', requestId, path: event.route.id, error: told(error) }))
  return { message: 'unexpected', code: 'unexpected', status, requestId }
}

function codeOf(body: { message: string }, status: number): string {
  if (/^[a-z_]+$/.test(body.message)) return body.message
  return status === 404 ? 'page_unknown' : 'unexpected'
}

function told(error: unknown) {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/** `vite dev` has no request of its own to hang the context on: its plugin keeps it here. */
function developing() {
  const storage = (globalThis as Record<symbol, unknown>)[Symbol.for('hiroba.developing')]
  return (storage as { getStore(): App.Locals['hiroba'] } | undefined)?.getStore()
}
