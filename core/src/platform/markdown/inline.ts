import { flanking } from './delimiters.ts'
import { codeBefore, escapeText, meaningIn, type Stretch } from './escape.ts'

/** Emphasis, a tag we keep (`<kbd>`), or a link around a stretch of a paragraph. */
export type Mark = { kind: 'emphasis' | 'tag' | 'link'; open: string; close: string; href?: string }

/** What a paragraph consists of, in order; `text` of an atom is Markdown already. */
export type Piece = {
  is: 'text' | 'code' | 'atom' | 'url' | 'break' | 'open' | 'close'
  text: string
  mark?: Mark
}

/** The pieces as one Markdown paragraph, lines parted by \n; '' when nothing can be seen in them. */
export function inlineMarkdown(given: Piece[]): string {
  let pieces = settle(given)
  const marked = pieces.some((piece) => piece.mark)
  if (marked) pieces = withoutUselessMarks(pieces)
  if (pieces.length === 1 && pieces[0]!.is === 'text' && !/[*_~`\\[\]<&!]/.test(pieces[0]!.text))
    return pieces[0]!.text
  return write(pieces)
}

/** Moves spaces out of marks, joins neighbours of a kind, drops marks around nothing. */
function settle(given: Piece[]) {
  const settled: Piece[] = []
  let waiting: Piece[] = []
  let space: '' | ' ' | '\n' = ''

  const add = (piece: Piece) => {
    if (space && settled.length > 0)
      if (space === '\n') settled.push({ is: 'break', text: '\n' })
      else addText(settled, ' ')
    space = ''
    if (waiting.length > 0) reopen(settled, waiting)
    waiting = []
    const last = settled.at(-1)
    if (piece.is === 'text') addText(settled, piece.text)
    else if (piece.is === 'code' && last?.is === 'code')
      settled[settled.length - 1] = { is: 'code', text: last.text + piece.text }
    else settled.push(piece)
  }

  for (const piece of given) {
    if (piece.is === 'text') {
      const text = piece.text
      const start = text.startsWith(' ') ? 1 : 0
      if (start && !space) space = ' '
      const end = text.length - (text.length > start && text.endsWith(' ') ? 1 : 0)
      if (end > start) {
        add(
          start === 0 && end === text.length ? piece : { is: 'text', text: text.slice(start, end) },
        )
        if (end < text.length) space = ' '
      }
    } else if (piece.is === 'break') space = '\n'
    else if (piece.is === 'open') waiting.push(piece)
    else if (piece.is === 'close') {
      if (waiting.length > 0) waiting.pop()
      else close(settled, piece)
    } else add(piece)
  }
  return settled
}

function addText(settled: Piece[], text: string) {
  const last = settled.at(-1)
  if (last?.is === 'text') settled[settled.length - 1] = { is: 'text', text: last.text + text }
  else settled.push({ is: 'text', text })
}

/** `<b>a</b><b>b</b>` is one bold stretch: `**a****b**` would be none. */
function reopen(settled: Piece[], waiting: Piece[]) {
  const last = settled.at(-1)
  const [first] = waiting
  if (last?.is === 'close' && last.mark!.kind !== 'link' && last.text === first!.mark!.close) {
    settled.pop()
    settled.push(...waiting.slice(1))
  } else settled.push(...waiting)
}

/** A link whose text is its address is written as the address alone. */
function close(settled: Piece[], piece: Piece) {
  const href = piece.mark!.href
  const last = settled.at(-1)!
  if (href !== undefined && last.is === 'text' && settled.at(-2)?.mark === piece.mark)
    if (last.text === href && /^https?:\/\/[^\s<>%\\|*`]+$/.test(href)) {
      settled.length -= 2
      settled.push({ is: 'url', text: href })
      return
    }
  settled.push(piece)
}

/** Drops emphasis that Markdown could not see at its place (`a**.b**c`): its text is worth more. */
function withoutUselessMarks(pieces: Piece[]) {
  for (let round = 0; round < 3; round++) {
    const useless = uselessMarks(pieces)
    if (useless.size === 0) return pieces
    pieces = joined(pieces.filter((_, index) => !useless.has(index)))
  }
  const useless = uselessMarks(pieces)
  if (useless.size === 0) return pieces
  return joined(pieces.filter((piece) => piece.mark?.kind !== 'emphasis'))
}

