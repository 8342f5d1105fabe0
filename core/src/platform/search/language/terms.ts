import { exactWords, katakanaWord, segments } from './exact.ts'
import { STOP_WORDS } from './english.ts'
import { japaneseForms, skippingKana } from './japanese.ts'
import { loanSpellings, nounVerb, withoutParticle } from './korean.ts'
import { verbForms, verbStem } from './koreanVerbs.ts'
import { indexable } from './normalise.ts'
import type { Language } from './detect.ts'
import { HAN, HANGUL, HIRAGANA, KATAKANA, LONG_MARK, has, isAll } from './scripts.ts'
import { MAX_WORD, characters, quoteLexeme, tokens } from './tokens.ts'
import type { Token } from './tokens.ts'

/** One word or phrase of a query in the language of the index. All strings are tsquery text. */
export interface Term {
  text: string
  not: boolean
  /** Over grams: whatever counts as a find. */
  match: string
  /** Over grams: the word as meant, when `match` is wider than that. */
  close: string
  /** Over words: the whole word; null when it has none (a single character). */
  exact: string | null
  /** Over words: words that begin with it. */
  begins: string | null
  /** Says little by itself (the, of). */
  weak: boolean
  /** For the snippet: forms in normal form, a space standing for a gap; Latin as stems. */
  highlights: { text: string; word: boolean }[]
  /** Over grams: the same in smaller pieces or with guesses, for when `match` finds too little. */
  fallback: string | null
}

const MAX_FORMS = 96
const MAX_PHRASE = 60
const LONG_RUN = 5

export interface TermOptions {
  lang?: Language | undefined
  quoted?: boolean
  not?: boolean
  /** Already a piece of something longer. */
  piece?: boolean
  synonyms?: readonly (readonly string[])[]
}

/** Null when the text holds nothing that is indexed (punctuation, emoji). */
export function compileTerm(text: string, options: TermOptions = {}): Term | null {
  const found = tokens(text)
  const first = found[0]
  if (!first) return null
  const forms = options.quoted ? { close: [], wide: [], guess: [] } : formsOf(found, options)
  const near = [phrase(found), ...forms.close.map(formQuery)]
  const match = anyOf([...near, ...forms.wide.map(formQuery)])
  const exact = exactQuery(found)
  return {
    text: found.map(({ raw }) => raw).join(' '),
    not: options.not ?? false,
    match,
    close: anyOf(near),
    exact,
    begins: found.length === 1 ? beginsQuery(first) : null,
    weak: found.length === 1 && STOP_WORDS.has(first.raw),
    highlights: highlightsOf(found, [...forms.close, ...forms.wide]),
    fallback:
      options.quoted || options.piece ? null : fallbackOf(found, match, forms.guess, options),
  }
}

/** Lexemes of a phrase at their distances. */
export function phrase(found: readonly Token[]): string {
  const lexemes: { query: string; position: number }[] = []
  for (const token of found) {
    const { kind, text, position } = token
    // Before another word a single character ends its run: the character alone, not a beginning.
    const whole = kind === 'word' || (text.length === 1 && token !== found.at(-1))
    if (whole) lexemes.push({ query: quoteLexeme(text), position })
    else lexemes.push(...bigrams(text, position))
  }
  let query = ''
  let previous = 0
  for (const { query: lexeme, position } of lexemes.slice(0, MAX_PHRASE)) {
    query += query ? ` <${position - previous}> ${lexeme}` : lexeme
    previous = position
  }
  return lexemes.length > 1 ? `(${query})` : query
}

export function anyOf(queries: readonly string[]): string {
  const distinct = [...new Set(queries.filter(Boolean))].slice(0, MAX_FORMS)
  return distinct.length > 1 ? `(${distinct.join(' | ')})` : (distinct[0] ?? '')
}

function bigrams(run: string, position: number): { query: string; position: number }[] {
  const units = characters(run)
  if (units.length === 1) return [{ query: `${quoteLexeme(units[0]!)}:*`, position }]
  return Array.from({ length: units.length - 1 }, (_, i) => ({
    query: quoteLexeme(units[i]! + units[i + 1]!),
    position: position + i,
  }))
}

function formQuery(form: string): string {
  return isLexeme(form) ? quoteLexeme(form) : phrase(tokens(form))
}

/** `_쓴`, `~受付`: a lexeme of the index itself, not a text to be cut. */
function isLexeme(form: string): boolean {
  return /^[_~]/.test(form)
}

interface AllForms {
  close: string[]
  wide: string[]
  /** Only when the rest finds too little. */
  guess: string[]
}

function formsOf(found: readonly Token[], options: TermOptions): AllForms {
  const texts = found.map(({ text }) => text)
  const synonyms = synonymsOf(found.map(({ raw }) => raw).join(' '), options.synonyms ?? [])
  const ruled = found.length > 1 ? joined(found) : formsOfRun(found[0]!, texts[0]!, options)
  return { ...ruled, close: [...synonyms, ...ruled.close] }
}

