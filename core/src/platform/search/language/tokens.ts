import { exactWords } from './exact.ts'
import { stem } from './english.ts'
import { indexable } from './normalise.ts'
import { HAN, HANGUL, SEPARATOR, WORD, isAll, scriptTable } from './scripts.ts'

/** Raise it when the same text would give other tokens; rows with an older number are made anew by a job. */
export const TOKENISER_VERSION = 1

/** PostgreSQL's own limits (textsearch-limitations) and what keeps a vector of unique bigrams under 1 MB. */
const MAX_POSITION = 16_383
const MAX_BODY = 96_000
const MAX_HEAD = 1_000
/** Characters; PostgreSQL takes lexemes up to 2,046 bytes. */
export const MAX_WORD = 64
const SURROGATE = /[\ud800-\udfff]/
/** They come on top of one bigram a character (10 bytes each with its position). */
const MAX_SKIPS = 3_000
const ZONE_GAP = 10
const WORDS_KEPT = 50_000
/** V8 keeps the whole text alive behind a slice of 13 or more characters. */
const SLICE_COPIED_BELOW = 13

export interface Indexed {
  title?: string
  body: string
  tags?: readonly string[]
  author?: string
  /** Lexemes of the caller's own for both vectors, such as `c:12` for the community. */
  extra?: readonly string[]
}

export interface IndexTokens {
  /** Literals to be cast to tsvector: bigrams and stems with positions and weights, exact words without. */
  grams: string
  words: string
}

/** Both vectors of a post. Weights: title A, tags and author B, body D. Never fails, whatever the text. */
export function indexTokens({ title, body, tags, author, extra = [] }: Indexed): IndexTokens {
  const sink = new TokenSink()
  if (title) sink.read(title.slice(0, MAX_HEAD), 'A')
  if (tags?.length) sink.read(tags.join(' | ').slice(0, MAX_HEAD), 'B')
  if (author) sink.read(author.slice(0, MAX_HEAD), 'B')
  sink.read(body.slice(0, MAX_BODY), '')
  const own = extra
    .filter((lexeme) => lexeme.replaceAll('\0', ''))
    .map(quoteLexeme)
    .join(' ')
  return { grams: `${own} ${sink.grams}`.trim(), words: `${own} ${sink.words()}`.trim() }
}

