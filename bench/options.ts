import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

export type Options = {
  parts: string[]
  /** Posts of the grown community, the archive's included. */
  posts: number
  /** Length of a row of requests. */
  seconds: number
  /** Not the full size: the results are kept apart. */
  isSmoke: boolean
  /** An installation grown by an earlier run with `keep`. */
  on: string | null
  keep: boolean
}

const full = { posts: 300_000, seconds: 10 }

export const repository = fileURLToPath(new URL('..', import.meta.url))

/** Real communities and texts lie beside the repository, for they are not ours to pass on. */
const data = fileURLToPath(new URL('../../shared/data', import.meta.url))

export const sources = {
  archive: `${data}/communities/urho3d-discourse-topics.tar.gz`,
  japanese: `${data}/communities/open2ch/ranking.zip`,
  korean: `${data}/language/nsmc-cc0/train.tsv`,
  searchDev: `${data}/language/search-dev`,
}

export function readOptions(args: string[], known: string[]): Options {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      posts: { type: 'string', default: String(full.posts) },
      seconds: { type: 'string', default: String(full.seconds) },
      on: { type: 'string' },
      keep: { type: 'boolean', default: false },
    },
  })
  const unknown = positionals.filter((part) => !known.includes(part))
  const [posts, seconds] = [Number(values.posts), Number(values.seconds)]
  if (unknown.length > 0 || !(posts >= 500) || !(seconds >= 1)) {
    console.error(`usage: npm run bench -- [${known.join('|')} …] [--posts n] [--seconds n]
  --posts, --seconds   another size, at least 500 and 1; results are then kept apart
  --keep               leave the grown installation where it is, and say where
  --on <folder>        work on such an installation instead of growing one`)
    process.exit(2)
  }
  return {
    parts: positionals.length ? known.filter((part) => positionals.includes(part)) : known,
    posts,
    seconds,
    isSmoke: posts !== full.posts || seconds !== full.seconds,
    on: values.on ?? null,
    keep: values.keep,
  }
}

/** What a part cannot do without is not there: it is left out, and says so. */
export class Skipped extends Error {}

export function insistOn(...paths: string[]): void {
  const missing = paths.filter((path) => !existsSync(path))
  if (missing.length === 0) return
  const names = missing.map((path) => path.slice(data.length + 1)).join(', ')
  throw new Skipped(`the data beside the repository (shared/data) is not there: ${names}`)
}
