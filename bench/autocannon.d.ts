/** As much of autocannon as is used here; it brings no types of its own. */
declare module 'autocannon' {
  import type { EventEmitter } from 'node:events'

  type Request = { method?: 'GET'; path: string; headers?: Record<string, string> }
  type Client = { setRequests(requests: Request[]): void }
  type Options = {
    url: string
    connections: number
    /** Seconds. */
    duration: number
    /** Seconds until a request counts as lost. */
    timeout?: number
    headers?: Record<string, string>
    setupClient?(client: Client): void
  }
  type Result = {
    /** Seconds. */
    duration: number
    errors: number
    timeouts: number
    mismatches: number
  }
  const autocannon: (
    options: Options,
    done: (error: Error | null, result: Result) => void,
  ) => EventEmitter
  export default autocannon
}
