import { watchAddress } from './addresses.ts'
import type { Conversion } from './conversion.ts'
import { emojiNamed } from './emoji.ts'
import { fenceName } from './languages.ts'
import { boxPart, onebox, quote, quoteTitle, youtubeBox } from './discourse-elements.ts'

export type Attributes = Record<string, string>
/** What an element does when it begins: nothing, something when it ends, or keep its content out. */
export type Element = (to: Conversion, attributes: Attributes) => void | 'skip' | (() => void)

const block: Element = (to) => {
  to.endParagraph()
  return () => to.endParagraph()
}

const skip: Element = () => 'skip'

const emphasis =
  (delimiter: string): Element =>
  (to) =>
    to.mark({ kind: 'emphasis', open: delimiter, close: delimiter })

const tag =
  (name: string): Element =>
  (to) =>
    to.mark({ kind: 'tag', open: `<${name}>`, close: `</${name}>` })

const heading =
  (level: number): Element =>
  (to) =>
    to.heading(level)

const list =
  (ordered: boolean): Element =>
  (to, { start }) =>
    to.hold(() => to.blocks.beginList(ordered ? firstNumber(start) : undefined))

/** An item without a list around it is a paragraph. */
const item: Element = (to, attributes) => {
  to.endParagraph()
  return to.blocks.inList() ? to.hold(() => to.blocks.beginItem()) : block(to, attributes)
}

const paragraph: Element = (to) => {
  to.endParagraph()
  to.blocks.loosen()
  return () => to.endParagraph()
}

const cell: Element = (to, { style = '', align = '' }) =>
  to.cell(/text-align:\s*(left|right|center)/.exec(style)?.[1] ?? align.toLowerCase())

const preformatted: Element = (to, { class: classes = '' }) => {
  to.codeClass = classes
  const end = to.capture((code) => to.fence(fenceName(to.codeClass ?? ''), code))
  return () => {
    end()
    to.codeClass = undefined
  }
}

const code: Element = (to) =>
  to.capture((text) => {
    const line = text.replace(/[\n\r\t]+/g, ' ')
    if (line !== '') to.add({ is: 'code', text: line })
  })

const link: Element = (to, { href, class: classes = '' }) => {
  if (to.media) to.media.linked = true
  if (/\bfootnote-backref\b/.test(classes)) return 'skip'
  if (/\bmention(-group)?\b/.test(classes)) return mention(to, {})
  const address = to.address(href)
  if (/\blightbox\b/.test(classes)) {
    to.lightbox = address
    return () => void (to.lightbox = undefined)
  }
  if (address === undefined) return
  return to.mark({ kind: 'link', open: '[', close: `](${address})`, href: address })
}

const mention: Element = (to) =>
  to.capture((text) => {
    const plain = /^@[\p{L}\p{N}_.-]+$/u.test(text)
    to.add(plain ? { is: 'atom', text } : { is: 'text', text })
  })

