import { safeAddress } from './addresses.ts'
import { Blocks } from './blocks.ts'
import type { Box, Quoted } from './discourse-elements.ts'
import { escapeHeading, escapeLineStarts } from './escape.ts'
import { inlineMarkdown, type Mark, type Piece } from './inline.ts'

export type HtmlOptions = {
  /** The address of the site the HTML comes from: relative links become absolute against it. */
  base?: string
  /** Where a link leads here, for those that point into the imported site itself. */
  link?: (address: string) => string | undefined
}

/** Blocks within blocks that Markdown is written for; deeper ones are looked through. */
const deepestBlock = 16

/** What has been read so far: the paragraph being collected, and the blocks already written. */
export class Conversion {
  readonly blocks = new Blocks()
  /** The quote, link box, video, picture frame and code block that is being read, if any. */
  quoting: Quoted | undefined
  box: Box | undefined
  media: { address: string | undefined; linked: boolean } | undefined
  lightbox: string | undefined
  codeClass: string | undefined
  private readonly options: HtmlOptions
  private pieces: Piece[] = []
  /** Text as it comes, until something else does. */
  private run = ''
  private marks: Mark[] = []
  /** Where text goes instead of the paragraph: into code, a title, a mention. */
  private captured: string | undefined
  private rows: string[][] | undefined
  private alignments: string[] = []
  /** An element whose summary must come first, and has not yet. */
  private dueOpening: (() => void) | undefined

  constructor(options: HtmlOptions) {
    this.options = options
  }

  text(text: string) {
    if (this.captured !== undefined) this.captured += text
    else this.run += text
  }

  add(piece: Piece) {
    this.endRun()
    this.pieces.push(piece)
  }

  /** One break ends a line, two a paragraph. */
  lineBreak() {
    if (this.captured !== undefined) this.captured += '\n'
    else if (!this.rows && this.endsWithBreak()) this.endParagraph()
    else if (this.pieces.length > 0 || this.run !== '') this.add({ is: 'break', text: '\n' })
  }

  address(address: string | undefined) {
    const safe = address && safeAddress(address, this.options.base)
    return safe ? (this.options.link?.(safe) ?? safe) : undefined
  }

  /** Begins emphasis or a link; answers how to end it. Bold in bold and links in links add nothing. */
  mark(mark: Mark) {
    const same = mark.kind === 'link' ? (open: Mark) => open.kind === 'link' : isSame(mark)
    if (this.marks.some(same)) return () => {}
    this.add({ is: 'open', text: mark.open, mark })
    this.marks.push(mark)
    return () => {
      const at = this.marks.lastIndexOf(mark)
      if (at >= 0) this.marks.splice(at, 1)
      this.add({ is: 'close', text: mark.close, mark })
    }
  }

  /** Collects the text that follows apart from the paragraph; `then` gets it at the end. */
  capture(then: (text: string) => void) {
    const outer = this.captured
    this.captured = ''
    return () => {
      const text = this.captured!
      this.captured = outer === undefined ? undefined : outer + text
      then(text)
    }
  }

  capturing() {
    return this.captured !== undefined
  }

  endParagraph() {
    if (this.rows) {
      this.endRun()
      if (this.pieces.length > 0) this.pieces.push({ is: 'break', text: '\n' })
      return
    }
    const text = this.taken()
    if (text === '') return
    this.openDue()
    this.blocks.paragraph(escapeLineStarts(text))
  }

  /** What was collected, on one line: a heading's, a summary's, a cell's text. */
  takenLine(breaks: string) {
    return this.taken().replaceAll('\n', breaks)
  }

  heading(level: number) {
    this.endParagraph()
    return () => {
      if (this.rows) return this.endParagraph()
      const text = this.takenLine(' ')
      if (text === '') return
      this.openDue()
      this.blocks.heading(level, escapeHeading(text))
    }
  }

  /** Begins a block that holds others; answers how to end it, or nothing where it goes too deep. */
  hold(begin: () => void) {
    this.endParagraph()
    if (this.rows || this.blocks.depth >= deepestBlock) return () => this.endParagraph()
    this.openDue()
    begin()
    return () => {
      this.endParagraph()
      this.blocks.end()
    }
  }

