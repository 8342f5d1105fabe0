import type { Conversion } from './conversion.ts'
import type { Attributes } from './elements.ts'

/** Who is quoted, until the quote's text begins. */
export type Quoted = { words: string; place: string; named: boolean }

/** The page that a link box shows. */
export type Box = { address: string | undefined; title: string; source: string }

/**
 * `<aside class="quote">`: its words become the attribution `Yuki, 123/4` (topic and post number);
 * a quote without a name goes by the title of its topic.
 */
export function quote(to: Conversion, attributes: Attributes) {
  to.endParagraph()
  const { 'data-topic': topic = '', 'data-post': post = '' } = attributes
  const name = oneLine(attributes['data-username'] ?? '')
  const place = /^\d+$/.test(topic) && /^\d+$/.test(post) ? `${topic}/${post}` : ''
  to.quoting = { words: attributionWords(name, place), place, named: name !== '' }
  return () => {
    to.quoting = undefined
    to.endParagraph()
  }
}

/** The bar over a quote: avatar, name, topic. Only an unnamed quote needs the topic's title. */
export function quoteTitle(to: Conversion) {
  const quoting = to.quoting!
  if (quoting.named) return 'skip'
  return to.capture((text) => {
    const [title = ''] = text.split('\n').map(oneLine).filter(Boolean)
    quoting.words = attributionWords(title.replace(/:$/, '').slice(0, 200), quoting.place)
  })
}

function attributionWords(name: string, place: string) {
  if (name === '') return place
  return place === '' ? name : `${name}, ${place}`
}

/** A page shown as a box becomes a link with that page's title; its copied text stays there. */
export function onebox(to: Conversion, attributes: Attributes) {
  to.endParagraph()
  const box: Box = { address: to.address(attributes['data-onebox-src']), title: '', source: '' }
  to.box = box
  return to.capture(() => {
    to.box = undefined
    const { address } = box
    const title = box.title || box.source || address
    if (address && title) linkAlone(to, title, address)
    else if (title) to.text(title)
    to.endParagraph()
  })
}

/** Within a box the first heading is its title and the header its source. */
export function boxPart(to: Conversion, part: 'title' | 'source') {
  const { box } = to
  if (!box || box[part] !== '') return
  return to.capture((text) => void (box[part] ||= oneLine(text)))
}

/** A video shown by its picture. */
export function youtubeBox(to: Conversion, attributes: Attributes) {
  const { 'data-youtube-id': id = '', 'data-youtube-title': title = '' } = attributes
  if (!/^[\w-]+$/.test(id)) return
  const address = `https://www.youtube.com/watch?v=${id}`
  to.endParagraph()
  linkAlone(to, oneLine(title) || address, address)
  to.endParagraph()
  return 'skip' as const
}

function linkAlone(to: Conversion, text: string, address: string) {
  const end = to.mark({ kind: 'link', open: '[', close: `](${address})`, href: address })
  to.add({ is: 'text', text })
  end()
}

function oneLine(text: string) {
  return text.replace(/[\s\u00a0]+/g, ' ').trim()
}
