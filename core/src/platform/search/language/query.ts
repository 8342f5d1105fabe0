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
  /** Over `grams`: the words as meant and, of several, side by side. For rank only. */
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
  const grams = joined(wanted, parts, strong)
  const pieces = strong.map((group) =>
    group[0]!.pieces.length ? group[0]!.pieces.join(' & ') : group[0]!.match,
  )
  const fallback = strong.some((group) => group.length === 1 && group[0]!.pieces.length)
    ? pieces.join(' & ')
    : null
  return {
    isEmpty: !grams,
    grams: grams && [grams, ...unwanted].join(' & '),
    close: adjacent(parts) ?? all(({ close }) => close),
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

/** All groups, or everything written together: 행동 강령 is found in 행동강령 too. */
function joined(wanted: Term[][], parts: readonly Part[], strong: Term[][]): string | null {
  if (!wanted.length) return null
  const each = strong.map((group) => anyOf(group.map(({ match }) => match))).join(' & ')
  if (parts.some(({ quoted, not, or }) => quoted || not || or) || parts.length < 2) return each
  const runs = parts.flatMap(({ text }) => tokens(text))
  if (
    runs.length !== parts.length ||
    runs.some(({ kind, text }) => kind !== 'cjk' || text.length < 2)
  )
    return each
  return `((${each}) | ${phrase(tokens(runs.map(({ text }) => text).join('')))})`
}

/** Several bare words side by side and in order, as one phrase. */
function adjacent(parts: readonly Part[]): string | null {
  if (parts.length < 2 || parts.some(({ not, or }) => not || or)) return null
  return phrase(tokens(parts.map(({ text }) => text).join(' '))) || null
}

function isWeak(group: readonly Term[]): boolean {
  return group.every(({ weak }) => weak)
}
