import { tokens } from './language/tokens.ts'

/**
 * What a short text is about, as the index has it: stemmed words of more than three letters, and
 * the bigrams of Japanese, Korean and Chinese. For comparing titles; at most 40.
 */
export function lexemesOf(text: string): string[] {
  const found = tokens(text).flatMap((token) => {
    if (token.kind === 'word') return token.text.length > 3 ? [token.text] : []
    const run = [...token.text]
    return run.slice(0, -1).map((character, i) => character + run[i + 1])
  })
  return [...new Set(found)].slice(0, 40)
}
