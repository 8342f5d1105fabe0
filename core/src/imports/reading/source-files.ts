import { createReadStream, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { extract, type Headers } from 'tar-stream'
import { contentOf, sourceAt, type ReadOptions } from './bytes.ts'
import { brief, Unreadable, type Reject, type Skip } from './rejects.ts'

/** A JSON file of a source; its bytes can be read once, before the next file is asked for. */
export type SourceFile = { path: string; size: number; bytes: () => AsyncIterable<Uint8Array> }

export type SourceEvent =
  | { kind: 'file'; file: SourceFile }
  | { kind: 'reject'; reject: Reject }
  | { kind: 'skip'; skip: Skip }

const deepestFolder = 32
const smallFile = 2 ** 20

/**
 * The JSON files of a folder (sorted by path), of a tar or tar.gz (in its order), or the one file
 * that `path` is. Links are never followed, paths never leave the source. Throws `not_found
 * import_source_not_found` for a path that leads nowhere.
 */
export async function* sourceFiles(
  path: string,
  options: ReadOptions,
): AsyncGenerator<SourceEvent> {
  const source = await sourceAt(path)
  if (source.isDirectory()) yield* folderFiles(path, options)
  else if (path.endsWith('.json'))
    yield {
      kind: 'file',
      file: { path: basename(path), size: source.size, bytes: () => contentOf(path, options) },
    }
  else yield* tarFiles(path, options)
}

async function* folderFiles(root: string, { onRead }: ReadOptions): AsyncGenerator<SourceEvent> {
  const found: SourceEvent[] = []
  walk(root, '', 0, found)
  let done = 0
  for (const event of found) {
    yield event
    onRead?.(++done / found.length)
  }
}

/**
 * Names only, so that even a folder of a million files fits in memory. Read synchronously: five
 * thousand small files took 3 s through the thread pool and 0.3 s so.
 */
function walk(root: string, under: string, depth: number, found: SourceEvent[]) {
  const names = readdirSync(join(root, under)).toSorted()
  for (const name of names) {
    const path = under === '' ? name : `${under}/${name}`
    const full = join(root, path)
    const entry = lstatSync(full)
    if (entry.isSymbolicLink()) found.push(rejected(path, 'link', 'symbolic link'))
    else if (entry.isDirectory() && depth < deepestFolder) walk(root, path, depth + 1, found)
    else if (entry.isDirectory()) found.push(rejected(path, 'folder_too_deep'))
    else if (!entry.isFile()) found.push(rejected(path, 'not_a_file'))
    else
      found.push(
        unwanted(path) ?? {
          kind: 'file',
          file: { path, size: entry.size, bytes: () => fileBytes(full, entry.size) },
        },
      )
  }
}

async function* tarFiles(path: string, options: ReadOptions): AsyncGenerator<SourceEvent> {
  const archive = extract()
  let failure: Unreadable | undefined
  let blank = false
  const content = async function* () {
    try {
      for await (const chunk of contentOf(path, options)) {
        blank = chunk.length >= 512 && chunk.subarray(-512).every((byte) => byte === 0)
        yield chunk
      }
    } catch (thrown) {
      if (!(thrown instanceof Unreadable)) throw thrown
      failure = thrown
    }
  }
  let at = ''
  const whole = async function* (entry: AsyncIterable<Uint8Array>) {
    try {
      yield* entry
    } catch (thrown) {
      failure ??= unreadableTar(thrown as Error)
      failure.told = true
      throw failure
    }
  }
  try {
    Readable.from(content(), { highWaterMark: 4 }).pipe(archive)
    for await (const entry of archive) {
      at = entry.header.name
      const event = entryEvent(entry.header, whole(entry))
      if (event) yield event
      entry.resume()
    }
    if (!failure && !blank) failure = new Unreadable('tar_truncated', 'no end mark')
  } catch (thrown) {
    failure ??= unreadableTar(thrown as Error)
  } finally {
    archive.destroy()
  }
  if (failure)
    yield rejected(
      basename(path),
      failure.reason,
      brief(`${failure.message}; last file: ${at || 'none'}`),
    )
}

async function* fileBytes(path: string, size: number): AsyncGenerator<Uint8Array> {
  try {
    if (size <= smallFile) yield readFileSync(path)
    else yield* createReadStream(path)
  } catch (thrown) {
    throw new Unreadable('unreadable', (thrown as NodeJS.ErrnoException).code ?? String(thrown))
  }
}

/** Nothing for a folder: it is no content, and a folder as the source counts none either. */
function entryEvent(header: Headers, bytes: AsyncIterable<Uint8Array>): SourceEvent | undefined {
  const path = header.name.replace(/^(\.\/)+/, '')
  const { type, size = 0 } = header
  if (type === 'directory' && !isOutside(header.name)) return undefined
  if (isOutside(header.name)) return rejected(brief(header.name), 'path_outside')
  if (type === 'symlink' || type === 'link')
    return rejected(path, 'link', brief(`${type} to ${header.linkname}`))
  if (type !== 'file' && type !== 'contiguous-file')
    return rejected(path, 'not_a_file', String(type))
  return unwanted(path) ?? { kind: 'file', file: { path, size, bytes: () => bytes } }
}

function isOutside(name: string) {
  return /^([/\\]|[a-z]:)|(^|[/\\])\.\.([/\\]|$)|\0/i.test(name)
}

/** What Macs and other tools leave in archives, and files of other kinds. */
function unwanted(path: string): SourceEvent | undefined {
  const name = path.split('/').at(-1)!
  const system = name.startsWith('._') || name === '.DS_Store' || path.startsWith('__MACOSX/')
  if (system) return { kind: 'skip', skip: { path, reason: 'system_file' } }
  return /\.json$/i.test(name) ? undefined : { kind: 'skip', skip: { path, reason: 'not_json' } }
}

function unreadableTar(error: Error) {
  const truncated = /unexpected end/i.test(error.message)
  return new Unreadable(truncated ? 'tar_truncated' : 'tar_corrupt', error.message)
}

function rejected(path: string, reason: Reject['reason'], detail?: string): SourceEvent {
  return {
    kind: 'reject',
    reject: detail === undefined ? { path, reason } : { path, reason, detail },
  }
}
