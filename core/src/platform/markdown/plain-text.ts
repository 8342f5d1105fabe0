import { quoteSource } from './syntax.ts'

/**
 * The words of a Markdown text without its marks, for search and previews: a line a line, code
 * kept, addresses of links and images and who is quoted left out. Quick, by line, not by rendering.
 */
export function plainText(markdown: string): string {
  return lines(markdown, true)
}

/**
 * The beginning of a text in at most so many characters (graphemes count by code point), cut
 * between words and ended with `…`; without quotes and code, unless there is nothing else.
 */
export function excerpt(markdown: string, characters: number): string {
  const start = markdown.slice(0, characters * 20 + 4000)
  const own = lines(start, false).replace(/\s+/g, ' ').trim()
  return shortened(own === '' ? lines(start, true).replace(/\s+/g, ' ').trim() : own, characters)
}

function lines(markdown: string, whole: boolean) {
  const kept: string[] = []
  let fence = ''
  for (const line of markdown.split('\n')) {
    const [, quoting = '', rest = ''] = /^((?:\s{0,3}>)*)(.*)$/s.exec(line)!
    const text = rest.trim()
    const [, run = ''] = /^(?:[-+*]\s+|\d{1,9}[.)]\s+)?(`{3,}|~{3,})/.exec(text) ?? []
    if (fence !== '') {
      if (run.startsWith(fence) && run === text) fence = ''
      else if (whole) kept.push(text)
    } else if (run !== '' && !text.slice(text.indexOf(run) + run.length).includes('`')) fence = run
    else if (whole || quoting === '') keep(kept, text, quoting !== '')
  }
  return kept.join('\n').trim()
}

function keep(kept: string[], text: string, quoted: boolean) {
  if (text === '') return
  if (quoted && quoteSource(text)) return
  const [, title] = /^:{3,}\s*(?:details|spoiler)?\s*(.*)$/.exec(text) ?? []
  if (title !== undefined) return title === '' ? undefined : void kept.push(unmarked(title))
  if (/^\|?[-:| ]+\|[-:| ]*$|^([-*_])(\s*\1){2,}$/.test(text)) return
  const words = text
    .replace(/^(?:[-+*]\s+|\d{1,9}[.)]\s+)+/, '')
    .replace(/^#{1,6}\s+/, '')
    .replace(/^\|\s*|\s*\|$/g, '')
  kept.push(unmarked(text.startsWith('|') ? words.replace(/(?<!\\)\|/g, ' ') : words))
}

/** Takes the marks out of a line; each expression reads every character a bounded number of times. */
function unmarked(line: string) {
  if (!/[*_~`\\[\]<&]/.test(line)) return line
  const starsAreMarks = (line.match(/(?<!\\)\*+(?=\S)/g)?.length ?? 0) > 0 && /\S\*+/.test(line)
  return line
    .replace(/!?\[([^[\]]*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?(?:\s+"[^"]*")?\)/g, '$1')
    .replace(/!?\[([^[\]]*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?(?:\s+"[^"]*")?\)/g, '$1')
    .replace(/<((?:https?|mailto):[^\s<>]*)>/g, '$1')
    .replace(/<br>/g, ' ')
    .replace(/<\/?(?:kbd|sub|sup|u|ins|mark|small)>|\[\/?spoiler\]/g, '')
    .replace(/(?<!\\)`+/g, '')
    .replace(/(?<!\\)\*{1,3}/g, starsAreMarks ? '' : '$&')
    .replace(/(?<![\p{L}\p{N}_\\])_{1,3}(?=\S)|(?<=[^\s\\_])_{1,3}(?![\p{L}\p{N}_])/gu, '')
    .replace(/(?<!\\)~~/g, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
}

const segments = new Intl.Segmenter(undefined, { granularity: 'word' })

function shortened(text: string, characters: number) {
  if (text.length <= characters) return text
  let end = 0
  for (const { index, segment } of segments.segment(text.slice(0, characters + 40))) {
    if (index + segment.length > characters - 1) break
    end = index + segment.length
  }
  const cut = end === 0 ? text.slice(0, characters - 1).toWellFormed() : text.slice(0, end)
  return cut.replace(/[\s\p{Pd}、。,.;:，．・]+$/u, '') + '…'
}
