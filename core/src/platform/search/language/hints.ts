import type { SearchFilters } from './parse.ts'
import type { SearchQuery } from './query.ts'

/** What may help when nothing is found; the page and the command line put it into words. */
export type Hint =
  | { kind: 'type_something' }
  | { kind: 'filter_not_understood'; filter: string }
  | { kind: 'drop_filter'; filter: keyof SearchFilters }
  | { kind: 'dates_exclude_each_other' }
  | { kind: 'drop_excluded'; word: string }
  | { kind: 'unquote' }
  | { kind: 'fewer_words'; words: string[] }
  | { kind: 'did_you_mean'; query: string }

export interface HintContext {
  input: string
  /** Nearest known word, or null; asked once a word. */
  nearest?: (word: string) => string | null
}

/** In the order of their likely use; at most four. */
export function queryHints(query: SearchQuery, { input, nearest }: HintContext): Hint[] {
  const { filters, terms, ignored } = query
  const hints: Hint[] = ignored.map((filter) => ({ kind: 'filter_not_understood', filter }))
  if (query.isEmpty && !Object.keys(filters).length) return [...hints, { kind: 'type_something' }]
  const meant = nearest && meantQuery(input, query, nearest)
  if (meant) hints.push({ kind: 'did_you_mean', query: meant })
  if (filters.after && filters.before && filters.after >= filters.before) {
    hints.push({ kind: 'dates_exclude_each_other' })
  }
  if (input.includes('"') && terms.length) hints.push({ kind: 'unquote' })
  for (const { text, not } of terms) if (not) hints.push({ kind: 'drop_excluded', word: text })
  for (const filter of Object.keys(filters) as (keyof SearchFilters)[]) {
    hints.push({ kind: 'drop_filter', filter })
  }
  const words = terms.filter(({ not, weak }) => !not && !weak).map(({ text }) => text)
  if (words.length > 1) hints.push({ kind: 'fewer_words', words })
  return hints.slice(0, 4)
}

function meantQuery(
  input: string,
  { terms }: SearchQuery,
  nearest: (word: string) => string | null,
): string | null {
  let meant = input
  for (const { text } of terms) {
    const known = nearest(text)
    if (known) meant = meant.replace(text, () => known)
  }
  return meant === input ? null : meant
}