function joined(pieces: Piece[]) {
  const settled: Piece[] = []
  for (const piece of pieces)
    if (piece.is === 'text') addText(settled, piece.text)
    else settled.push(piece)
  return settled
}

function uselessMarks(pieces: Piece[]) {
  const useless = new Set<number>()
  const open: number[] = []
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at]!
    if (piece.is === 'open') open.push(at)
    if (piece.is !== 'close') continue
    const from = open.pop()!
    if (piece.mark!.kind === 'emphasis' && !visible(pieces, from, at)) useless.add(from).add(at)
  }
  return useless
}

function visible(pieces: Piece[], from: number, to: number) {
  const marker = pieces[from]!.text.charCodeAt(0)
  const touches = (piece: Piece | undefined, is: 'open' | 'close') =>
    piece?.is === is && piece.text.charCodeAt(0) === marker
  if (touches(pieces[from - 1], 'close') || touches(pieces[to + 1], 'open')) return false

  let [first, last] = [from, from]
  while (touches(pieces[first - 1], 'open')) first--
  while (touches(pieces[last + 1], 'open')) last++
  if (!flanking(endOf(pieces[first - 1]), startOf(pieces[last + 1]), marker).opens) return false
  first = last = to
  while (touches(pieces[first - 1], 'close')) first--
  while (touches(pieces[last + 1], 'close')) last++
  return flanking(endOf(pieces[first - 1]), startOf(pieces[last + 1]), marker).closes
}

function startOf(piece: Piece | undefined) {
  if (!piece || piece.is === 'break') return 32
  if (piece.is === 'code') return 96
  if (piece.is === 'url') return 60
  return piece.text.codePointAt(0) ?? 32
}

function endOf(piece: Piece | undefined) {
  if (!piece || piece.is === 'break') return 32
  if (piece.is === 'code') return 96
  if (piece.is === 'url') return 62
  return piece.text.length > 0 ? codeBefore(piece.text, piece.text.length) : 32
}

function write(pieces: Piece[]) {
  const stretches = new Map<Piece, Stretch>()
  pieces.forEach((piece, at) => {
    if (piece.is !== 'text') return
    const [before, after] = [endOf(pieces[at - 1]), startOf(pieces[at + 1])]
    stretches.set(piece, { text: piece.text, before, after })
  })
  const emphasised = pieces.some((piece) => piece.mark?.kind === 'emphasis')
  const coded = pieces.some((piece) => piece.is === 'code')
  const meaning = meaningIn([...stretches.values()], emphasised, coded)

  let written = ''
  let links = 0
  pieces.forEach((piece, at) => {
    if (piece.mark?.kind === 'link') links += piece.is === 'open' ? 1 : -1
    if (piece.is === 'text') written += escapeText(stretches.get(piece)!, meaning, links > 0)
    else if (piece.is === 'code') written += codeSpan(piece.text)
    else if (piece.is === 'url') written += address(piece.text, pieces[at - 1], pieces[at + 1])
    else written += piece.text
  })
  return written
}

/** Inline code in as many backticks as its own backticks ask for. */
export function codeSpan(code: string) {
  let ticks = '`'
  if (code.includes('`')) {
    const runs = new Set((code.match(/`+/g) ?? []).map((run) => run.length))
    while (runs.has(ticks.length)) ticks += '`'
  }
  const spaced = code.startsWith(' ') && code.endsWith(' ') && code.trim() !== ''
  const padded = spaced || code.startsWith('`') || code.endsWith('`') ? ` ${code} ` : code
  return ticks + padded + ticks
}

/** Bare where it stands free and every reader sees where it ends, else in angle brackets. */
function address(url: string, before: Piece | undefined, after: Piece | undefined) {
  const free = endOf(before) === 32 && startOf(after) === 32
  const plain = /^https?:\/\/[a-z0-9][-a-z0-9.]*\.[a-z]+(:\d+)?(\/[-\w./?#@+&=~]*)?$/i.test(url)
  return free && plain && /[\w/]$/.test(url) ? url : `<${url}>`
}
