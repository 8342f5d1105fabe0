import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { one, seeded, type Random } from '../random.ts'
import type { Texts } from './texts.ts'

const seed = 20_261_120
const members = 3000
const categoriesPerLanguage = 8
const longest = 40
const day = 86_400_000
const from = Date.UTC(2015, 0, 1)
const until = Date.UTC(2026, 9, 1)

/**
 * Writes `count` posts as lines of JSON for `hiroba import jsonl`, the languages taking turns by
 * topic. Topics have 1 to 40 posts, twelve on average, a quarter of them 20 or more. The same count
 * and texts give the same file.
 */
export async function writePosts(path: string, count: number, languages: Texts[]): Promise<void> {
  const random = seeded(seed)
  const file = createWriteStream(path)
  let left = count
  for (let topic = 1; left > 0; topic++) {
    const posts = Math.min(left, 1 + Math.floor(longest * random() ** 2.5))
    left -= posts
    const lines = topicLines(random, topic, posts, languages[topic % languages.length]!)
    if (!file.write(lines.map((line) => `${JSON.stringify(line)}\n`).join('')))
      await once(file, 'drain')
  }
  await finished(file.end())
}

function topicLines(random: Random, topic: number, posts: number, texts: Texts): object[] {
  const key = `grown-${topic}`
  const category = `${texts.lang} ${1 + Math.floor(random() * categoriesPerLanguage)}`
  // A topic is mostly a talk among a few.
  const people = Array.from({ length: 2 + Math.floor(random() * 6) }, () => author(random))
  let at = from + Math.floor(random() * (until - from))
  const post = () => ({
    text: texts.post(random),
    lang: texts.lang,
    author: one(random, people),
    createdAt: new Date(at).toISOString(),
  })
  const lines: object[] = [{ sourceId: key, title: texts.title(random), ...post(), category }]
  for (let number = 2; number <= posts; number++) {
    at += Math.ceil(random() ** 3 * 3 * day)
    lines.push({ sourceId: `${key}-${number}`, topic: key, ...post() })
  }
  return lines
}

/** Few write much and many a little. */
function author(random: Random): string {
  return `member-${String(Math.floor(members * random() ** 3)).padStart(4, '0')}`
}
