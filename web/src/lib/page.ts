import { error } from '@sveltejs/kit'
import { isRefusal, type Here, type Refusal } from '@hiroba/core/platform'
import { unsent } from './unsent.ts'

type Asked = { locals: App.Locals }

/**
 * A `load` of a page inside a community. Its data is for the server's rendering only, and a Refusal
 * becomes the status and code that the error page puts into words.
 */
export function page<Event extends Asked, Data extends object>(
  load: (event: Event, here: Here) => Promise<Data>,
): (event: Event) => Promise<Data> {
  return async (event) => unsent(await answered(event, load))
}

/** The same for what is not a page: feeds, sitemaps, redirects. */
export function answer<Event extends Asked>(
  respond: (event: Event, here: Here) => Promise<Response>,
): (event: Event) => Promise<Response> {
  return (event) => answered(event, respond)
}

async function answered<Event extends Asked, Result>(
  event: Event,
  ask: (event: Event, here: Here) => Promise<Result>,
): Promise<Result> {
  const { here } = event.locals.hiroba
  if (!here) error(404, 'community_unknown')
  try {
    return await ask(event, here)
  } catch (thrown) {
    if (isRefusal(thrown)) refuse(thrown)
    throw thrown
  }
}

const statuses = {
  invalid: 400,
  not_found: 404,
  not_allowed: 403,
  conflict: 409,
  too_many: 429,
  unavailable: 503,
} as const

function refuse({ kind, code }: Refusal): never {
  error(statuses[kind], code)
}

/** What must exist for the page to. */
export function found<T>(thing: T | null | undefined, code: string): T {
  if (thing == null) error(404, code)
  return thing
}