  fence(language: string, code: string) {
    const plain = code.replace(/\r\n?/g, '\n').replace(/^\n/, '').trimEnd()
    if (plain === '') return
    if (this.rows) return this.add({ is: 'code', text: plain.replace(/\s+/g, ' ') })
    this.endParagraph()
    this.openDue()
    this.blocks.fence(language, plain)
  }

  rule() {
    this.endParagraph()
    if (this.rows) return
    this.openDue()
    this.blocks.rule()
  }

  /** `:::details` with the title that its summary gives. */
  details() {
    this.endParagraph()
    if (this.rows || this.blocks.depth >= deepestBlock) return () => this.endParagraph()
    this.openDue()
    const opening = () => this.openDetails('')
    this.dueOpening = opening
    return () => {
      this.endParagraph()
      if (this.dueOpening === opening) this.dueOpening = undefined
      else this.blocks.end()
    }
  }

  summary() {
    const due = this.dueOpening
    if (!due) return () => this.endParagraph()
    return () => {
      const title = this.takenLine(' ')
      if (this.dueOpening === due) this.openDetails(title)
    }
  }

  /** A table in a table is looked through. */
  table() {
    this.endParagraph()
    if (this.rows) return () => this.endParagraph()
    this.rows = []
    this.alignments = []
    return () => {
      const rows = this.rows!.filter((row) => row.some((cell) => cell !== ''))
      const caption = this.taken()
      this.rows = undefined
      this.openDue()
      if (caption !== '') this.blocks.paragraph(escapeLineStarts(caption))
      if (rows.length === 1 && rows[0]!.length === 1) this.blocks.paragraph(uncelled(rows[0]![0]!))
      else if (rows.length > 0) this.blocks.table(rows, this.alignments)
    }
  }

  row() {
    this.rows?.push([])
  }

  cell(alignment: string) {
    if (!this.rows) return undefined
    if (this.rows.length === 0) this.rows.push([])
    const row = this.rows.at(-1)!
    if (this.rows.length === 1) this.alignments[row.length] = alignment
    return () => {
      row.push(this.takenLine('<br>').replaceAll('|', '\\|'))
    }
  }

  finish() {
    this.endParagraph()
    return this.blocks.markdown()
  }

  /** Spaces and line ends of HTML are one space; at a paragraph's start they are none. */
  private endRun() {
    const text = this.run
    if (text === '') return
    this.run = ''
    if (this.pieces.length === 0 && /^[ \t\n\r\f\u00a0]*$/.test(text)) return
    const squeezed = /[\t\n\r\f\u00a0]|  /.test(text)
      ? text.replace(/[ \t\n\r\f\u00a0]+/g, ' ')
      : text
    this.pieces.push({ is: 'text', text: squeezed })
  }

  private endsWithBreak() {
    this.endRun()
    for (let at = this.pieces.length - 1; at >= 0; at--) {
      const piece = this.pieces[at]!
      if (piece.is === 'break') return true
      if (piece.is !== 'text' || piece.text !== ' ') return false
    }
    return false
  }

  /** Ends open marks with the paragraph and begins them again in the next. */
  private taken() {
    this.endRun()
    const pieces = this.pieces
    if (pieces.length === 0) return ''
    for (let at = this.marks.length - 1; at >= 0; at--) {
      const mark = this.marks[at]!
      pieces.push({ is: 'close', text: mark.close, mark })
    }
    this.pieces = this.marks.map((mark) => ({ is: 'open', text: mark.open, mark }))
    return inlineMarkdown(pieces)
  }

  private openDue() {
    this.dueOpening?.()
  }

  private openDetails(title: string) {
    this.dueOpening = undefined
    this.blocks.beginContainer(title === '' ? 'details' : `details ${title}`)
  }
}

function isSame(mark: Mark) {
  return (open: Mark) => open.open === mark.open
}

/** A table of one cell was layout. */
function uncelled(cell: string) {
  return escapeLineStarts(cell.replaceAll('<br>', '\n').replaceAll('\\|', '|'))
}
