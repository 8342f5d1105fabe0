import { safeReturn } from '#lib/links.ts'
import type { RequestHandler } from './$types'

const year = 365 * 24 * 3600

/** Keeps the language a person chose, and leads back to where they were: never to another site. */
export const GET: RequestHandler = ({ params, url, locals }) => {
  const secure = locals.hiroba.origin.startsWith('https:') ? '; Secure' : ''
  return new Response(null, {
    status: 303,
    headers: {
      location: safeReturn(url.searchParams.get('to')),
      'set-cookie': `hiroba_lang=${params.language}; Path=/; Max-Age=${year}; SameSite=Lax${secure}`,
      'cache-control': 'no-store',
    },
  })
}
