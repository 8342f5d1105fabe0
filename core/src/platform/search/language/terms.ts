import { exactWords, katakanaWord, segments } from './exact.ts'
import { STOP_WORDS } from './english.ts'
import { japaneseForms, kanjiPairForms } from './japanese.ts'
import { loanSpellings, nounVerb, verbForms, verbStem, withoutParticle } from './korean.ts'
import { indexable } from './normalise.ts'
import type { Language } from './detect.ts'
import { HAN, HANGUL, HIRAGANA, KATAKANA, has, isAll } from './scripts.ts'
import { characters, quoteLexeme, tokens } from './tokens.ts'
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
  /** The same meaning in smaller pieces, for a phrase that finds too little. */
  pieces: string[]
}

const MAX_FORMS = 48
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
  const forms = options.quoted ? { close: [], wide: [] } : formsOf(found, options)
  const itself = phrase(found)
  const close = anyOf([itself, ...forms.close.map(formQuery)])
  const match = anyOf([itself, ...forms.close.map(formQuery), ...forms.wide.map(formQuery)])
  const exact = exactQuery(found)
  return {
    text: found.map(({ raw }) => raw).join(' '),
    not: options.not ?? false,
    match,
    close,
    exact,
    begins: exact && found.length === 1 ? `${exact.split(' | ')[0]}:*` : null,
    weak: found.length === 1 && STOP_WORDS.has(first.raw),
    highlights: highlightsOf(found, [...forms.close, ...forms.wide]),
    pieces: options.quoted || options.piece ? [] : piecesOf(found, options),
  }
}

/** Lexemes of a phrase at their distances. */
export function phrase(found: readonly Token[]): string {
  const lexemes: { query: string; position: number }[] = []
  for (const { kind, text, position } of found) {
    if (kind === 'word') lexemes.push({ query: quoteLexeme(text), position })
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
  return phrase(tokens(form))
}

function formsOf(
  found: readonly Token[],
  options: TermOptions,
): { close: string[]; wide: string[] } {
  const text = found.map((token) => token.text).join(' ')
  const close = synonymsOf(found.map(({ raw }) => raw).join(' '), options.synonyms ?? [])
  const wide: string[] = []
  if (found.length > 1) {
    if (found.every(({ kind }) => kind === 'cjk'))
      close.push(found.map((token) => token.text).join(''))
    return { close, wide }
  }
  if (found[0]!.kind === 'word' || text.length < 2) return { close, wide }
  if (has(text, HANGUL)) {
    const korean = koreanForms(text)
    return { close: [...close, ...korean.close], wide: [...wide, ...korean.wide] }
  }
  if (isAll(text, HAN)) {
    if (options.lang === 'zh') return { close, wide }
    return { close, wide: kanjiPairForms(text) }
  }
  const japanese = japaneseForms(text)
  return { close: [...close, ...japanese.close], wide: [...wide, ...japanese.wide] }
}

function koreanForms(word: string): { close: string[]; wide: string[] } {
  const close: string[] = []
  const wide: string[] = []
  if (!isAll(word, HANGUL)) return { close, wide }
  const doing = nounVerb(word)
  const verb = doing ? null : verbStem(word)
  if (doing) {
    close.push(...doing.forms)
    wide.push(doing.noun)
  } else if (verb) {
    ;(verb.sure ? close : wide).push(...verbForms(verb.stem))
  }
  const noun = withoutParticle(word)
  if (noun) wide.push(noun)
  if (word.length >= 4) {
    for (let i = 1; i < word.length; i++) wide.push(`${word.slice(0, i)} ${word.slice(i)}`)
  }
  wide.push(...loanSpellings(noun ?? word))
  return { close, wide }
}

function synonymsOf(text: string, groups: readonly (readonly string[])[]): string[] {
  return groups
    .filter((group) => group.some((each) => indexable(each) === text))
    .flatMap((group) => group.map(indexable).filter((each) => each !== text))
}

function exactQuery(found: readonly Token[]): string | null {
  const all: string[] = []
  for (const { kind, text, raw } of found) {
    if (kind === 'word') {
      all.push(lexeme(raw))
      continue
    }
    const alternatives = wholeWords(text)
    const cut: string[] = []
    if (!isAll(text, HANGUL)) exactWords(text, (word) => cut.push(word))
    const parts = cut.filter((word) => word !== text).map(lexeme)
    const query = [
      ...alternatives.map(lexeme),
      ...(parts.length > 1 ? [`(${parts.join(' & ')})`] : []),
    ]
    if (query.length)
      all.push(query.length > 1 && found.length > 1 ? `(${query.join(' | ')})` : query.join(' | '))
  }
  return all.length ? all.join(' & ') : null
}

function wholeWords(run: string): string[] {
  if (run.length === 1) return isAll(run, HAN) ? [run] : []
  if (isAll(run, HANGUL)) return [run]
  return [isAll(run, KATAKANA, 6) ? katakanaWord(run) : run]
}

function lexeme(word: string): string {
  return quoteLexeme(`=${word}`)
}

function highlightsOf(found: readonly Token[], forms: readonly string[]): Term['highlights'] {
  const itself = found.map(({ kind, text }) => ({ text, word: kind === 'word' }))
  const others = forms.flatMap((form) => {
    const inner = tokens(form)
    if (inner.length === 1) return [{ text: inner[0]!.text, word: inner[0]!.kind === 'word' }]
    return [
      {
        text: inner.map((token) => token.text).join(' '),
        word: inner.some(({ kind }) => kind === 'word'),
      },
    ]
  })
  return [...itself, ...others].filter(({ text }) => text)
}

/** Content words of a long run, each with its forms; a Korean run without spaces gives its bigrams. */
function piecesOf(found: readonly Token[], options: TermOptions): string[] {
  const long = found.some(({ kind, text }) => kind === 'cjk' && text.length >= LONG_RUN)
  if (!long && found.length < 2) return []
  const pieces: string[] = []
  for (const token of found) {
    if (token.kind === 'word') pieces.push(quoteLexeme(token.text))
    else if (isAll(token.text, HANGUL))
      pieces.push(...bigrams(token.text, 1).map(({ query }) => query))
    else
      pieces.push(
        ...segments(token.text)
          .filter(saysSomething)
          .map((word) => compileTerm(word, { ...options, piece: true })!.match),
      )
  }
  return [...new Set(pieces)].slice(0, MAX_FORMS)
}

function saysSomething(word: string): boolean {
  if (!tokens(word).length) return false
  return isAll(word, HIRAGANA) ? word.length >= 3 : true
}
