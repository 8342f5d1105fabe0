import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'
import { Conversion, type HtmlOptions } from './conversion.ts'
import { elements, elementsInCapture } from './elements.ts'

export type { HtmlOptions } from './conversion.ts'

/**
 * HTML of a forum (Discourse's `cooked`, phpBB and others) as clean Markdown that `renderMarkdown`
 * shows with the same text: quotes with their source, code with its language, lists, tables, links
 * made absolute, emoji pictures as characters. Never throws; nesting beyond what a reader could
 * follow is flattened, its text kept.
 */
export function markdownFromHtml(html: string, options: HtmlOptions = {}): string {
  const wellFormed = html.isWellFormed() ? html : html.toWellFormed()
  const source = wellFormed.includes('\0') ? wellFormed.replaceAll('\0', '') : wellFormed
  if (!/[<&]/.test(source) && !source.includes('\n')) return plainParagraph(source, options)
  const reader = new Reader(source, options)
  const tokenizer = new Tokenizer({}, reader)
  tokenizer.write(source)
  tokenizer.end()
  return reader.conversion.finish()
}

function plainParagraph(text: string, options: HtmlOptions) {
  const conversion = new Conversion(options)
  conversion.text(text)
  return conversion.finish()
}

type Frame = { tag: string; end?: () => void }

/** Deeper elements are looked through: only their text counts. */
const deepest = 256

const voids = new Set(
  'area base basefont br col embed frame hr img input link meta param source track wbr'.split(' '),
)

/** An element of the key ends an open element of the value, up to the nearest of its borders. */
const impliedEnds: Record<string, { ends: string[]; border: string[] }> = {
  li: { ends: ['li'], border: ['ul', 'ol', 'td', 'th'] },
  tr: { ends: ['tr'], border: ['table'] },
  td: { ends: ['td', 'th'], border: ['tr', 'table'] },
  th: { ends: ['td', 'th'], border: ['tr', 'table'] },
  a: { ends: ['a'], border: ['td', 'th', 'li', 'blockquote', 'aside', 'div'] },
  option: { ends: ['option'], border: ['select'] },
}

/**
 * Takes what htmlparser2's tokenizer finds and keeps the stack of open elements. (Its own Parser
 * shifts an array per element, which is quadratic for deep nesting, and builds more than is needed.)
 */
class Reader implements TokenizerCallbacks {
  readonly conversion: Conversion
  private readonly html: string
  private readonly frames: Frame[] = []
  private readonly open = new Map<string, number>()
  private readonly beyond = new Map<string, number>()
  private tag = ''
  private attributeName = ''
  private attributeValue = ''
  private attributes: Record<string, string> = {}
  /** Depth of the element whose content is not wanted, 0 for none. */
  private skipping = 0

  constructor(html: string, options: HtmlOptions) {
    this.html = html
    this.conversion = new Conversion(options)
  }

  ontext(start: number, end: number) {
    if (this.skipping === 0) this.conversion.text(this.html.slice(start, end))
  }

  ontextentity(codePoint: number) {
    if (this.skipping === 0) this.conversion.text(String.fromCodePoint(codePoint))
  }

  onopentagname(start: number, end: number) {
    this.tag = this.html.slice(start, end).toLowerCase()
    this.attributes = {}
  }

  onattribname(start: number, end: number) {
    this.attributeName = this.html.slice(start, end).toLowerCase()
    this.attributeValue = ''
  }

  onattribdata(start: number, end: number) {
    this.attributeValue += this.html.slice(start, end)
  }

  onattribentity(codePoint: number) {
    this.attributeValue += String.fromCodePoint(codePoint)
  }

  onattribend() {
    if (!(this.attributeName in this.attributes))
      this.attributes[this.attributeName] = this.attributeValue
  }

  onopentagend() {
    const { tag, attributes } = this
    const isVoid = voids.has(tag)
    if (!isVoid && this.frames.length >= deepest) {
      this.beyond.set(tag, (this.beyond.get(tag) ?? 0) + 1)
      return
    }
    const implied = impliedEnds[tag]
    if (implied) this.endImplied(implied)
    const effect =
      this.skipping === 0 ? this.meaning(tag)?.(this.conversion, attributes) : undefined
    if (isVoid) return
    this.frames.push(typeof effect === 'function' ? { tag, end: effect } : { tag })
    this.open.set(tag, (this.open.get(tag) ?? 0) + 1)
    if (effect === 'skip') this.skipping = this.frames.length
  }

  onselfclosingtag() {
    this.onopentagend()
  }

  onclosetag(start: number, end: number) {
    const tag = this.html.slice(start, end).toLowerCase()
    if (tag === 'br') return this.conversion.lineBreak()
    const beyond = this.beyond.get(tag) ?? 0
    if (beyond > 0) {
      this.beyond.set(tag, beyond - 1)
      return
    }
    if (!this.open.get(tag)) return
    let at = this.frames.length - 1
    while (this.frames[at]!.tag !== tag) at--
    this.endDownTo(at)
  }

  onend() {
    this.endDownTo(0)
  }

  oncdata(start: number, end: number) {
    this.ontext(start, end)
  }

  oncomment() {}
  ondeclaration() {}
  onprocessinginstruction() {}

  private meaning(tag: string) {
    return (this.conversion.capturing() ? elementsInCapture : elements)[tag]
  }

  private endImplied({ ends, border }: { ends: string[]; border: string[] }) {
    if (!ends.some((tag) => this.open.get(tag))) return
    for (let at = this.frames.length - 1; at >= 0; at--) {
      const { tag } = this.frames[at]!
      if (ends.includes(tag)) return this.endDownTo(at)
      if (border.includes(tag)) return
    }
  }

  private endDownTo(depth: number) {
    while (this.frames.length > depth) {
      const frame = this.frames.pop()!
      this.open.set(frame.tag, this.open.get(frame.tag)! - 1)
      if (this.frames.length < this.skipping) this.skipping = 0
      frame.end?.()
    }
  }
}
