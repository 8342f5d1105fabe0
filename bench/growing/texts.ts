import { readFileSync } from 'node:fs'
import { sources } from '../options.ts'
import { fileInZip } from './zip.ts'
import { one, type Random } from '../random.ts'
import type { Opened } from '../installation.ts'

/** Makes new texts of one language out of real ones. */
export type Texts = {
  lang: 'en' | 'ja' | 'ko'
  post(random: Random): string
  title(random: Random): string
}

/** From the archive that was imported: its sentences, lists, quotes and code, in its own shapes. */
export async function englishTexts({ hiroba }: Opened): Promise<Texts> {
  const { rows } = await hiroba.db.pool.query<{ text: string; title: string | null }>(
    `select text, null as title, topic_id as topic, number from replies where deleted_at is null
     union all select text, title, id, 1 from topics where deleted_at is null order by 3, 4`,
  )
  const posts = rows.map(({ text }) => blocksOf(text)).filter((blocks) => blocks.length > 0)
  const pools = new Map<Kind, string[]>()
  const shapes = posts.map((blocks) =>
    blocks.map(({ kind, sentences }) => [kind, sentences.length] as const),
  )
  for (const { kind, sentences } of posts.flat()) {
    const pool = pools.get(kind) ?? []
    pools.set(kind, pool)
    for (const sentence of sentences) pool.push(sentence)
  }
  const titles = rows.flatMap(({ title }) => (title ? [title.split(' ')] : []))
  return {
    lang: 'en',
    post: (random) =>
      one(random, shapes)
        .map(([kind, count]) => many(random, pools.get(kind)!, count).join(' '))
        .join('\n\n'),
    title(random) {
      const [first, second] = [one(random, titles), one(random, titles)]
      const words = [
        ...first.slice(0, Math.ceil(first.length / 2)),
        ...second.slice(second.length >> 1),
      ]
      return words.join(' ')
    },
  }
}

/** From the posts of an anonymous board. */
export function japaneseTexts(): Texts {
  const file = fileInZip(sources.japanese, 'ranking/dev.tsv').toString('utf8')
  const posts = file.split('\n').flatMap((line) => line.split('\t').slice(1))
  return shortTexts(
    'ja',
    posts.map((post) => post.replaceAll('__BR__', '\n')),
  )
}

/** From film reviews. */
export function koreanTexts(): Texts {
  const lines = readFileSync(sources.korean, 'utf8').split('\n').slice(1)
  return shortTexts(
    'ko',
    lines.map((line) => line.split('\t')[1] ?? ''),
  )
}

type Kind = 'paragraph' | 'code' | 'list' | 'quote' | 'other'
type Block = { kind: Kind; sentences: string[] }

/** Markdown in its blocks; only paragraphs are cut into sentences. */
function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = []
  let open: string[] = []
  let fence = ''
  const close = () => {
    const text = open.join('\n').trim()
    if (text) blocks.push(blockOf(text))
    open = []
  }
  for (const line of markdown.split('\n')) {
    const mark = /^(`{3,}|~{3,})/.exec(line)?.[1]
    if (!fence && mark) close()
    if (fence || mark || line.trim()) open.push(line)
    else close()
    if (fence && line.startsWith(fence)) {
      fence = ''
      close()
    } else if (!fence && mark) fence = mark
  }
  close()
  return blocks
}

function blockOf(text: string): Block {
  if (/^[`~]{3}/.test(text)) return { kind: 'code', sentences: [text] }
  if (/^([-*+]|\d+[.)]) /.test(text)) return { kind: 'list', sentences: [text] }
  if (text.startsWith('>')) return { kind: 'quote', sentences: [text] }
  if (/^[#|<]|^ {4}/.test(text)) return { kind: 'other', sentences: [text] }
  return { kind: 'paragraph', sentences: text.split(/(?<=[.!?]) +/) }
}

/** A post is one to four sentences that come from different ones. */
function shortTexts(lang: 'ja' | 'ko', posts: string[]): Texts {
  const sentences = [...new Set(posts.flatMap((post) => post.split(/(?<=[。！？!?.\n])\s*/)))]
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 3)
  if (sentences.length < 1000) throw new Error(`too few ${lang} sentences: ${sentences.length}`)
  const between = lang === 'ja' ? '\n' : ' '
  return {
    lang,
    post: (random) => many(random, sentences, 1 + Math.floor(4 * random() ** 2)).join(between),
    title: (random) => one(random, sentences).replaceAll('\n', ' ').slice(0, 60),
  }
}

function many(random: Random, from: readonly string[], count: number): string[] {
  return Array.from({ length: count }, () => one(random, from))
}
