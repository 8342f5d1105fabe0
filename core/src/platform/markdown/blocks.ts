type Kind = 'nothing' | 'attribution' | 'paragraph' | 'fence' | 'list' | 'item' | 'quote' | 'other'

/** A block that holds others, and how the writing stood when it began. */
type Holder = {
  kind: 'quote' | 'list' | 'item' | 'container'
  prefix: string
  first: string
  last: Kind
  length: number
  loose: boolean
  marker: string
  number: number
}

/** Writes Markdown block by block: `> ` and indents, blank lines, list marks, fences, tables. */
export class Blocks {
  private written = ''
  /** What stands before every line here, and before the next one (`- ` of an item just begun). */
  private prefix = ''
  private first = ''
  private last: Kind = 'nothing'
  private lastMarker = ''
  /** A blank line that is due before the next line, with its prefix. */
  private gap: string | undefined
  private holders: Holder[] = []

  get depth() {
    return this.holders.length
  }

  markdown() {
    return this.written.trimEnd()
  }

  paragraph(text: string) {
    this.part('paragraph')
    this.lines(text)
  }

  heading(level: number, text: string) {
    this.part('other')
    this.lines('#'.repeat(level) + ' ' + text)
  }

  rule() {
    this.part('other')
    this.lines(/[-+.)] $/.test(this.first) ? '***' : '---')
  }

  fence(language: string, code: string) {
    const longest = (code.match(/`{3,}/g) ?? []).reduce(
      (most, run) => Math.max(most, run.length),
      2,
    )
    const ticks = '`'.repeat(longest + 1)
    this.part('fence')
    this.lines(`${ticks}${language}\n${code}${code === '' ? '' : '\n'}${ticks}`)
  }

  /** The first row is the head; `alignments` are left, right, center or ''. */
  table(rows: string[][], alignments: string[]) {
    const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
    const [head = [], ...body] = rows
    while (head.length < width) head.push('')
    const line = (cells: string[]) => `| ${cells.join(' | ')} |`
    const under = head.map((_, at) => underline[alignments[at] ?? ''] ?? '---')
    this.part('other')
    this.lines([line(head), line(under), ...body.map(line)].join('\n'))
  }

  /** Who is quoted, as the first line of the quote just begun; the renderer makes a `<cite>` of it. */
  attribution(words: string) {
    this.lines(`[quote: ${words}]`)
    this.last = 'attribution'
  }

  beginQuote() {
    this.hold('quote', this.part('quote'), '> ', '> ')
  }

  /** `name` with its title: `details What happened`. */
  beginContainer(name: string) {
    this.hold('container', this.part('other'), '', '')
    this.lines(`:::${name}`)
    this.last = 'nothing'
  }

  beginList(start: number | undefined) {
    const ordered = start !== undefined
    const nested = /[-+.)] $/.test(this.first)
    const again = this.last === 'list' ? this.lastMarker : ''
    const [usual, other] = ordered ? ['.', ')'] : ['-', '+']
    const before = this.part('list', ordered && start !== 1)
    const taken = again || (nested ? this.first.at(-2)! : '')
    this.hold('list', before, '', '')
    Object.assign(this.holders.at(-1)!, { marker: taken === usual ? other : usual, number: start })
  }

  beginItem() {
    const list = this.holders.at(-1)!
    if (this.last === 'item' && list.loose) this.gap ??= this.prefix.trimEnd()
    const marker = /[.)]/.test(list.marker) ? `${list.number}${list.marker} ` : `${list.marker} `
    this.hold('item', this.last, marker, ' '.repeat(marker.length))
  }

  /** A paragraph of its own in an item sets the list wide. */
  loosen() {
    const item = this.holders.at(-1)
    const list = this.holders.at(-2)
    if (item?.kind === 'item' && list?.kind === 'list') list.loose = true
  }

  inList() {
    return this.holders.at(-1)?.kind === 'list'
  }

  /** Ends the innermost holder; one that stayed empty leaves no trace. */
  end() {
    const holder = this.holders.pop()!
    const empty = this.written.length === holder.length
    this.prefix = holder.prefix
    this.first = empty ? holder.first : holder.prefix
    const { last } = this
    this.last = holder.last
    if (empty) return
    this.endFilled(holder, last)
  }

  private endFilled(holder: Holder, last: Kind) {
    if (holder.kind === 'container') {
      this.lines(':::')
      this.last = 'other'
    } else if (holder.kind === 'item') {
      const list = this.holders.at(-1)!
      list.number++
      this.last = 'item'
      if (last === 'quote' || last === 'other') list.loose = true
    } else {
      this.last = holder.kind
      this.lastMarker = holder.marker
    }
  }

  private hold(kind: Holder['kind'], last: Kind, opening: string, indent: string) {
    const { prefix, first } = this
    const length = this.written.length
    this.holders.push({ kind, prefix, first, last, length, loose: false, marker: '', number: 0 })
    this.first += opening
    this.prefix += indent
    this.last = 'nothing'
  }

  /** Puts the blank line between two blocks, where one is needed; answers what stood before. */
  private part(kind: Kind, always = false) {
    const last = this.last
    this.last = kind
    const interrupts = !always && (kind === 'list' || kind === 'fence')
    const close =
      last === 'nothing' ||
      (last === 'attribution' && (interrupts || kind === 'paragraph')) ||
      (interrupts && this.tight() && (last === 'paragraph' || last === 'fence'))
    if (!close) this.gap ??= this.prefix.trimEnd()
    return last
  }

  private tight() {
    return this.holders.at(-1)?.kind === 'item' && !this.holders.at(-2)!.loose
  }

  private lines(text: string) {
    if (this.gap !== undefined) this.written += this.gap + '\n'
    this.gap = undefined
    if (this.prefix === '' && this.first === '') {
      this.written += text + '\n'
      return
    }
    const blank = '\n' + this.prefix.trimEnd()
    const rest = text.replace(/\n(?=(\n|$)?)/g, (_, empty) =>
      empty === undefined ? '\n' + this.prefix : blank,
    )
    this.written += this.first + rest + '\n'
    this.first = this.prefix
  }
}

const underline: Record<string, string> = { left: ':--', right: '--:', center: ':-:' }
