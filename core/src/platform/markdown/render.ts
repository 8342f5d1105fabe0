import MarkdownParser, { type Env, type MarkdownIt, type Token } from 'markdown-it'
import { escapeHtml, highlightCode } from './highlight.ts'
import { addSyntax, handlesWithin, type FindMember } from './syntax.ts'

/** Raised with every change of what HTML a text gives: stored HTML of another version is made anew. */
export const RENDERER_VERSION = 1

export type RenderOptions = {
  /** The address of a quoted post, by the numbers in `[quote: Yuki, 123/4]`. */
  topicUrl?: (topic: number, post: number) => string | undefined
  /** The page of the member with this handle; undefined where nobody has it. */
  mention?: FindMember
}

/**
 * Markdown as safe HTML: no tag of the writer's, links only to http, https and mailto, headings from
 * h3 down, code coloured by classes, foreign images as links (`a.image`) that are loaded on a click.
 * It names no language: words such as "image" or "spoiler" are the page's.
 */
export function renderMarkdown(markdown: string, options: RenderOptions = {}): string {
  return renderer().render(withoutBidiControls(markdown), { ...options })
}

/** The same, for callers that may one day have to wait for it. */
export async function renderPost(markdown: string, options: RenderOptions = {}): Promise<string> {
  return renderMarkdown(markdown, options)
}

/**
 * Every handle that a text may mention, for looking them up before it is rendered: of a Japanese
 * or Korean word after an @ also the shorter beginnings, since particles stick to names.
 */
export function mentionedHandles(markdown: string): string[] {
  if (!markdown.includes('@')) return []
  const handles = new Set<string>()
  for (const [, written] of markdown.matchAll(
    /(?<![\p{L}\p{N}_/])@([\p{L}\p{N}_][\p{L}\p{N}\p{M}_.-]{0,59})/gu,
  ))
    for (const handle of handlesWithin(written!.replace(/[.-]+$/, ''))) handles.add(handle)
  return [...handles]
}

let made: MarkdownIt | undefined

function renderer() {
  if (made) return made
  made = new MarkdownParser({ html: false, linkify: true, breaks: true, maxNesting: 50 })
  // Without a scheme `main.cc` and `build.sh` would be links: file names are common in forums.
  made.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false })
  made.validateLink = isHarmless
  addSyntax(made)
  addRules(made)
  return made
}

/** http, https, mailto, or an address of this site. Control characters cannot hide a scheme. */
function isHarmless(address: string) {
  const [, scheme] =
    /^([a-z][a-z0-9+.-]*):/i.exec(address.replace(/[\s\u0000-\u001f\u007f]|%0[9ad]/gi, '')) ?? []
  return scheme ? /^(https?|mailto)$/i.test(scheme) : !/^[^/?#]*:/.test(address)
}

/** Characters that turn the direction of what follows can make a text or code say another thing. */
function withoutBidiControls(markdown: string) {
  return markdown.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
}

const foreign = 'rel="nofollow ugc noopener"'

function addRules(md: MarkdownIt) {
  const { rules } = md.renderer
  rules['link_open'] = (tokens, index) => linkOpen(tokens[index]!)
  rules['image'] = (tokens, index) => image(tokens[index]!, insideLink(tokens, index))
  rules['heading_open'] = (tokens, index) => `<${lowered(tokens[index]!.tag)}>`
  rules['heading_close'] = (tokens, index) => `</${lowered(tokens[index]!.tag)}>\n`
  rules['table_open'] = () => '<div class="scroll" tabindex="0"><table>\n'
  rules['table_close'] = () => '</table></div>\n'
  rules['th_open'] = rules['td_open'] = (tokens, index) => cellOpen(tokens[index]!)
  rules['fence'] = (tokens, index) => codeBlock(tokens[index]!.content, tokens[index]!.info)
  rules['code_block'] = (tokens, index) => codeBlock(tokens[index]!.content, '')
  rules['cite'] = (tokens, index, _options, env) => cite(tokens[index]!, env ?? {})
  rules['kept_open'] = (tokens, index) =>
    tokens[index]!.tag === 'spoiler'
      ? '<span class="spoiler" tabindex="0">'
      : `<${tokens[index]!.tag}>`
  rules['kept_close'] = (tokens, index) =>
    tokens[index]!.tag === 'spoiler' ? '</span>' : `</${tokens[index]!.tag}>`
  rules['container_open'] = (tokens, index) =>
    tokens[index]!.tag === 'details' ? '<details>' : '<div class="spoiler" tabindex="0">\n'
  rules['container_close'] = (tokens, index) =>
    tokens[index]!.tag === 'details' ? '</details>\n' : '</div>\n'
}

function linkOpen(token: Token) {
  const address = String(token.attrGet('href') ?? '')
  const title = token.attrGet('title')
  const known = token.attrGet('class') === 'mention' ? ' class="mention"' : ''
  const outward = /^([a-z]+:|\/\/)/i.test(address) ? ` ${foreign}` : ''
  const tip = title ? ` title="${escapeHtml(String(title))}"` : ''
  return `<a${known} href="${escapeHtml(address)}"${tip}${outward}>`
}

/** Loading a stranger's image would tell them who reads: it waits for a click. */
function image(token: Token, linked: boolean) {
  const address = String(token.attrGet('src') ?? '')
  const words = escapeHtml(token.content.trim() || fileName(address))
  if (linked) return `<span class="image">${words}</span>`
  return `<a class="image" data-image href="${escapeHtml(address)}" ${foreign}>${words}</a>`
}

function fileName(address: string) {
  const [path = ''] = address.split(/[?#]/)
  const name = path.split('/').filter(Boolean).at(-1) ?? address
  try {
    return withoutBidiControls(decodeURIComponent(name))
  } catch {
    return name
  }
}

const links = new WeakMap<Token[], boolean[]>()

/** For each token of a paragraph whether it stands in a link, found out once. */
function insideLink(tokens: Token[], index: number) {
  let inside = links.get(tokens)
  if (!inside) {
    let depth = 0
    inside = tokens.map(({ type }) => {
      if (type === 'link_open') depth++
      if (type === 'link_close') depth--
      return depth > 0
    })
    links.set(tokens, inside)
  }
  return inside[index]!
}

/** The page has h1, its sections h2. */
function lowered(tag: string) {
  return `h${Math.min(6, Number(tag.slice(1)) + 2)}`
}

/** The strict CSP forbids markdown-it's style attribute. */
function cellOpen(token: Token) {
  const [, side] = /text-align:(left|center|right)/.exec(String(token.attrGet('style') ?? '')) ?? []
  return side && side !== 'left' ? `<${token.tag} class="${side}">` : `<${token.tag}>`
}

function codeBlock(code: string, info: string) {
  const [language = ''] = info.trim().split(/\s+/)
  return `<pre tabindex="0"><code>${highlightCode(code, language)}</code></pre>\n`
}

function cite(token: Token, env: Env) {
  const { name, topic, post } = token.meta as { name: string; topic?: number; post?: number }
  if (topic === undefined || post === undefined) return `<cite>${escapeHtml(name)}</cite>\n`
  const address = (env as RenderOptions).topicUrl?.(topic, post)
  const link = address ? ` <a href="${escapeHtml(address)}">${post}</a>` : ''
  return `<cite data-post="${topic}/${post}">${escapeHtml(name)}${link}</cite>\n`
}