/** A lexeme in the text form of tsvector and tsquery. */
export function quoteLexeme(lexeme: string): string {
  return `'${lexeme.replaceAll('\0', '').replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}

/** A Korean syllable between spaces, as 쓴 in "내가 쓴 글": short verb forms are found by it. */
export function alone(syllable: string): string {
  return `_${syllable}`
}

/** Kana that may stand between the kanji of a compound: 受け付け, 申し込み, 引っ越し. */
const OKURIGANA = new Set('いきしちひみりぎじびえけせてめれげべねっ')

/** A compound without the kana between its kanji, as 受付 for 受け付け: one lexeme instead of twenty phrases. */
export function skipped(first: string, second: string): string {
  return `~${first}${second}`
}

function skips(run: string, add: (lexeme: string) => void): void {
  const classes = scriptTable()
  for (let i = 2; i < run.length; i++) {
    const between = run[i - 1]!
    if (classes[run.charCodeAt(i)] !== HAN || !OKURIGANA.has(between)) continue
    if (classes[run.charCodeAt(i - 2)] === HAN && !SURROGATE.test(run[i - 2]! + run[i]!)) {
      add(skipped(run[i - 2]!, run[i]!))
    }
  }
}

export interface Token {
  /** `cjk` = a whole run, not yet cut into bigrams. */
  kind: 'word' | 'cjk'
  text: string
  /** As written in the query's own form (before the stem). */
  raw: string
  position: number
}

/** Runs of a text at the positions the index gives them, for queries. */
export function tokens(text: string): Token[] {
  const plain = indexable(text)
  const found: Token[] = []
  let position = 0
  eachRun(plain, (start, end, cjk) => {
    const raw = plain.slice(start, end)
    if (cjk) {
      found.push({ kind: 'cjk', text: raw, raw, position })
      position += characters(raw).length + 1
      return
    }
    const sharp = sharpName(plain, start, end)
    const { lexeme, plain: word } = wordOf(raw)
    found.push({ kind: 'word', text: sharp ?? lexeme, raw: sharp ?? word, position })
    position += 1
  })
  return found
}

/** Code points when the run has any above the basic plane; a bigram must not cut a pair. */
export function characters(run: string): string[] | string {
  return SURROGATE.test(run) ? Array.from(run) : run
}

let sinks = 0

/**
 * Gathers the literals by appending; PostgreSQL itself sorts and merges what comes twice. Nothing needs quoting:
 * letters, numbers and marks only.
 */
class TokenSink {
  grams = ''
  private id = ++sinks
  private exact: string[] = []
  private cut = new Set<string>()
  private position = 1
  private skipsLeft = MAX_SKIPS

  read(text: string, weight: string): void {
    const plain = indexable(text)
    eachRun(plain, (start, end, cjk) => {
      if (cjk) return this.cjk(plain.slice(start, end), weight)
      const word = wordOf(plain.slice(start, end))
      this.add(word.lexeme, weight)
      if (word.seenBy !== this.id) {
        word.seenBy = this.id
        this.exact.push(word.plain)
      }
      const sharp = sharpName(plain, start, end)
      if (sharp) {
        this.add(sharp, weight)
        this.exact.push(sharp)
      }
      this.position++
    })
    this.position += ZONE_GAP
  }

  words(): string {
    let literal = ''
    for (const word of this.exact) literal += `=${word} `
    for (const word of this.cut) literal += `=${word} `
    return literal
  }

  private cjk(run: string, weight: string): void {
    const units = characters(run)
    const last = units.length - 1
    for (let i = 0; i < last; i++) {
      this.add(units[i]! + units[i + 1]!, weight)
      this.position++
    }
    this.add(units[last]!, weight)
    if (this.skipsLeft > 0) skips(run, (lexeme) => this.addSkip(lexeme, weight))
    if (last === 0 && isAll(run, HANGUL)) this.add(alone(run), weight)
    this.position += 2
    exactWords(run, (word) => word.length <= MAX_WORD && this.cut.add(word))
  }

  private addSkip(lexeme: string, weight: string): void {
    if (this.skipsLeft-- > 0) this.add(lexeme, weight)
  }

  /** Positions begin again after the last one, so that phrases are found to the end of a long text. */
  private add(lexeme: string, weight: string): void {
    this.grams += `${lexeme}:${((this.position - 1) % MAX_POSITION) + 1}${weight} `
  }
}

function eachRun(plain: string, visit: (start: number, end: number, cjk: boolean) => void): void {
  const classes = scriptTable()
  const length = plain.length
  let i = 0
  while (i < length) {
    const script = classes[plain.charCodeAt(i)]!
    if (script === SEPARATOR) {
      i++
      continue
    }
    const start = i
    if (script === WORD) while (i < length && classes[plain.charCodeAt(i)] === WORD) i++
    else while (i < length && classes[plain.charCodeAt(i)]! >= HAN) i++
    visit(start, i, script !== WORD)
  }
}

/** c++, c#, f#: a letter or two with what makes it another language. */
function sharpName(plain: string, start: number, end: number): string | null {
  if (end - start > 2) return null
  if (plain.startsWith('++', end)) return `${plain.slice(start, end)}++`
  return plain[end] === '#' ? `${plain.slice(start, end)}#` : null
}

interface Word {
  plain: string
  lexeme: string
  /** Number of the sink that has its exact word already: cheaper than a set for every post. */
  seenBy: number
}

const known = new Map<string, Word>()

function wordOf(raw: string): Word {
  const found = known.get(raw)
  if (found) return found
  const plain = plainWord(raw)
  const word: Word = { plain, lexeme: stem(plain), seenBy: 0 }
  if (raw.length >= SLICE_COPIED_BELOW) return word
  if (known.size >= WORDS_KEPT) known.clear()
  known.set(raw, word)
  return word
}

/** Accents are dropped from Latin letters only: in й or が they are not accents. */
function plainWord(raw: string): string {
  const word = raw.length > MAX_WORD ? raw.slice(0, MAX_WORD) : raw
  if (!/[^\x00-\x7f]/.test(word)) return word
  return word
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
}