const image: Element = (to, { src, alt = '', title = '', class: classes = '' }) => {
  if (/\bemoji\b/.test(classes)) return to.text(emojiNamed(alt || title) ?? (alt || title))
  if (/\b(avatar|site-icon|onebox-avatar(-inline)?)\b/.test(classes)) return
  const address = to.lightbox ?? to.address(src)
  const words = alt
    .replace(/\|\d+x\d+.*$/, '')
    .replace(/[[\]\\`*_<>\s]+/g, ' ')
    .trim()
  if (address && /^https?:|^\//.test(address))
    to.add({ is: 'atom', text: `![${words}](${address})` })
  else to.text(words)
}

const media: Element = (to, { src }) => {
  to.media = { address: to.address(src), linked: false }
  return () => {
    const { address, linked } = to.media!
    to.media = undefined
    if (address && !linked) to.add({ is: 'url', text: address })
  }
}

const source: Element = (to, { src }) => {
  if (to.media) to.media.address ??= to.address(src)
}

const frame: Element = (to, { src }) => {
  const address = to.address(src)
  if (address) to.add({ is: 'url', text: watchAddress(address) })
  return 'skip'
}

const division: Element = (to, attributes) => {
  const { class: classes = '' } = attributes
  if (classes === '') return block(to, attributes)
  if (/\blazyYT\b/.test(classes)) return youtubeBox(to, attributes)
  if (/\bquote-controls\b|\bmeta\b|\bpoll-(info|buttons)\b/.test(classes)) return 'skip'
  if (/\btitle\b/.test(classes) && to.quoting) return quoteTitle(to)
  if (/\bspoiler(ed)?\b/.test(classes)) return to.hold(() => to.blocks.beginContainer('spoiler'))
  return block(to, attributes)
}

const span: Element = (to, { class: classes = '' }) => {
  if (classes === '') return
  if (/\bbbcode-b\b/.test(classes)) return emphasis('**')(to, {})
  if (/\bbbcode-i\b/.test(classes)) return emphasis('*')(to, {})
  if (/\bbbcode-u\b/.test(classes)) return tag('u')(to, {})
  if (/\bbbcode-s\b/.test(classes)) return emphasis('~~')(to, {})
  if (/\bspoiler(ed)?\b/.test(classes))
    return to.mark({ kind: 'tag', open: '[spoiler]', close: '[/spoiler]' })
  if (/\bmention\b/.test(classes)) return mention(to, {})
  if (/\bmath\b/.test(classes)) return to.capture((text) => to.text(`$${text}$`))
  if (/\bchcklst-box\b/.test(classes)) to.text(/\bchecked\b/.test(classes) ? '[x]' : '[ ]')
  return
}

const aside: Element = (to, attributes) => {
  const { class: classes = '' } = attributes
  if (/\bonebox\b/.test(classes)) return onebox(to, attributes)
  if (/\bquote\b/.test(classes)) return quote(to, attributes)
  return block(to, attributes)
}

const blockquote: Element = (to) => {
  const quoted = to.quoting
  to.quoting = undefined
  return to.hold(() => {
    to.blocks.beginQuote()
    if (quoted?.words) to.blocks.attribution(quoted.words)
  })
}

/** A reading over characters stands in brackets behind them. */
const reading: Element = (to) => {
  to.text('(')
  return () => to.text(')')
}

function firstNumber(start: string | undefined) {
  const number = Number(start ?? 1)
  return Number.isInteger(number) && number >= 0 && number < 1e9 ? number : 1
}

/** What elements mean within code, titles and boxes, where only text is collected. */
export const elementsInCapture: Record<string, Element> = Object.assign(Object.create(null), {
  br: (to: Conversion) => to.lineBreak(),
  a: (to, { href, class: classes = '' }) => {
    if (to.box) to.box.address ??= to.address(href)
    if (/\bbadge-wrapper\b/.test(classes)) return 'skip'
    return
  },
  code: (to, { class: classes }) => {
    if (to.codeClass !== undefined && classes) to.codeClass = classes
  },
  img: (to, { alt = '', class: classes = '' }) => {
    if (/\bemoji\b/.test(classes)) to.text(emojiNamed(alt) ?? alt)
  },
  header: (to) => boxPart(to, 'source'),
  h3: (to) => boxPart(to, 'title'),
  h4: (to) => boxPart(to, 'title'),
  svg: skip,
  script: skip,
  style: skip,
} satisfies Record<string, Element>)

/** What each element means; one that is not here is looked through, as part of its paragraph. */
export const elements: Record<string, Element> = Object.assign(Object.create(null), {
  p: paragraph,
  div: division,
  br: (to: Conversion) => to.lineBreak(),
  hr: (to: Conversion) => to.rule(),
  h1: heading(1),
  h2: heading(2),
  h3: heading(3),
  h4: heading(4),
  h5: heading(5),
  h6: heading(6),
  ul: list(false),
  ol: list(true),
  li: item,
  blockquote,
  aside,
  pre: preformatted,
  code,
  tt: code,
  samp: code,
  strong: emphasis('**'),
  b: emphasis('**'),
  em: emphasis('*'),
  i: emphasis('*'),
  s: emphasis('~~'),
  del: emphasis('~~'),
  strike: emphasis('~~'),
  u: tag('u'),
  ins: tag('u'),
  kbd: tag('kbd'),
  sub: tag('sub'),
  sup: tag('sup'),
  mark: tag('mark'),
  span,
  a: link,
  img: image,
  video: media,
  audio: media,
  source,
  iframe: frame,
  embed: frame,
  table: (to: Conversion) => to.table(),
  tr: (to: Conversion) => to.row(),
  td: cell,
  th: cell,
  details: (to: Conversion) => to.details(),
  summary: (to: Conversion) => to.summary(),
  rt: reading,
  rp: skip,
  svg: skip,
  script: skip,
  style: skip,
  template: skip,
  noscript: skip,
  head: skip,
  title: skip,
  object: skip,
  select: skip,
  button: skip,
  textarea: skip,
} satisfies Record<string, Element>)

const blockTags =
  'address article caption center dd dl dt fieldset figcaption figure footer form header legend main nav section'
for (const each of blockTags.split(' ')) elements[each] = block
