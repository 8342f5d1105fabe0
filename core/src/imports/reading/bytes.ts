import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { createGunzip } from 'node:zlib'
import { Refusal } from '../../platform/refusal.ts'
import { Unreadable } from './rejects.ts'

export type ReadOptions = {
  /** Told how much of the source was read, 0 to 1. */
  onRead?: (share: number) => void
  /** The time that dates are held against. */
  now?: Date
}

/** Deflate reaches 1,032 to 1; real forums stay below 50 to 1. */
const bombRatio = 250
const bombFloor = 64 * 2 ** 20
const chunkSize = 32 * 2 ** 10

/** What a path leads to. Throws `not_found import_source_not_found`. */
export async function sourceAt(path: string) {
  try {
    return await stat(path)
  } catch {
    throw new Refusal('not_found', 'import_source_not_found', { path })
  }
}

/**
 * The bytes of a file, decompressed if it is gzip (known by its first bytes, not its name). Throws
 * `Unreadable` where they end too early, after everything that could be had.
 */
export async function* contentOf(path: string, options: ReadOptions): AsyncGenerator<Buffer> {
  const raw = rawBytes(path, options)
  if (await isGzip(path)) yield* gunzipped(raw)
  else yield* raw
}

async function isGzip(path: string) {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0)
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b
  } finally {
    await file.close()
  }
}

async function* rawBytes(path: string, { onRead }: ReadOptions): AsyncGenerator<Buffer> {
  const { size } = await stat(path)
  let read = 0
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: chunkSize })) {
      read += chunk.length
      yield chunk
      onRead?.(size === 0 ? 1 : Math.min(1, read / size))
    }
  } catch (failure) {
    throw new Unreadable('unreadable', (failure as Error).message)
  }
}

/**
 * Node's gunzip drops what it holds when it fails, so the next piece is given only when the last one
 * has come out whole: nothing before a truncation is lost, and never more than a piece is held.
 */
async function* gunzipped(raw: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: 2 * chunkSize })
  const out: Buffer[] = []
  let failure: Error | undefined
  let taken = 0
  let given = 0
  gunzip.on('data', (chunk: Buffer) => out.push(chunk))
  gunzip.on('error', (error) => (failure = error))
  const ended = new Promise<void>((resolve) => gunzip.on('close', resolve))

  // Node forgets the callback of a write that fails
  const write = (piece: Buffer) =>
    new Promise<void>((resolve) => {
      gunzip.write(piece, () => resolve())
      void ended.then(resolve)
    })
  const whole = async (written: Promise<void> | undefined) => {
    await written
    while (gunzip.readableLength > 0 && !failure) await setImmediate()
    for (const chunk of out) given += chunk.length
    if (given > bombFloor && given > taken * bombRatio)
      throw new Unreadable('gzip_bomb', `${given} bytes came out of ${taken}`)
    return out.splice(0)
  }

  try {
    let written: Promise<void> | undefined
    for await (const piece of raw) {
      const ready = await whole(written)
      if (failure) break
      taken += piece.length
      // Decompressed on another thread while the last piece is worked on here
      written = write(piece)
      yield* ready
    }
    yield* await whole(written)
    if (!failure) gunzip.end()
    await ended
    yield* out
  } finally {
    gunzip.destroy()
  }
  if (failure) throw unreadableGzip(failure)
}

function unreadableGzip(failure: NodeJS.ErrnoException) {
  const truncated = failure.code === 'Z_BUF_ERROR'
  return new Unreadable(truncated ? 'gzip_truncated' : 'gzip_corrupt', failure.message)
}
