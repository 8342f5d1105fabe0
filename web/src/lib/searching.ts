import type { Hint } from '@hiroba/core/search'

/** A hint as the page shows it: words' key and values, and the queries it leads to. */
export type HintShown = {
  word: `search.h.${Hint['kind']}`
  values: Record<'filter' | 'query' | 'word' | 'words', string>
  queries: { text: string; query: string }[]
}

export function hintsShown(query: string, hints: Hint[]): HintShown[] {
  return hints.map((hint) => {
    const word: HintShown['word'] = `search.h.${hint.kind}`
    const none = { filter: '', query: '', word: '', words: '' }
    switch (hint.kind) {
      case 'filter_not_understood':
        return { word, values: { ...none, filter: hint.filter }, queries: [] }
      case 'drop_filter': {
        const typed = filterTyped(query, hint.filter)
        return { word, values: { ...none, filter: typed }, queries: [only(without(query, typed))] }
      }
      case 'drop_excluded':
        return {
          word,
          values: { ...none, word: hint.word },
          queries: [only(without(query, `-${hint.word}`))],
        }
      case 'unquote':
        return { word, values: none, queries: [only(query.replace(/["“”„‟«»「」『』]/g, ' '))] }
      case 'fewer_words':
        return {
          word,
          values: { ...none, words: '' },
          queries: hint.words.map((one) => ({ text: one, query: one })),
        }
      case 'did_you_mean':
        return { word, values: { ...none, query: hint.query }, queries: [only(hint.query)] }
      default:
        return { word, values: none, queries: [] }
    }
  })
}

/** The query with a filter added, in place of the same one with another value. */
export function withFilter(query: string, name: string, value: string): string {
  const written = /\s/.test(value) ? `${name}:"${value}"` : `${name}:${value}`
  const typed = filterTyped(query, name)
  return tidy(`${without(query, typed)} ${written}`)
}

/** The filter as it stands in the query: `is:unanswered`, `author:"Hana K"`. */
function filterTyped(query: string, name: string): string {
  const start = name === 'unanswered' ? 'is:unanswered' : `${name}:`
  const rest = name === 'unanswered' ? '' : '\\s?(?:"[^"]*"?|[^\\s"]*)'
  return new RegExp(`${start}${rest}`, 'i').exec(query)?.[0] ?? start
}

function without(query: string, typed: string): string {
  return tidy(query.replace(typed, ' '))
}

function only(query: string) {
  return { text: '', query: tidy(query) }
}

function tidy(query: string): string {
  return query.replace(/\s+/g, ' ').trim()
}
