import { searchIds } from '@hiroba/core/search'
import { round, slashed, spread, type Spread } from '../figures.ts'
import { slug } from '../stage.ts'
import { chosenWords, type Word } from '../words.ts'
import { timing } from '../statements.ts'
import type { Installation } from '../installation.ts'
import type { Judged, Part } from '../part.ts'

type Row = {
  words: number
  /** Posts that hold the words, all words together, and the most of one word. */
  posts: number
  mostPosts: number
  /** Posts found among them, by all, and of the worst word; of a word in more posts than an answer may have, as many as it may. */
  recall: number
  worstRecall: number
  worstWord: string
  /** Milliseconds in the database for the first 20. */
  database: Spread
  /** Milliseconds for the whole page, one after another. */
  page: Spread
  failedPages: number
}

type Data = { kinds: Record<'ja' | 'ko' | 'random', Row>; passes: number }

const names = {
  ja: '20 Japanese words of 2 kanji, in 5-400 posts',
  ko: '20 Korean words of 2 syllables, in 5-400 posts',
  random: '400 random pairs of kanji or hangul, of any frequency',
}
const kinds = ['ja', 'ko', 'random'] as const
const mostFound = 5000
const passes = 3

/** Every two-character word is found, and quickly, at full size. */
export const searchSpeed: Part<Data> = {
  async measure(stage) {
    const { installation } = await stage.grown()
    stage.tell('choosing words')
    const opened = await installation.open()
    const words = await chosenWords(opened)
    await opened.close()
    stage.tell('searching in the database')
    const rows = {} as Data['kinds']
    for (const kind of kinds) {
      const recall = await recallOf(installation, words[kind])
      const database = await databaseTimes(installation, words[kind])
      rows[kind] = { ...recall, database, page: spread([]), failedPages: 0 }
    }
    stage.tell('searching on the page')
    const server = await installation.serve(`/c/${slug}`, { HIROBA_CACHE: 'off' })
    try {
      for (const kind of kinds) {
        const { times, failed } = await pageTimes(`${server.url}/c/${slug}`, words[kind])
        Object.assign(rows[kind], { page: spread(times), failedPages: failed })
      }
    } finally {
      await server.stop()
    }
    return { kinds: rows, passes }
  },
  describe: ({ kinds: rows, passes }) => ({
    title: 'Search: two-character words at this size',
    judged: kinds.flatMap((kind): Judged[] => [
      {
        what: `recall, ${names[kind]}`,
        is: rows[kind].recall,
        unit: '',
        aim: { atLeast: 1 },
        ...peers[kind],
      },
      {
        what: `in the database, p95, ${names[kind]}`,
        is: rows[kind].database.p95,
        unit: 'ms',
        aim: { atMost: 20 },
      },
    ]),
    tables: [
      {
        head: [
          'words',
          'posts that hold one',
          'most of one',
          'recall',
          'worst',
          'database p50 / p95 / p99 ms',
          'page p50 / p95 / p99 ms',
          'pages not 200',
        ],
        rows: kinds.map((kind) => {
          const row = rows[kind]
          return [
            names[kind],
            row.posts,
            row.mostPosts,
            row.recall,
            `${row.worstRecall} (${row.worstWord})`,
            slashed(row.database),
            slashed(row.page),
            row.failedPages,
          ]
        }),
      },
    ],
    notes: [
      `Words chosen by script with a fixed seed from the texts; truth is the plain comparison of strings (as \`like '%word%'\`) over title and plain text. Recall over answers of up to ${mostFound} posts: a word in more posts than that counts as found when ${mostFound} are. Times of the statements of \`searchIds\` around the driver, one connection, first 20 of the list, ${passes} passes after one that warms; pages uncached, one after another over HTTP, once each after one that warms.`,
    ],
  }),
}

const peers = {
  ja: { beside: 'NodeBB 4.15: 0.012' },
  ko: { beside: 'NodeBB 4.15: 0.19' },
  random: {},
}

async function recallOf(installation: Installation, words: Word[]) {
  const opened = await installation.open(1)
  try {
    const here = await opened.here(slug)
    let [found, wanted] = [0, 0]
    let worst = { recall: 1, word: '' }
    for (const word of words) {
      const hits = await searchIds(here, { query: word.text, lang: word.lang, limit: mostFound })
      const right = hits.filter(({ id }) => word.posts.has(id)).length
      const most = Math.min(mostFound, word.posts.size)
      // More than fit are there: whichever the answer holds must still hold the word.
      const recall = Math.min(1, right / most)
      found += Math.min(right, most)
      wanted += most
      if (recall < worst.recall) worst = { recall, word: word.text }
    }
    return {
      words: words.length,
      posts: words.reduce((sum, { posts }) => sum + posts.size, 0),
      mostPosts: Math.max(0, ...words.map(({ posts }) => posts.size)),
      recall: wanted === 0 ? 1 : Math.floor((found / wanted) * 10_000) / 10_000,
      worstRecall: round(worst.recall),
      worstWord: worst.word,
    }
  } finally {
    await opened.close()
  }
}

/** The statements of a search, timed around the driver; a search may need a second statement. */
async function databaseTimes(installation: Installation, words: Word[]): Promise<Spread> {
  let spent = 0
  const opened = await installation.open(1)
  const stop = timing(opened.hiroba, (milliseconds) => (spent += milliseconds))
  try {
    const here = await opened.here(slug)
    const times: number[] = []
    for (let pass = 0; pass <= passes; pass++)
      for (const { text, lang } of words) {
        spent = 0
        await searchIds(here, { query: text, lang, limit: 20 })
        if (pass > 0) times.push(spent)
      }
    return spread(times)
  } finally {
    stop()
    await opened.close()
  }
}

async function pageTimes(base: string, words: Word[]) {
  const times: number[] = []
  let failed = 0
  for (const pass of [0, 1])
    for (const { text, lang } of words) {
      const started = performance.now()
      const answer = await fetch(`${base}/search?q=${encodeURIComponent(text)}`, {
        headers: { 'accept-language': lang, 'accept-encoding': 'identity' },
      })
      await answer.arrayBuffer()
      if (pass === 0) continue
      times.push(performance.now() - started)
      if (answer.status !== 200) failed++
    }
  return { times, failed }
}
