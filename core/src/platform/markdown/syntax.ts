import type { MarkdownIt, StateBlock, StateCore, StateInline, Token } from 'markdown-it'
import { flanking } from './delimiters.ts'
import { codeBefore } from './escape.ts'

/** What the Markdown of Hiroba knows beyond CommonMark and GFM tables. */
export function addSyntax(md: MarkdownIt) {
  md.block.ruler.before('fence', 'container', container, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  })
  md.core.ruler.after('block', 'attribution', attribution)
  md.core.ruler.after('inline', 'kept_tags', pairKeptTags)
  md.inline.ruler.before('link', 'kept_tag', keptTag)
  md.inline.ruler.before('link', 'mention', mention)
  friendlyToCjk(md)
}

/** `:::details Title` and `:::spoiler`, to the `:::` that ends it or to the end of its block. */
function container(state: StateBlock, start: number, end: number, silent: boolean) {
  if (state.sCount[start]! - state.blkIndent >= 4) return false
  const opening = /^:{3,}\s*(details|spoiler)(?:\s+(.*))?$/.exec(lineOf(state, start))
  if (!opening) return false
  if (silent) return true
  const last = containerEnd(state, start, end)

  const token = state.push('container_open', opening[1]!, 1)
  token.map = [start, last]
  token.block = true
  if (opening[1] === 'details') summary(state, opening[2] ?? '', start)
  const { lineMax, parentType } = state
  state.lineMax = last
  state.md.block.tokenize(state, start + 1, last)
  state.lineMax = lineMax
  state.parentType = parentType
  state.push('container_close', opening[1]!, -1).block = true
  state.line = last < end ? last + 1 : last
  return true
}

function lineOf(state: StateBlock, line: number) {
  return state.src.slice(state.bMarks[line]! + state.tShift[line]!, state.eMarks[line])
}

