import { detectLanguage } from './detect.ts'
import type { Language } from './detect.ts'
import { parse } from './parse.ts'
import type { Part, SearchFilters } from './parse.ts'
import { anyOf, compileTerm, phrase } from './terms.ts'
import type { Term } from './terms.ts'
import { tokens } from './tokens.ts'

export interface SearchOptions {
  /** The language the reader means; by the script of the query when absent. */
  lang?: Language | undefined
  /** The community's own groups of words with one meaning. */
  synonyms?: readonly (readonly string[])[]
}

export interface SearchQuery {
  /** Nothing to look for in texts; there may still be filters. */
  isEmpty: boolean
  /** Over `grams`: what counts as a find. Null when empty. This and the next four are tsquery literals. */
  grams: string | null
  /** Over `grams`: the words as meant and, of several, side by side. For rank only; null when all finds are. */
  close: string | null
  /** Over `words`: all of it as whole words. For rank only. */
  exact: string | null
  /** Over `words`: words that begin so. For rank only. */
  begins: string | null
  /** Over `grams`: the same in smaller pieces, when `grams` finds fewer than `FEW`. */
  fallback: string | null
  /** Only as given by the caller: a guess is too weak to rank by. */
  lang: Language | null
  terms: Term[]
  filters: SearchFilters
  /** Filters not understood, as typed. */
  ignored: string[]
  highlights: Term['highlights']
}

/** Below so many finds the fallback is tried. */
export const FEW = 5

const MAX_HIGHLIGHTS = 200

/** Reads whatever a person may type; any input gives valid tsqueries or an empty query, never an error. */
export function searchQuery(input: string, options: SearchOptions = {}): SearchQuery {
  const { parts, filters, ignored } = parse(input)
  const lang = options.lang ?? (detectLanguage(input, 'ja') === 'zh' ? 'zh' : undefined)
  const groups = groupsOf(parts, { ...options, lang })
  const wanted = groups.filter(([first]) => !first!.not)
  const strong = wanted.some((group) => !isWeak(group))
    ? wanted.filter((group) => !isWeak(group))
    : wanted
  const unwanted = groups
    .filter(([first]) => first!.not)
    .flat()
    .map(({ match }) => `!${match}`)
  const terms = groups.flat()

  const all = (pick: (term: Term) => string | null) => {
    const picked = strong.map((group) => anyOf(group.map((term) => pick(term) ?? '')))
    return picked.length && picked.every(Boolean) ? picked.join(' & ') : null
  }
  const grams = all(({ match }) => match)
  const close = adjacent(parts) ?? all(({ close }) => close)
  const wider = strong.some((group) => group.some(({ fallback }) => fallback))
  const fallback = wider ? all((term) => term.fallback ?? term.match) : null
  return {
    isEmpty: !grams,
    grams: grams && [grams, ...unwanted].join(' & '),
    close: close === grams ? null : close,
    exact: all(({ exact }) => exact),
    begins: all(({ begins }) => begins),
    fallback: fallback && [fallback, ...unwanted].join(' & '),
    lang: options.lang ?? null,
    terms,
    filters,
    ignored,
    highlights: wanted
      .flat()
      .flatMap(({ highlights }) => highlights)
      .slice(0, MAX_HIGHLIGHTS),
  }
}

/** Alternatives stand in one group; every group must be found. */
function groupsOf(parts: readonly Part[], options: SearchOptions): Term[][] {
  const groups: Term[][] = []
  for (const { text, quoted, not, or } of parts) {
    const term = compileTerm(text, { ...options, quoted, not })
    if (!term) continue
    const last = groups.at(-1)
    if (or && last && !not && !last[0]!.not) last.push(term)
    else groups.push([term])
  }
  return groups
}

/** Several bare words side by side in their order, with or without the spaces. */
function adjacent(parts: readonly Part[]): string | null {
  if (parts.length < 2 || parts.some(({ not, or }) => not || or)) return null
  const texts = parts.map(({ text }) => text)
  return anyOf([phrase(tokens(texts.join(' '))), phrase(tokens(texts.join('')))]) || null
}

function isWeak(group: readonly Term[]): boolean {
  return group.every(({ weak }) => weak)
}
