import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A demo community as its folder of texts tells it. */
export type Village = { about: About; people: VillagePerson[]; topics: VillageTopic[] }

type About = {
  slug: string
  hostname?: string
  language: 'ja' | 'ko' | 'en'
  timeZone: string
  accent?: string
  name: InThree
  purpose: InThree
  benefit: InThree
  categories: Record<string, { number: number; name: InThree }>
}
type InThree = { ja: string; ko: string; en: string }
export type VillagePerson = { id: number; handle: string; title: string | null }

export type VillageTopic = {
  id: number
  title: string
  category: string
  tags: string[]
  views: number
  solved: number | null
  pinned: boolean
  closed: boolean
  posts: VillagePost[]
}

export type VillagePost = {
  by: string
  /** How long before `now`: "17d 07:12" (in Japan and Korea, UTC+9), "20m" or "3h". */
  ago: string
  likes: number
  answers: number | null
  edited: boolean
  text: string
}

/**
 * Reads a folder with `about.json`, `people.txt` and texts:
 *
 *     === Title
 *     in: tools · tags: soil, seeds · views: 212 · solved: 4 · pinned · closed
 *     --- みつば 17d 07:12 ♥31 →1 edited
 *     Markdown, with > quotes and [quote みつば 3] … [/quote]
 */
export function readVillage(folder: string): Village {
  const about = JSON.parse(readFileSync(join(folder, 'about.json'), 'utf8')) as About
  const people = peopleIn(readFileSync(join(folder, 'people.txt'), 'utf8'))
  const texts = readdirSync(folder)
    .filter((name) => /^\d.*\.txt$/.test(name))
    .toSorted()
  const topics = texts.flatMap((name) => topicsIn(readFileSync(join(folder, name), 'utf8'), name))
  for (const topic of topics) check(topic, about, people)
  return { about, people, topics: topics.map((topic, index) => ({ ...topic, id: index + 1 })) }
}

/** Writes the village as a Discourse archive's folder: a file for each topic. */
export function writeAsDiscourse(
  { about, people, topics }: Village,
  now: Date,
  into: string,
  cook: (markdown: string) => string,
): void {
  mkdirSync(into, { recursive: true })
  let postId = 0
  for (const topic of topics) {
    const posts = topic.posts.map((post, index) => {
      const person = people.find(({ handle }) => handle === post.by)!
      const at = momentOf(post.ago, now)
      return {
        id: ++postId,
        post_number: index + 1,
        post_type: 1,
        user_id: person.id,
        username: person.handle,
        name: '',
        user_title: person.title,
        cooked: cook(withQuotes(post.text, topic.id)),
        created_at: at.toISOString(),
        updated_at: new Date(at.getTime() + (post.edited ? 25 * 60_000 : 0)).toISOString(),
        version: post.edited ? 2 : 1,
        reply_to_post_number: post.answers,
        accepted_answer: topic.solved === index + 1,
        actions_summary: post.likes ? [{ id: 2, count: post.likes }] : [],
      }
    })
    const document = {
      id: topic.id,
      title: topic.title,
      created_at: posts[0]!.created_at,
      last_posted_at: posts.at(-1)!.created_at,
      category_id: about.categories[topic.category]!.number,
      views: topic.views,
      posts_count: posts.length,
      pinned_at: topic.pinned ? posts[0]!.created_at : null,
      closed: topic.closed,
      tags: topic.tags,
      accepted_answer: topic.solved ? { post_number: topic.solved } : null,
      post_stream: { posts },
    }
    writeFileSync(join(into, `${topic.id}.json`), JSON.stringify(document, null, 1))
  }
}

function peopleIn(text: string): VillagePerson[] {
  return text
    .trim()
    .split('\n')
    .map((line, index) => {
      const [handle = '', title] = line.split('|').map((part) => part.trim())
      return { id: index + 1, handle, title: title || null }
    })
}

function topicsIn(text: string, file: string): VillageTopic[] {
  return text
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const [head = '', ...posts] = part.split(/^--- /m)
      const [title = '', facts = ''] = head.trim().split('\n')
      const fact = (name: string) =>
        new RegExp(`(?:^| · )${name}: ([^·]+)`).exec(facts)?.[1]?.trim()
      if (!fact('in')) throw new Error(`${file}: "${title}" does not say its category`)
      return {
        id: 0,
        title: title.trim(),
        category: fact('in')!,
        tags: fact('tags')?.split(/,\s*/) ?? [],
        views: Number(fact('views') ?? 0),
        solved: fact('solved') ? Number(fact('solved')) : null,
        pinned: /· pinned/.test(facts),
        closed: /· closed/.test(facts),
        posts: posts.map(postIn),
      }
    })
}

function postIn(text: string): VillagePost {
  const end = text.indexOf('\n')
  const head = text.slice(0, end)
  const [, by, ago] = /^(\S+) (\d+d \d\d?:\d\d|\d+[mh])/.exec(head) ?? []
  if (!by || !ago) throw new Error(`not understood: --- ${head}`)
  return {
    by,
    ago,
    likes: Number(/♥(\d+)/.exec(head)?.[1] ?? 0),
    answers: Number(/→(\d+)/.exec(head)?.[1] ?? 0) || null,
    edited: / edited/.test(head),
    text: text.slice(end).trim(),
  }
}

function check(
  { title, posts, solved, category }: VillageTopic,
  about: About,
  people: VillagePerson[],
) {
  const fail = (what: string) => {
    throw new Error(`"${title}": ${what}`)
  }
  if (posts.length === 0) fail('has no post')
  if (!about.categories[category]) fail(`unknown category ${category}`)
  if (solved && !posts[solved - 1]) fail(`no post ${solved} to solve it`)
  const now = new Date()
  let before = 0
  for (const { by, ago } of posts) {
    if (!people.some(({ handle }) => handle === by)) fail(`nobody is called ${by}`)
    const at = momentOf(ago, now).getTime()
    if (at < before) fail(`${by} ${ago} is before the post above`)
    before = at
  }
}

const hour = 3_600_000
const nineHoursEast = 9 * hour

function momentOf(ago: string, now: Date): Date {
  const short = /^(\d+)([mh])$/.exec(ago)
  if (short) return new Date(now.getTime() - Number(short[1]) * (short[2] === 'm' ? 60_000 : hour))
  const [, days, hours, minutes] = /^(\d+)d (\d+):(\d+)$/.exec(ago)!.map(Number)
  const there = new Date(now.getTime() + nineHoursEast)
  const midnight = Date.UTC(there.getUTCFullYear(), there.getUTCMonth(), there.getUTCDate() - days!)
  return new Date(midnight - nineHoursEast + hours! * hour + minutes! * 60_000)
}

/** `[quote みつば 3] … [/quote]` becomes what Discourse makes of a quote. */
function withQuotes(text: string, topic: number): string {
  return text.replace(
    /^\[quote (\S+) (\d+)\]\n([\s\S]*?)\n\[\/quote\]$/gm,
    (_, by: string, post: string, words: string) =>
      `<aside class="quote" data-username="${by}" data-post="${post}" data-topic="${topic}">` +
      `<div class="title">${by}:</div>\n<blockquote><p>${words}</p></blockquote>\n</aside>`,
  )
}
