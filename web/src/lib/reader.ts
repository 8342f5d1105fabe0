import { getContext, setContext } from 'svelte'
import type { Locale, Words } from '@hiroba/core/platform'
import type { Clock } from './clock.ts'
import type { Links } from './links.ts'
import type { PlazaSay } from './words/index.ts'

/** Who reads what: their language, the place, its clock and addresses. Every component of a page has it. */
export type Reader = {
  locale: Locale
  say: PlazaSay
  clock: Clock
  link: Links
  /** A text by people in the reader's language, or in its own one, which is then said. */
  text(words: Words): { text: string; lang: string }
  /** What a category is called, or its number while nobody has named it. */
  categoryName(category: { number: number; name: Words | null }): string
  number(n: number): string
  /**
   * The `lang` of a text by a member: unknown ones are taken to be in the community's language;
   * nothing where the page has that language anyway.
   */
  langOf(lang: string | null): string | undefined
  /** The community; null on the installation's own pages. */
  place: { name: string; lang: string; language: string } | null
  origin: string
  /** Path and query of this page: where a change of language leads back to. */
  path: string
  /** Kit's id of the route, '' where there is none. */
  route: string
}

const key = Symbol('reader')

export function provideReader(reader: Reader): void {
  setContext(key, reader)
}

export function reader(): Reader {
  return getContext<Reader>(key)
}
