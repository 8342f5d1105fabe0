import type { IncomingMessage } from 'node:http'
import type { RequestContext } from '../server/context.ts'

declare global {
  namespace App {
    interface Locals {
      hiroba: RequestContext
    }
    /** As much of an event as a page needs that takes nothing from its address. */
    type PlazaEvent = { locals: Locals }
    interface Platform {
      req: IncomingMessage & { hiroba?: RequestContext }
    }
    interface Error {
      /** What happened, as a key of the error words: `topic_unknown`, `unexpected`. */
      code?: string
      /** For support: the id under which the log has the cause. */
      requestId?: string
    }
  }
}
