import { expect, test } from 'vitest'
import { openPageCache, type Entry } from './page-cache.ts'

function entry(bytes: number, version = 0, communityId = 1): Entry {
  return {
    status: 200,
    headers: [],
    etag: '',
    bodies: { identity: Buffer.alloc(bytes) },
    answers: new Map(),
    route: '/',
    compressible: true,
    isShrinking: false,
    communityId,
    version,
    until: Date.now() + 60_000,
  }
}

function listening(bytes: number) {
  const cache = openPageCache({ bytes })
  cache.pause(false)
  return cache
}

test('the page that nobody used for longest leaves first', () => {
  const cache = listening(100_000)
  for (const key of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) cache.keep(key, entry(10_000))
  cache.find('a')
  cache.keep('i', entry(11_800))
  cache.keep('j', entry(11_800))
  expect(cache.find('a')).toBeDefined()
  expect(cache.find('b')).toBeUndefined()
})

test('another encoding counts, and a page larger than an eighth is not kept', () => {
  const cache = listening(100_000)
  for (const key of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) cache.keep(key, entry(11_800))
  const last = cache.find('g')!
  cache.add('g', last, 'br', Buffer.alloc(12_000))
  cache.add('g', last, 'gzip', Buffer.alloc(12_000))
  expect(cache.find('a')).toBeUndefined()
  expect(cache.find('g')).toBeDefined()
  cache.keep('large', entry(20_000))
  expect(cache.find('large')).toBeUndefined()
})

test('a page rendered before a flush is not kept after it, whichever community it is of', () => {
  const cache = listening(100_000)
  const version = cache.versionOf(7)
  cache.flush()
  cache.keep('a', entry(10, version, 7))
  expect(cache.find('a')).toBeUndefined()
})

test('nothing is answered while nobody listens for changes', () => {
  const cache = listening(100_000)
  cache.keep('a', entry(10))
  cache.pause(true)
  expect(cache.find('a')).toBeUndefined()
})

test('a page is forgotten when its time is over', () => {
  const cache = listening(100_000)
  cache.keep('a', { ...entry(10), until: Date.now() - 1 })
  expect(cache.find('a')).toBeUndefined()
})
