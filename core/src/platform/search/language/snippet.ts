import { stem } from './english.ts'
import { normaliseMapped } from './normalise.ts'
import type { Mapped } from './normalise.ts'
import type { Term } from './terms.ts'

export type Highlights = Term['highlights']

export interface SnippetPart {
  text: string
  hit: boolean
}

interface Span {
  start: number
  end: number
}

const MAX_READ = 100_000
const MAX_HITS = 500
const ELLIPSIS = '…'

/**
 * The stretch of the original text where the query's words stand closest, cut into plain and found parts; the page
 * escapes and marks them. `length` counts UTF-16 units of the source.
 */
export function snippet(
  text: string,
  highlights: Highlights,
  { length = 120 }: { length?: number } = {},
): { parts: SnippetPart[] } {
  const source = text.slice(0, MAX_READ)
  const hits = hitsIn(source, highlights)
  const window = aroundDensest(source, hits, length)
  const parts = cutParts(source, hits, window)
  if (window.start > 0) parts.unshift({ text: ELLIPSIS, hit: false })
  if (window.end < source.trimEnd().length) parts.push({ text: ELLIPSIS, hit: false })
  return { parts: merged(parts) }
}

/** A whole title with what was found in it. */
export function titleParts(title: string, highlights: Highlights): SnippetPart[] {
  return merged(cutParts(title, hitsIn(title, highlights), { start: 0, end: title.length }))
}

function hitsIn(source: string, highlights: Highlights): Span[] {
  const mapped = normaliseMapped(source)
  const hits = [...wordHits(mapped, highlights), ...runHits(mapped, highlights)]
  hits.sort((a, b) => a.start - b.start || b.end - a.end)
  const apart: Span[] = []
  for (const hit of hits.slice(0, MAX_HITS)) {
    const last = apart.at(-1)
    if (last && hit.start < last.end) last.end = Math.max(last.end, hit.end)
    else apart.push({ ...hit })
  }
  return apart
}

/** Latin words by their stem. */
function wordHits(mapped: Mapped, highlights: Highlights): Span[] {
  const stems = new Set(
    highlights.filter(({ word }) => word).flatMap(({ text }) => text.split(' ')),
  )
  if (!stems.size) return []
  const hits: Span[] = []
  for (const { 0: word, index } of mapped.text.matchAll(/[\p{L}\p{N}\p{M}]+(?:\+\+|#)?/gu)) {
    const bare = word.replace(/[+#]+$/, '')
    if (stems.has(word)) hits.push(spanOf(mapped, index, index + word.length))
    else if (stems.has(bare) || stems.has(stem(bare.normalize('NFD').replace(/\p{M}/gu, '')))) {
      hits.push(spanOf(mapped, index, index + bare.length))
    } else hits.push(...latinInside(mapped, word, index, stems))
  }
  return hits
}

/** A Latin word with CJK glued to it: URLは. */
function latinInside(mapped: Mapped, word: string, index: number, stems: Set<string>): Span[] {
  if (/^[\x00-\x7f]*$/.test(word)) return []
  return [...word.matchAll(/[a-z0-9]+/g)]
    .filter(({ 0: part }) => stems.has(stem(part)))
    .map(({ 0: part, index: at }) => spanOf(mapped, index + at, index + at + part.length))
}

function runHits(mapped: Mapped, highlights: Highlights): Span[] {
  const forms = [...new Set(highlights.filter(({ word }) => !word).map(({ text }) => text))]
  if (!forms.length) return []
  const pattern = forms.toSorted((a, b) => b.length - a.length).map(patternOf)
  const hits: Span[] = []
  for (const { 0: found, index } of mapped.text.matchAll(new RegExp(pattern.join('|'), 'gu'))) {
    if (found) hits.push(spanOf(mapped, index, index + found.length))
  }
  return hits
}

/** `_쓴` stands alone; `~受付` has one kana between; a space is a gap. */
function patternOf(form: string): string {
  const [mark, first = '', second = ''] = form
  if (mark === '_') return `(?<!\\p{L})${first}(?!\\p{L})`
  if (mark === '~') return `${first}\\p{Script=Hiragana}${second}`
  return form.split(' ').map(escaped).join('[^\\p{L}\\p{N}]{0,2}')
}

function spanOf({ offsets }: Mapped, start: number, end: number): Span {
  return { start: offsets[start]!, end: Math.max(offsets[end]!, offsets[end - 1]! + 1) }
}

/** The window that holds most hits, set a little before the first of them. */
function aroundDensest(source: string, hits: readonly Span[], length: number): Span {
  if (source.length <= length) return { start: 0, end: source.length }
  let [best, most] = [0, 0]
  for (let i = 0, j = 0; i < hits.length; i++) {
    while (j < hits.length && hits[j]!.end - hits[i]!.start <= length) j++
    if (j - i > most) [best, most] = [i, j - i]
  }
  const first = hits[best]
  if (!first) return { start: 0, end: boundary(source, length) }
  const last = hits[best + Math.max(most, 1) - 1]!
  const spare = Math.max(0, length - (last.end - first.start))
  let start = Math.max(0, first.start - Math.floor(spare / 3))
  start = Math.min(start, Math.max(0, source.length - length))
  start = start ? Math.min(boundary(source, start), first.start) : 0
  return {
    start,
    end: boundary(source, Math.max(start + length, Math.min(last.end, start + 2 * length))),
  }
}

/** The next place at or after `at` that cuts no Latin word and no character; not farther than a few letters. */
function boundary(source: string, at: number): number {
  if (at >= source.length) return source.length
  let place = at
  for (let i = 0; i < 12 && place < source.length; i++, place++) {
    if (!/[a-z0-9]/i.test(source[place]!) || !/[a-z0-9]/i.test(source[place - 1] ?? ' ')) break
  }
  while (place < source.length && /^[\p{M}\u200d\udc00-\udfff\uff9e\uff9f]/u.test(source[place]!))
    place++
  const low = source.charCodeAt(place)
  return low >= 0xdc00 && low <= 0xdfff ? place + 1 : place
}

function cutParts(source: string, hits: readonly Span[], { start, end }: Span): SnippetPart[] {
  const parts: SnippetPart[] = []
  let at = start
  for (const hit of hits) {
    const from = Math.max(hit.start, start)
    const to = Math.min(hit.end, end)
    if (to <= from) continue
    parts.push(
      { text: source.slice(at, from), hit: false },
      { text: source.slice(from, to), hit: true },
    )
    at = to
  }
  parts.push({ text: source.slice(at, end), hit: false })
  return parts.map(({ text, hit }) => ({ text: text.replace(/\s+/g, ' '), hit }))
}

function merged(parts: readonly SnippetPart[]): SnippetPart[] {
  const kept: SnippetPart[] = []
  for (const part of parts) {
    const last = kept.at(-1)
    if (!part.text) continue
    if (last && last.hit === part.hit) last.text += part.text
    else kept.push({ ...part })
  }
  return kept
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
