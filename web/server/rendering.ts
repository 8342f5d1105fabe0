import { EventEmitter } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestContext } from './context.ts'

/** Kit's built server: adapter-node's `handler.js`. */
export type Handler = (
  req: IncomingMessage,
  res: ServerResponse,
  next: (error?: unknown) => void,
) => unknown

export type Rendered = { status: number; headers: [string, string][]; body: Buffer }

/** Larger pages are not gathered in memory. */
const largest = 16 * 1024 ** 2
const slowest = 30_000

/**
 * Renders a page for nobody in particular: Kit sees a request that we made, with nothing of the
 * visitor's headers but the language already chosen. So a cached page cannot carry anything of the
 * one who happened to ask first.
 */
export function render(handler: Handler, context: RequestContext, url: string): Promise<Rendered> {
  const { host, protocol } = new URL(context.origin)
  const req = Object.assign(new EventEmitter(), {
    method: 'GET',
    url,
    httpVersionMajor: 1,
    headers: {
      host,
      accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
      'accept-language': context.locale,
      cookie: `hiroba_lang=${context.locale}`,
      'x-hiroba-host': host,
      'x-hiroba-proto': protocol.slice(0, -1),
    },
    socket: {},
    readableEnded: true,
    readableAborted: false,
    destroyed: false,
    hiroba: context,
  })
  return new Promise((resolve, reject) => {
    const gathering = new Gathering(resolve, reject)
    const fail = (error: unknown) => reject(error ?? new Error('Kit did not answer'))
    const deadline = setTimeout(
      () => gathering.destroy(new Error('rendering took too long')),
      slowest,
    )
    gathering.once('close', () => clearTimeout(deadline))
    Promise.resolve(
      handler(req as unknown as IncomingMessage, gathering as unknown as ServerResponse, fail),
    ).catch((error: unknown) => gathering.destroy(error))
  })
}

/** As much of a `ServerResponse` as Kit writes to; it gathers instead of sending. */
class Gathering extends EventEmitter {
  statusCode = 200
  headersSent = false
  writableEnded = false
  destroyed = false
  readonly #headers = new Map<string, string | string[]>()
  readonly #chunks: Buffer[] = []
  #size = 0
  readonly #resolve: (rendered: Rendered) => void
  readonly #reject: (error: unknown) => void

  constructor(resolve: (rendered: Rendered) => void, reject: (error: unknown) => void) {
    super()
    this.#resolve = resolve
    this.#reject = reject
  }

  setHeader(name: string, value: string | number | string[]): this {
    this.#headers.set(name.toLowerCase(), Array.isArray(value) ? value : String(value))
    return this
  }

  getHeader(name: string) {
    return this.#headers.get(name.toLowerCase())
  }

  hasHeader(name: string): boolean {
    return this.#headers.has(name.toLowerCase())
  }

  removeHeader(name: string): void {
    this.#headers.delete(name.toLowerCase())
  }

  getHeaderNames(): string[] {
    return [...this.#headers.keys()]
  }

  writeHead(status: number, headers: Record<string, string | number> = {}): this {
    this.statusCode = status
    this.headersSent = true
    for (const [name, value] of Object.entries(headers)) this.setHeader(name, value)
    return this
  }

  write(chunk: string | Uint8Array): boolean {
    if (this.destroyed) return false
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk)
    this.#size += bytes.length
    if (this.#size > largest) {
      this.destroy(new Error('page larger than 16 MB'))
      return false
    }
    this.#chunks.push(bytes)
    return true
  }

  end(chunk?: string | Uint8Array): this {
    if (this.destroyed || this.writableEnded) return this
    if (chunk) this.write(chunk)
    this.writableEnded = true
    const headers = [...this.#headers].flatMap(([name, value]) =>
      [value].flat().map((one): [string, string] => [name, one]),
    )
    const body = this.#chunks.length === 1 ? this.#chunks[0]! : Buffer.concat(this.#chunks)
    this.#resolve({ status: this.statusCode, headers, body })
    this.emit('finish')
    this.emit('close')
    return this
  }

  destroy(error?: unknown): this {
    if (this.destroyed || this.writableEnded) return this
    this.destroyed = true
    this.#reject(error ?? new Error('the page broke off'))
    this.emit('close')
    return this
  }
}
