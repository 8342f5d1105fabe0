import { promisify } from 'node:util'
import zlib from 'node:zlib'
import type { Encoding } from './negotiation.ts'

const brotli = promisify(zlib.brotliCompress)
const gzip = promisify(zlib.gzip)
const zstd = promisify(zlib.zstdCompress)

/** Below this a body is not worth compressing: it fits into one packet anyway. */
export const smallest = 1024

export function isCompressible(type: string | undefined): boolean {
  return (
    type !== undefined &&
    /^(?:text\/(?!event-stream)|application\/(?:[\w.-]+\+)?(?:json|xml|javascript)|image\/svg)/.test(
      type,
    )
  )
}

/** Once, for everybody who comes later: small rather than quick (about 5 ms per 100 kB). */
export function compressWell(body: Buffer): Promise<Buffer> {
  return brotli(body, {
    params: {
      [zlib.constants.BROTLI_PARAM_QUALITY]: 5,
      [zlib.constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  })
}

/** For one answer that somebody waits for. */
export function compressFast(body: Buffer, encoding: Exclude<Encoding, 'br'>): Promise<Buffer> {
  if (encoding === 'gzip') return gzip(body, { level: 2 })
  return zstd(body, { params: { [zlib.constants.ZSTD_c_compressionLevel]: 1 } })
}

/** The quickest encoding a client takes. */
export function fastOf(encodings: readonly Encoding[]): 'zstd' | 'gzip' | null {
  if (encodings.includes('zstd')) return 'zstd'
  return encodings.includes('gzip') ? 'gzip' : null
}

export function compressingStream(encoding: 'zstd' | 'gzip') {
  if (encoding === 'gzip') return zlib.createGzip({ level: 2 })
  return zlib.createZstdCompress({ params: { [zlib.constants.ZSTD_c_compressionLevel]: 1 } })
}
