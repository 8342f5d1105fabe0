import type { Rendered } from './rendering.ts'
import type { Encoding } from './negotiation.ts'

/** A page as it lies in the cache: its body in every encoding asked for so far. */
export type Entry = {
  status: number
  /** Of the rendered page, without security headers and without those of one encoding. */
  headers: [string, string][]
  etag: string
  bodies: { identity: Buffer } & Partial<Record<Encoding, Buffer>>
  /** Complete answers, made at the first hit: header lists with an open end for the request's id. */
  answers: Map<string, string[]>
  route: string
  compressible: boolean
  /** True once its smallest encoding is being made. */
  isShrinking: boolean
  communityId: number
  version: number
  until: number
}

export type PageCache = {
  find(key: string): Entry | undefined
  keep(key: string, entry: Entry): void
  /** To be read before a page is rendered: a page older than the last change is never kept. */
  versionOf(communityId: number): number
  /** Something of this community changed. */
  raise(communityId: number): void
  /** Anything may have changed, such as while nobody listened. */
  flush(): void
  /** While nobody listens for changes nothing may be answered from here. */
  pause(paused: boolean): void
  isOn(): boolean
  /** Keeps a page in one more encoding. */
  add(key: string, entry: Entry, encoding: Encoding, body: Buffer): void
}

/** No community: pages of the installation, which change with any community. */
export const installation = 0

/** Pages for guests, in memory, forgotten in the order they were last used. */
export function openPageCache({ bytes = 64 * 1024 ** 2, on = true } = {}): PageCache {
  const entries = new Map<string, Entry>()
  const versions = new Map<number, number>()
  let changes = 0
  let flushes = 0
  let size = 0
  let paused = true

  const versionOf = (communityId: number) =>
    (communityId === installation ? changes : (versions.get(communityId) ?? 0)) + flushes

  function forget(key: string, entry: Entry) {
    entries.delete(key)
    size -= weight(key, entry)
  }

  function makeRoom() {
    for (const [key, entry] of entries) {
      if (size <= bytes) return
      forget(key, entry)
    }
  }

  return {
    isOn: () => on && !paused,
    versionOf,
    find(key) {
      if (paused || !on) return undefined
      const entry = entries.get(key)
      if (!entry) return undefined
      if (entry.version !== versionOf(entry.communityId) || entry.until < Date.now()) {
        forget(key, entry)
        return undefined
      }
      entries.delete(key)
      entries.set(key, entry)
      return entry
    },
    keep(key, entry) {
      if (paused || !on || entry.version !== versionOf(entry.communityId)) return
      if (weight(key, entry) > bytes / 8) return
      const before = entries.get(key)
      if (before) forget(key, before)
      entries.set(key, entry)
      size += weight(key, entry)
      makeRoom()
    },
    raise(communityId) {
      changes++
      versions.set(communityId, (versions.get(communityId) ?? 0) + 1)
    },
    flush() {
      flushes++
      entries.clear()
      size = 0
    },
    pause(now) {
      paused = now
    },
    add(key, entry, encoding, body) {
      entry.bodies[encoding] = body
      if (entries.get(key) !== entry) return
      size += body.length
      makeRoom()
    },
  }
}

/** Only what a guest may see and what names nobody: no cookie is set, nobody said it was private. */
export function isCacheable({ status, headers }: Rendered): boolean {
  if (![200, 301, 302, 404].includes(status)) return false
  return !headers.some(
    ([name, value]) =>
      name === 'set-cookie' || (name === 'cache-control' && /no-store|private/.test(value)),
  )
}

function weight(key: string, entry: Entry): number {
  let total = 500 + key.length * 2
  for (const body of Object.values(entry.bodies)) total += body.length
  return total
}