/** Containers nest, and a fence in them may show `:::` as code. */
function containerEnd(state: StateBlock, start: number, end: number) {
  let depth = 1
  let fence = ''
  for (let line = start + 1; line < end; line++) {
    if (state.sCount[line]! < state.blkIndent && !state.isEmpty(line)) return line
    const first = state.src.charCodeAt(state.bMarks[line]! + state.tShift[line]!)
    if (first !== colon && first !== backtick && first !== tilde) continue
    const text = lineOf(state, line)
    const [run] = /^(`{3,}|~{3,})/.exec(text) ?? []
    if (fence) {
      if (run?.startsWith(fence) && text.trim() === run) fence = ''
    } else if (run) fence = run
    else if (/^:{3,}\s*(details|spoiler)\b/.test(text)) depth++
    else if (/^:{3,}\s*$/.test(text) && --depth === 0) return line
  }
  return end
}

const [colon, backtick, tilde, at] = [58, 96, 126, 64]

function summary(state: StateBlock, title: string, line: number) {
  state.push('summary_open', 'summary', 1).block = true
  const inline = state.push('inline', '', 0)
  inline.content = title.trim() || '…'
  inline.map = [line, line + 1]
  inline.children = []
  state.push('summary_close', 'summary', -1).block = true
}

/** `[quote: Yuki, 123/4]` as a quote's first line says who is quoted, from topic 123, post 4. */
function attribution(state: StateCore) {
  if (!state.src.includes('[quote: ')) return
  const kept: Token[] = []
  const given = state.tokens
  for (let at = 0; at < given.length; at++) {
    kept.push(given[at]!)
    const inline = given[at + 2]
    if (given[at]!.type !== 'blockquote_open' || given[at + 1]?.type !== 'paragraph_open') continue
    const [line = ''] = inline!.content.split('\n', 1)
    const source = quoteSource(line)
    if (!source) continue
    const cite = new state.Token('cite', 'cite', 0)
    cite.meta = source
    kept.push(cite)
    inline!.content = inline!.content.slice(line.length + 1)
    if (inline!.content.trim() === '') at += 3
  }
  state.tokens = kept
}

/** Who and what a line `[quote: …]` names; undefined for any other line. */
export function quoteSource(line: string) {
  const [, words] = /^\[quote: (.+)\]\s*$/.exec(line) ?? []
  if (!words) return undefined
  const [, name = '', topic, post] = /^(?:(.+), )?(\d{1,12})\/(\d{1,12})$/.exec(words) ?? []
  if (topic === undefined) return { name: words }
  return { name, topic: Number(topic), post: Number(post) }
}

const tags = /^(?:<(\/?)(kbd|sub|sup|u|ins|mark|small|br)\s*\/?>|\[(\/?)(spoiler)\])/i

/** The few tags that are harmless and have no other spelling. They count only in pairs. */
function keptTag(state: StateInline, silent: boolean) {
  const code = state.src.charCodeAt(state.pos)
  if (code !== 60 && code !== 91) return false
  const found = tags.exec(state.src.slice(state.pos, state.pos + 12))
  if (!found) return false
  if (!silent) {
    const name = (found[2] ?? found[4])!.toLowerCase()
    if (name === 'br') state.push('hardbreak', 'br', 0)
    else {
      const token = state.push('kept_tag', name, 0)
      token.content = found[0]
      token.meta = { closes: (found[1] ?? found[3]) === '/' }
    }
  }
  state.pos += found[0].length
  return true
}

function pairKeptTags(state: StateCore) {
  for (const { type, children } of state.tokens)
    if (type === 'inline' && children?.some((token) => token.type === 'kept_tag')) pair(children)
}

/** Innermost first; a tag that crosses emphasis or a link, or has no partner, is text. */
function pair(children: Token[]) {
  const open: Token[] = []
  const drop = () => {
    while (open.at(-1)?.type === 'kept_tag') asText(open.pop()!)
  }
  for (const token of children) {
    if (token.type === 'kept_tag' && token.meta!.closes) {
      while (open.at(-1)?.type === 'kept_tag' && open.at(-1)!.tag !== token.tag) asText(open.pop()!)
      const partner = open.at(-1)
      if (partner?.type === 'kept_tag') {
        open.pop()
        partner.type = 'kept_open'
        token.type = 'kept_close'
      } else asText(token)
    } else if (token.type === 'kept_tag' || token.nesting === 1) open.push(token)
    else if (token.nesting === -1) {
      drop()
      open.pop()
    }
  }
  drop()
  for (const token of open) if (token.type === 'kept_tag') asText(token)
}

function asText(token: Token) {
  token.type = 'text'
  token.tag = ''
}

export type FindMember = (handle: string) => string | undefined

const handleAt = /@([\p{L}\p{N}_](?:[\p{L}\p{N}\p{M}_.-]{0,58}[\p{L}\p{N}\p{M}_])?)/uy

/** `@handle` becomes a link where somebody has that handle, else it stays as it is. */
function mention(state: StateInline, silent: boolean) {
  if (state.src.charCodeAt(state.pos) !== at) return false
  if (state.pos > 0 && /[\p{L}\p{N}_/]/u.test(state.src[state.pos - 1]!)) return false
  handleAt.lastIndex = state.pos
  const written = handleAt.exec(state.src)?.[1]
  if (!written || state.pos + 1 + written.length > state.posMax) return false
  const find = state.env['mention'] as FindMember | undefined
  const handle = (find && handleIn(written, find)) ?? { text: written, href: undefined }
  if (!silent) pushMention(state, handle)
  state.pos += 1 + handle.text.length
  return true
}

function pushMention(
  state: StateInline,
  { text, href }: { text: string; href?: string | undefined },
) {
  if (!href || state.linkLevel > 0) {
    state.push('text', '', 0).content = '@' + text
    return
  }
  state.push('link_open', 'a', 1).attrs = [
    ['class', 'mention'],
    ['href', href],
  ]
  state.push('text', '', 0).content = '@' + text
  state.push('link_close', 'a', -1)
}

/** Particles and honorifics stick to a name in Japanese and Korean: the longest that is one wins. */
function handleIn(written: string, find: FindMember) {
  for (const text of handlesWithin(written)) {
    const href = find(text)
    if (href) return { text, href }
  }
  return undefined
}

/** What of `ユキさんへ` could be a handle: all of it, or less by characters that are not ASCII. */
export function handlesWithin(written: string): string[] {
  const handles = [written]
  for (let end = written.length - 1; end > 0; end--) {
    const [before, after] = [written.charCodeAt(end - 1), written.charCodeAt(end)]
    if (before < 128 && after < 128 && written[end] !== '.' && written[end] !== '-') continue
    if ((after & 0xfc00) !== 0xdc00) handles.push(written.slice(0, end))
  }
  return handles
}

/** Emphasis beside Japanese and Korean characters, see delimiters.ts. */
function friendlyToCjk(md: MarkdownIt) {
  md.inline.State = class extends md.inline.State {
    override scanDelims(start: number, canSplitWord: boolean) {
      const { length } = super.scanDelims(start, canSplitWord)
      const end = start + length
      const before = start > 0 ? codeBefore(this.src, start) : 32
      const after = end < this.posMax ? this.src.codePointAt(end)! : 32
      const { opens, closes } = flanking(before, after, canSplitWord ? 42 : 95)
      return { can_open: opens, can_close: closes, length }
    }
  }
}
