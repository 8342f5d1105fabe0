import { Parser } from 'htmlparser2'
import { watchAddress } from './addresses.ts'
import { emojiNamed } from './emoji.ts'

/**
 * For tests: what a person sees in a post's HTML, without spaces; images, quote titles and the
 * copied texts of link boxes aside, as those are shown differently on purpose.
 */
export function visibleInSource(html: string): string {
  return visible(html, (tag, { class: classes = '', ...of }, parents) => {
    const has = (name: string) => classes.split(/\s+/).includes(name)
    if (/^(svg|script|style|template|noscript)$/.test(tag)) return false
    if (tag === 'iframe') return { text: watchAddress(of['src'] ?? '') }
    if (has('emoji')) return { text: emojiNamed(of['alt'] ?? '') ?? of['alt'] ?? '' }
    if (has('lazyYT'))
      return { text: of['data-youtube-title'] || watched(of['data-youtube-id'] ?? '') }
    if (has('math')) return { text: '$', open: true }
    if (tag === 'aside' && has('onebox')) return { title: true }
    if (has('title') && parents.some((parent) => /\bquote\b/.test(parent))) return false
    if (has('meta') || has('poll-info') || has('poll-buttons') || has('footnote-backref'))
      return false
    return true
  })
}

/** The same of what we rendered. */
export function visibleInRendered(html: string): string {
  const titled = html.replaceAll('<summary>…</summary>', '')
  return visible(titled, (tag, { class: classes = '' }) => tag !== 'cite' && classes !== 'image')
}

type Verdict = boolean | { text: string; open?: boolean } | { title: true }
type Judge = (tag: string, attributes: Record<string, string>, parents: string[]) => Verdict

function visible(html: string, judge: Judge) {
  let seen = ''
  let hidden = 0
  let box: { depth: number; parts: Map<string, string>; part: string } | undefined
  let media: { address: string | undefined; linked: boolean } | undefined
  const parents: string[] = []
  const parser = new Parser({
    onopentag(tag, attributes) {
      parents.push(`${tag} ${attributes['class'] ?? ''}`)
      if (hidden > 0) return void hidden++
      if (box) {
        if (/^(h3|h4|header)$/.test(tag) && !box.part && !box.parts.has(tag)) box.part = tag
        return
      }
      if (tag === 'video' || tag === 'audio') media = { address: attributes['src'], linked: false }
      else if (tag === 'source' && media) media.address ??= attributes['src']
      else if (tag === 'a' && media) media.linked = true
      const verdict = judge(tag, attributes, parents.slice(0, -1))
      if (verdict === false) hidden = 1
      else if (typeof verdict === 'object' && 'title' in verdict)
        box = { depth: parents.length, parts: new Map(), part: '' }
      else if (typeof verdict === 'object') {
        seen += verdict.text
        if (!verdict.open) hidden = 1
        else parents[parents.length - 1] += ` closes with ${verdict.text}`
      }
    },
    ontext(text) {
      if (hidden > 0) return
      if (!box) seen += text
      else if (box.part) box.parts.set(box.part, (box.parts.get(box.part) ?? '') + text)
    },
    onclosetag(tag) {
      if (/^(video|audio)$/.test(tag)) {
        if (media && !media.linked) seen += media.address ?? ''
        media = undefined
      }
      if (hidden > 0) hidden--
      if (box?.part === tag && !/\S/.test(box.parts.get(tag) ?? '')) box.parts.delete(tag)
      if (box?.part === tag) box.part = ''
      if (box?.depth === parents.length) {
        const title = [...box.parts].find(([part]) => part !== 'header') ?? [...box.parts][0]
        seen += title?.[1] ?? ''
        box = undefined
      }
      seen += / closes with (.*)$/.exec(parents.pop()!)?.[1] ?? ''
    },
  })
  parser.end(html)
  return seen.replace(/[\s\u202a-\u202e\u2066-\u2069]+/g, '')
}

function watched(id: string) {
  return `https://www.youtube.com/watch?v=${id}`
}
