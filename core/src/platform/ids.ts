import { hash, randomBytes } from 'node:crypto'

/**
 * A UUIDv7 (RFC 9562, section 5.7) whose first 48 bits are the *true* time of the thing in
 * milliseconds, so that ids sort by when things happened, imported ones too.
 */
export function newId(at: Date): string {
  return uuid7(at, randomBytes(10))
}

/**
 * The id of an imported thing: time bits as in `newId`, the random bits drawn from its source and
 * its name there, so that importing again makes the same rows. Unknown time: pass `new Date(0)`.
 */
export function derivedId(at: Date, ...origin: (string | number)[]): string {
  return uuid7(at, hash('sha256', origin.join('\u0000'), 'buffer'))
}

function uuid7(at: Date, random: Uint8Array): string {
  const bytes = Buffer.alloc(16)
  bytes.writeUIntBE(Math.max(0, Math.min(at.getTime(), 2 ** 48 - 1)), 0, 6)
  bytes.set(random.subarray(0, 10), 6)
  bytes[6] = 0x70 | (bytes[6]! & 0x0f)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
