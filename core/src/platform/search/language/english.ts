const VOWEL = /[aeiouy]/
const PLAIN = /^[a-z]+$/

/**
 * A light stem: plural, -ies, -ed and -ing with the doubled letter undone, final e and y. It leaves -er, -ion
 * and -ment alone, because people who search "contributor" do not mean "contribution".
 */
export function stem(word: string): string {
  if (word.length < 4 || !PLAIN.test(word)) return word
  return withoutEnd(withoutSuffix(withoutPlural(word)))
}

/** Words that say nothing by themselves; left out when better words stand beside them. */
export const STOP_WORDS = new Set(
  (
    'a an and are as at be but by can do does for from had has have how i if in into is it its me my no not of ' +
    'on or our so that the their them then there these they this to was we were what when where which who ' +
    'why will with would you your'
  ).split(' '),
)

function withoutPlural(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  return /[^sui]s$/.test(word) ? word.slice(0, -1) : word
}

function withoutSuffix(word: string): string {
  if (word.endsWith('ied') && word.length > 4) return `${word.slice(0, -3)}y`
  if (word.endsWith('eed')) return word
  const suffix = word.endsWith('ing') ? 3 : word.endsWith('ed') ? 2 : 0
  const rest = word.slice(0, word.length - suffix)
  if (!suffix || rest.length < 2 || !VOWEL.test(rest)) return word
  if (rest.length === 2) return VOWEL.test(rest[1]!) ? rest : `${rest}e`
  const doubled = rest.length > 3 && rest.at(-1) === rest.at(-2) && !/[aeiouslz]$/.test(rest)
  return doubled ? rest.slice(0, -1) : rest
}

function withoutEnd(word: string): string {
  if (word.length < 4) return word
  if (word.endsWith('e')) return word.slice(0, -1)
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}i`
  return word.length > 5 && word.endsWith('ll') ? word.slice(0, -1) : word
}
