import { faces } from '@hiroba/core/platform'
import { seeded, some } from './random.ts'
import type { Opened } from './installation.ts'
import { slug } from './stage.ts'

/** A word of two characters and the posts whose plain text holds it. */
export type Word = { text: string; lang: 'ja' | 'ko'; posts: ReadonlySet<string> }

export type Words = { ja: Word[]; ko: Word[]; random: Word[] }

const pairs = {
  ja: /(?=(\p{Script=Han}{2}))/gu,
  ko: /(?=(\p{Script=Hangul}{2}))/gu,
}
/** A word that stands alone, as a person would look for: not a piece of a longer run. */
const alone = {
  ja: /(?<!\p{Script=Han})\p{Script=Han}{2}(?!\p{Script=Han})/gu,
  ko: /(?<!\p{Script=Hangul})\p{Script=Hangul}{2}(?!\p{Script=Hangul})/gu,
}

/**
 * 20 words of 5 to 400 posts in each of two languages, and 400 random ones of any frequency,
 * chosen with a fixed seed; with the truth about each: the posts a guest may read whose title (of an
 * opening post) or plain text holds it, by plain comparison of strings.
 */
export async function chosenWords(opened: Opened): Promise<Words> {
  const counts = { ja: new Map<string, number>(), ko: new Map<string, number>() }
  const standing = { ja: new Set<string>(), ko: new Set<string>() }
  for await (const { text } of plainPosts(opened))
    for (const lang of ['ja', 'ko'] as const) {
      for (const pair of pairsIn(text, lang))
        counts[lang].set(pair, (counts[lang].get(pair) ?? 0) + 1)
      for (const [word] of text.matchAll(alone[lang])) standing[lang].add(word)
    }

  const random = seeded(7)
  const usual = (lang: 'ja' | 'ko') =>
    some(
      random,
      [...standing[lang]].filter((word) => {
        const count = counts[lang].get(word)!
        return count >= 5 && count <= 400
      }),
      20,
    )
  const any = (lang: 'ja' | 'ko') => some(random, [...counts[lang].keys()], 200)
  const chosen = (['ja', 'ko'] as const).flatMap((lang) => [
    ...usual(lang).map((text) => ({ text, lang, isUsual: true, posts: new Set<string>() })),
    ...any(lang).map((text) => ({ text, lang, isUsual: false, posts: new Set<string>() })),
  ])
  await findTruth(opened, chosen)
  const usualOf = (wanted: string) =>
    chosen.filter(({ lang, isUsual }) => isUsual && lang === wanted)
  return { ja: usualOf('ja'), ko: usualOf('ko'), random: chosen.filter((word) => !word.isUsual) }
}

type Chosen = { text: string; lang: 'ja' | 'ko'; posts: Set<string> }

async function findTruth(opened: Opened, chosen: Chosen[]): Promise<void> {
  const byText = new Map<string, Chosen[]>()
  for (const word of chosen) byText.set(word.text, [...(byText.get(word.text) ?? []), word])
  for await (const { id, text } of plainPosts(opened))
    for (const lang of ['ja', 'ko'] as const)
      for (const pair of pairsIn(text, lang))
        for (const word of byText.get(pair) ?? []) word.posts.add(id)
}

function pairsIn(text: string, lang: 'ja' | 'ko'): Set<string> {
  return new Set(Array.from(text.matchAll(pairs[lang]), ([, pair]) => pair!))
}

/** Every post a guest may find, as plain text; the title of a topic before its opening text. */
async function* plainPosts(opened: Opened): AsyncGenerator<{ id: string; text: string }> {
  const here = await opened.here(slug)
  const { pool } = opened.hiroba.db
  for (const kind of ['topic', 'reply'] as const) {
    const { rows } = await pool.query<{ id: string }>(listed[kind], [here.community.id])
    for (let i = 0; i < rows.length; i += 1000) {
      const some = rows.slice(i, i + 1000).map(({ id }) => ({ kind, id }))
      for (const { id, title, text } of await faces(here, some))
        yield { id, text: kind === 'topic' ? `${title}\n${text}` : text }
    }
  }
}

/** What an unlisted topic holds is read by its address only. */
const listed = {
  topic: `select id from topics where community_id = $1 and unlisted_at is null order by id`,
  reply: `select r.id from replies r
    join topics t on t.community_id = $1 and t.id = r.topic_id and t.unlisted_at is null
    where r.community_id = $1 order by r.id`,
}