/** e-mail for email, プル・リクエスト for プルリクエスト; never across scripts. */
function joined(found: readonly Token[]): AllForms {
  const alike = found.every(({ kind, raw }) => kind === found[0]!.kind && !/\d/.test(raw))
  return { close: alike ? [found.map(({ raw }) => raw).join('')] : [], wide: [], guess: [] }
}

function formsOfRun(token: Token, run: string, { lang }: TermOptions): AllForms {
  const none = { close: [], wide: [], guess: [] }
  if (token.kind === 'word' || run.length < 2) return none
  if (isAll(run, HANGUL)) return koreanForms(run)
  if (has(run, HANGUL)) return none
  if (!isAll(run, HAN)) return { ...none, ...japaneseForms(run) }
  return lang === 'zh' ? none : { ...none, wide: skippingKana(run) }
}

function koreanForms(word: string): AllForms {
  const doing = nounVerb(word)
  if (doing) return { close: doing.forms, wide: [doing.noun], guess: [] }
  const verb = verbStem(word)
  if (verb?.sure) return { close: verbForms(verb.stem), wide: [], guess: [] }
  const noun = withoutParticle(word)
  const wide = [...(noun ? [noun] : []), ...spaced(noun ?? word), ...loanSpellings(noun ?? word)]
  return { close: [], wide, guess: verb ? verbForms(verb.stem) : [] }
}

/** 행동강령 is also written 행동 강령; a single syllable may stand before (첫 글), not after (사용 자). */
function spaced(word: string): string[] {
  if (word.length < 3) return []
  return Array.from(
    { length: word.length - 2 },
    (_, i) => `${word.slice(0, i + 1)} ${word.slice(i + 1)}`,
  )
}

function synonymsOf(text: string, groups: readonly (readonly string[])[]): string[] {
  return groups
    .filter((group) => group.some((each) => indexable(each) === text))
    .flatMap((group) => group.map(indexable).filter((each) => each !== text))
}

/** All words of the term as whole words; a CJK run as one word or as the words it is cut into. */
function exactQuery(found: readonly Token[]): string | null {
  const each = found.map(({ kind, text, raw }) => (kind === 'word' ? lexeme(raw) : exactRun(text)))
  return each.every(Boolean) ? each.join(' & ') : null
}

function exactRun(run: string): string {
  const cut: string[] = []
  if (!isAll(run, HANGUL)) exactWords(run, (word) => cut.push(word))
  const parts = cut.filter((word) => word !== run).map(lexeme)
  return anyOf([...wholeWords(run).map(lexeme), parts.length > 1 ? `(${parts.join(' & ')})` : ''])
}

function wholeWords(run: string): string[] {
  if (run.length === 1) return isAll(run, HAN) ? [run] : []
  if (run.length > MAX_WORD) return []
  if (isAll(run, HANGUL)) return [run]
  return [isAll(run, KATAKANA, LONG_MARK) ? katakanaWord(run) : run]
}

function beginsQuery({ kind, raw }: Token): string | null {
  const [word] = kind === 'word' ? [raw] : wholeWords(raw)
  return word ? `${lexeme(word)}:*` : null
}

function lexeme(word: string): string {
  return quoteLexeme(`=${word}`)
}

function highlightsOf(found: readonly Token[], forms: readonly string[]): Term['highlights'] {
  const others = forms.flatMap((form) => {
    if (isLexeme(form)) return [{ text: form, word: false }]
    const inner = tokens(form)
    const text = inner.map((token) => token.text).join(' ')
    return text ? [{ text, word: inner.some(({ kind }) => kind === 'word') }] : []
  })
  return [...found.map(({ kind, text }) => ({ text, word: kind === 'word' })), ...others]
}

/** Content words of a long run, each with its forms; of a Korean run without spaces its bigrams; or a guess. */
function fallbackOf(
  found: readonly Token[],
  match: string,
  guess: readonly string[],
  options: TermOptions,
): string | null {
  const long =
    found.length > 1 || found.some(({ kind, text }) => kind === 'cjk' && text.length >= LONG_RUN)
  const pieces = long ? [...new Set(found.flatMap((token) => piecesOf(token, options)))] : []
  const all = pieces.length > 1 ? `(${pieces.slice(0, MAX_FORMS).join(' & ')})` : (pieces[0] ?? '')
  const query = anyOf([match, ...guess.map(formQuery), all])
  return query === match ? null : query
}

function piecesOf({ kind, text }: Token, options: TermOptions): string[] {
  if (kind === 'word') return [quoteLexeme(text)]
  if (isAll(text, HANGUL)) return bigrams(text, 1).map(({ query }) => query)
  return segments(text)
    .filter(saysSomething)
    .map((word) => compileTerm(word, { ...options, piece: true })!.match)
}

function saysSomething(word: string): boolean {
  if (!tokens(word).length) return false
  return isAll(word, HIRAGANA) ? word.length >= 3 : true
}
