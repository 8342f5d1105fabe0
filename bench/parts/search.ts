import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { operator } from '@hiroba/core/platform'
import { search, type Language } from '@hiroba/core/search'
import { freshInstallation } from '../installation.ts'
import { insistOn, sources } from '../options.ts'
import { round } from '../figures.ts'
import type { Part } from '../part.ts'

type Doc = { id: number; lang: string; text: string }
type Judged = { lang: string; query: string; relevant: number[] }

type Data = {
  documents: number
  /** Mean average precision and number of queries, by language. */
  languages: Record<string, { precision: number; queries: number }>
  /** Of so many queries asked on the command line as well, so many gave the same list. */
  commands: { asked: number; agreed: number }
}

const targets: Record<string, number> = { ja: 0.93, ko: 0.93, en: 0.98, zh: 0.98 }
const commandsAsked = 10
const community = 'search-dev'

/** Documents and queries with known answers, through the product. */
export const searching: Part<Data> = {
  async measure({ tell }) {
    insistOn(sources.searchDev)
    const docs = read<Doc>('docs.jsonl')
    const queries = read<Judged>('queries.jsonl')
    const installation = freshInstallation()
    try {
      const file = join(installation.folder, 'docs.jsonl')
      writeFileSync(file, docs.map(({ id, lang, text }) => line(id, lang, text)).join(''))
      tell('importing documents with known answers')
      await installation.command('import', 'jsonl', file, '--community', community, '--create')
      const opened = await installation.open()
      try {
        const here = await opened.here(community, operator)
        const ask = async ({ query, lang }: Judged) => {
          const { hits } = await search(here, { query, lang: short(lang), limit: 5000 })
          return hits.map(({ face }) => face.sourceId ?? '')
        }
        const precisions = new Map<string, number[]>()
        for (const query of queries) {
          const lang = short(query.lang)
          const all = precisions.get(lang) ?? []
          precisions.set(lang, [...all, averagePrecision(await ask(query), query.relevant)])
        }
        let agreed = 0
        const step = Math.floor(queries.length / commandsAsked)
        const chosen = queries.filter((_, i) => i % step === 0).slice(0, commandsAsked)
        for (const one of chosen) {
          const options = ['--community', community, '--json', '--limit', '5000']
          const lang = ['--lang', short(one.lang)]
          const { out } = await installation.command('search', ...options, ...lang, one.query)
          const found = (JSON.parse(out) as { sourceId: string }[]).map(({ sourceId }) => sourceId)
          if (found.join() === (await ask(one)).join()) agreed++
        }
        return {
          documents: docs.length,
          languages: Object.fromEntries(
            [...precisions].map(([lang, all]) => [
              lang,
              { precision: round(mean(all), 4), queries: all.length },
            ]),
          ),
          commands: { asked: chosen.length, agreed },
        }
      } finally {
        await opened.close()
      }
    } finally {
      installation.clear()
    }
  },
  describe: ({ documents, languages, commands }) => ({
    title: 'Search: what is found, and in which order',
    judged: [
      ...Object.entries(targets).map(([lang, target]) => ({
        what: `search, mean average precision, ${lang}`,
        is: languages[lang]?.precision ?? null,
        unit: '',
        aim: { atLeast: target },
      })),
      {
        what: 'search, the command line agrees',
        is: commands.agreed,
        unit: `of ${commands.asked} queries`,
        aim: { atLeast: commands.asked },
      },
    ],
    tables: [
      {
        head: ['language', 'queries', 'mean average precision', 'aim'],
        rows: Object.entries(languages).map(([lang, { precision, queries }]) => [
          lang,
          queries,
          precision.toFixed(4),
          targets[lang] ?? '',
        ]),
      },
    ],
    notes: [
      `${documents} documents imported by \`hiroba import jsonl\`, every query with its language; paragraphs of opensource.guide (CC BY 4.0) and short posts.`,
    ],
  }),
}

function line(id: number, lang: string, text: string): string {
  return `${JSON.stringify({ sourceId: String(id), text, lang: short(lang) })}\n`
}

function averagePrecision(found: string[], relevant: number[]): number {
  const wanted = new Set(relevant.map(String))
  let [hits, sum] = [0, 0]
  found.forEach((id, i) => {
    if (wanted.has(id)) sum += ++hits / (i + 1)
  })
  return sum / wanted.size
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** zh-hans is zh to the index. */
function short(lang: string): Language {
  return lang.slice(0, 2) as Language
}

function read<T>(file: string): T[] {
  const text = readFileSync(join(sources.searchDev, file), 'utf8')
  return text.split('\n').flatMap((line) => (line ? [JSON.parse(line) as T] : []))
}
