import type { IncomingMessage, ServerResponse } from 'node:http'
import { compressingStream, fastOf, isCompressible, smallest } from './compression.ts'
import { encodingsOf } from './negotiation.ts'
import type { RequestContext } from './context.ts'

/**
 * Makes a real request ready for Kit: what forwards may have claimed is dropped, host and protocol
 * are those of the site, and the context is hung on.
 */
export function prepareRequest(req: IncomingMessage, context: RequestContext, url: string): void {
  const { host, protocol } = new URL(context.origin)
  for (const name of Object.keys(req.headers))
    if (name.startsWith('x-forwarded-') || name === 'forwarded' || name === 'x-real-ip')
      delete req.headers[name]
  req.headers.host = host
  req.headers['x-hiroba-host'] = host
  req.headers['x-hiroba-proto'] = protocol.slice(0, -1)
  req.url = url
  Object.assign(req, { hiroba: context })
}

/** Sets headers that nobody behind us may change. */
export function insistOnHeaders(res: ServerResponse, headers: Record<string, string>): void {
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value)
  const setHeader = res.setHeader.bind(res)
  res.setHeader = (name, value) => {
    const lower = name.toLowerCase()
    if (lower in headers || lower === 'x-sveltekit-page') return res
    return setHeader(name, value)
  }
}

/**
 * Compresses what is written to an answer as it comes, when the client takes it and it is text.
 * Streams of events are left alone: they must not wait for a full block.
 */
export function compressAnswer(req: IncomingMessage, res: ServerResponse): void {
  const fast = fastOf(encodingsOf(req.headers['accept-encoding'] as string | undefined))
  if (!fast || req.method === 'HEAD') return
  const writeHead = res.writeHead.bind(res) as (...args: unknown[]) => ServerResponse
  res.writeHead = ((status: number, ...rest: unknown[]) => {
    res.writeHead = writeHead as typeof res.writeHead
    const headers = rest.at(-1)
    if (typeof headers === 'object' && headers !== null && !Array.isArray(headers)) {
      for (const [name, value] of Object.entries(headers)) res.setHeader(name, value as string)
      rest.pop()
    }
    if (status !== 204 && status !== 304 && isWorthIt(res)) writeThrough(res, fast)
    return writeHead(status, ...rest)
  }) as typeof res.writeHead
}

function isWorthIt(res: ServerResponse): boolean {
  const length = res.getHeader('content-length')
  return (
    !res.hasHeader('content-encoding') &&
    !res.hasHeader('content-range') &&
    isCompressible(res.getHeader('content-type')?.toString()) &&
    (length === undefined || Number(length) >= smallest)
  )
}

function writeThrough(res: ServerResponse, encoding: 'zstd' | 'gzip'): void {
  res.setHeader('content-encoding', encoding)
  res.appendHeader('vary', 'accept-encoding')
  res.removeHeader('content-length')
  const stream = compressingStream(encoding)
  const write = res.write.bind(res) as (chunk: unknown) => boolean
  const end = res.end.bind(res) as () => ServerResponse
  stream.on('data', (chunk) => {
    if (!write(chunk)) stream.pause()
  })
  res.on('drain', () => stream.resume())
  stream.on('end', end)
  stream.on('error', () => res.destroy())
  res.on('close', () => stream.destroy())
  res.write = ((chunk: string | Uint8Array) => {
    const flows = stream.write(chunk)
    if (!flows) stream.once('drain', () => res.emit('drain'))
    return flows
  }) as typeof res.write
  res.end = ((chunk?: string | Uint8Array) => {
    stream.end(chunk)
    return res
  }) as typeof res.end
}
