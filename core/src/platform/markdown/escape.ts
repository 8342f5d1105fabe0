import { flanking } from './delimiters.ts'

/** Which characters mean something in this paragraph, and so need a backslash where they are text. */
export type Meaning = { star: boolean; underscore: boolean; tilde: boolean; tick: boolean }

/** A stretch of text and the code points at its sides, 32 at a line's end. */
export type Stretch = { text: string; before: number; after: number }

/**
 * Looks at all texts of a paragraph at once: a star that never finds a partner (`Node* a`) needs no
 * backslash. `emphasised` says that the paragraph has emphasis of its own, `coded` code spans.
 */
export function meaningIn(texts: Stretch[], emphasised: boolean, coded: boolean): Meaning {
  return {
    star: hasPair(texts, '*', emphasised),
    underscore: hasPair(texts, '_', false),
    tilde: hasPair(texts, '~', emphasised),
    tick: count(texts, /`+/g) > (coded ? 0 : 1),
  }
}

/** Puts a backslash only where Markdown would read the text as something else. */
export function escapeText({ text, before, after }: Stretch, meaning: Meaning, inLink: boolean) {
  if (!special.test(text)) return text
  const brackets = inLink && !balanced(text)
  const urls = text.includes('://') ? urlRanges(text) : undefined
  let url = 0
  return text.replace(specials, (found, at: number) => {
    while (urls && url < urls.length && urls[url]![1] <= at) url++
    if (urls && url < urls.length && urls[url]![0] <= at && found[0] !== '\\') return found
    switch (found[0]) {
      case '*':
        return meaning.star && mayMatter(text, at, found, before, after)
          ? backslashed(found)
          : found
      case '_':
        return meaning.underscore && mayMatter(text, at, found, before, after)
          ? backslashed(found)
          : found
      case '~':
        return meaning.tilde && found.length > 1 ? backslashed(found) : found
      case '`':
        return meaning.tick ? backslashed(found) : found
      case '[':
        return brackets || /^\[\/?spoiler\]/.test(text.slice(at, at + 10)) ? '\\[' : found
      case ']':
        return brackets || text[at + 1] === '(' ? '\\]' : found
      case '!':
        return after === openingBracket ? '\\!' : found
      default:
        return '\\' + found
    }
  })
}

/**
 * Takes the meaning from what would open a block at the start of a line: lists, headings, quotes,
 * rules, fences, tables, containers, reference definitions.
 */
export function escapeLineStarts(paragraph: string) {
  if (!paragraph.includes('\n')) return escapeLineStart(paragraph, true)
  return paragraph
    .split('\n')
    .map((line, index) => escapeLineStart(line, index === 0))
    .join('\n')
}

/** A heading's closing hashes are text too. */
export function escapeHeading(text: string) {
  return text.replace(/(^|\s)(#+)$/, '$1\\$2')
}

function escapeLineStart(line: string, first: boolean) {
  switch (line[0]) {
    case '#':
      return /^#{1,6}(\s|$)/.test(line) ? '\\' + line : line
    case '>':
      return '\\' + line
    case '-':
    case '+':
      return /^([-+](\s|$)|-[-|:\s]*$)/.test(line) ? '\\' + line : line
    case '*':
    case '_':
      return /^(\*(\s|$)|([*_])(\s*\3){2,}\s*$)/.test(line) ? '\\' + line : line
    case '=':
      return !first && /^=+\s*$/.test(line) ? '\\' + line : line
    case '`':
      return /^`{3,}[^`]*$/.test(line) ? '\\' + line : line
    case '~':
      return /^~{3,}/.test(line) ? '\\' + line : line
    case ':':
      return /^(:{3,}|:?-[-|:\s]*$)/.test(line) ? '\\' + line : line
    case '|':
      return /^\|[-|:\s]*$/.test(line) ? '\\' + line : line
    case '[':
      return line.startsWith('[quote: ') || (first && /^\[[^\]]+\]:/.test(line))
        ? '\\' + line
        : line
    default:
      return escapeNumber(line, first)
  }
}

/** `1. ` starts a list anywhere, other numbers only at a paragraph's beginning. */
function escapeNumber(line: string, first: boolean) {
  const code = line.charCodeAt(0)
  if (!(code >= 48 && code <= 57)) return line
  const [, number, mark] = /^(\d{1,9})([.)])(?=\s|$)/.exec(line) ?? []
  if (number === undefined || !(first || Number(number) === 1)) return line
  return `${number}\\${mark}${line.slice(number.length + 1)}`
}

const openingBracket = 91
const special = /[*_~`\\[\]<&!]/
const specials =
  /\\(?=[!-/:-@[-`{-~]|$)|\*+|_+|~+|`+|\]|\[|!$|&(?=#?[a-zA-Z0-9]{1,31};)|<(?=(?:https?|mailto):[^\s<>]*>|[^\s<>@]+@[^\s<>]+>|\/?(?:kbd|sub|sup|u|ins|mark|small|br)>)/gi

function backslashed(run: string) {
  return run.replace(/./g, '\\$&')
}

function mayMatter(text: string, at: number, run: string, before: number, after: number) {
  const { opens, closes } = sides(text, at, run, before, after)
  return opens || closes
}

function sides(text: string, at: number, run: string, before: number, after: number) {
  const end = at + run.length
  return flanking(
    at > 0 ? codeBefore(text, at) : before,
    end < text.length ? text.codePointAt(end)! : after,
    run.charCodeAt(0),
  )
}

/** The code point that ends just before `at`, which is above zero. */
export function codeBefore(text: string, at: number) {
  const code = text.charCodeAt(at - 1)
  return (code & 0xfc00) === 0xdc00 && at > 1 ? text.codePointAt(at - 2)! : code
}

const runsOf: Record<string, RegExp> = { '*': /\*+/g, _: /_+/g, '~': /~~+/g }

function hasPair(texts: Stretch[], marker: string, opened: boolean) {
  for (const { text, before, after } of texts) {
    if (!text.includes(marker)) continue
    for (const { 0: run, index } of text.matchAll(runsOf[marker]!)) {
      const { opens, closes } = sides(text, index, run, before, after)
      if (opened && (opens || closes)) return true
      if (opens) opened = true
    }
  }
  return false
}

function count(texts: Stretch[], pattern: RegExp) {
  let found = 0
  for (const { text } of texts) if (text.includes('`')) found += text.match(pattern)?.length ?? 0
  return found
}

function balanced(text: string) {
  let depth = 0
  for (const character of text) {
    if (character === '[') depth++
    else if (character === ']' && --depth < 0) return false
  }
  return depth === 0
}

/** Addresses in text become links as they stand, so nothing is put into them. */
function urlRanges(text: string) {
  const ranges: [number, number][] = []
  for (const { 0: url, index } of text.matchAll(/https?:\/\/[^\s<>[\]()]+/g))
    ranges.push([index, index + url.length])
  return ranges
}
