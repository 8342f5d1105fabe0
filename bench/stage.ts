import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { queueFigures } from '@hiroba/core/worker'
import { operator } from '@hiroba/core/platform'
import { smallArchive } from './archive.ts'
import { writePosts } from './growing/generator.ts'
import { englishTexts, japaneseTexts, koreanTexts } from './growing/texts.ts'
import {
  freshInstallation,
  installationIn,
  type CommandRun,
  type Installation,
} from './installation.ts'
import { insistOn, sources, type Options } from './options.ts'
import { cpuSeconds } from './processes.ts'

/** The community that everything is measured on. */
export const slug = 'urho3d'

export type ImportRun = CommandRun & { posts: number; counts: Record<string, unknown> }

export type Plaza = { installation: Installation; imported: ImportRun | null }

export type Grown = Plaza & {
  /** Null on an installation that an earlier run left. */
  growth: Growth | null
}

export type Growth = ImportRun & {
  generateSeconds: number
  megabytesOfText: number
  /** Posts rendered by the worker afterwards, and how long it took. */
  rendered: { posts: number; seconds: number; cpuSeconds: number; complete: boolean }
  databaseGigabytes: number
}

export type Stage = ReturnType<typeof openStage>

/** What the parts stand on, made when the first of them asks for it. */
export function openStage(options: Options, tell: (words: string) => void) {
  let plazaMade: Promise<Plaza> | undefined
  let grownMade: Promise<Grown> | undefined
  return {
    options,
    tell,
    /** An installation into which the archive has just been imported. */
    plaza: () => (plazaMade ??= importArchive(options, tell)),
    /** The same, grown to its full size and rendered. */
    grown: () =>
      (grownMade ??= options.on
        ? Promise.resolve({
            installation: installationIn(options.on),
            imported: null,
            growth: null,
          })
        : (plazaMade ??= importArchive(options, tell)).then((plaza) => grow(plaza, options, tell))),
  }
}

async function importArchive(options: Options, tell: (words: string) => void): Promise<Plaza> {
  insistOn(sources.archive)
  const installation = freshInstallation()
  const archive = options.isSmoke
    ? await smallArchive(installation.folder, options.posts / 2)
    : sources.archive
  tell('importing the archive')
  const run = await installation.command(
    'import',
    'discourse',
    archive,
    '--community',
    slug,
    '--create',
    '--json',
  )
  return { installation, imported: importRun(run) }
}

async function grow(plaza: Plaza, options: Options, tell: (words: string) => void): Promise<Grown> {
  insistOn(sources.japanese, sources.korean)
  const { installation } = plaza
  const file = join(installation.folder, 'grown.jsonl')
  const count = Math.max(100, options.posts - plaza.imported!.posts)
  tell(`making ${count} posts`)
  const started = performance.now()
  const opened = await installation.open()
  try {
    await writePosts(file, count, [await englishTexts(opened), japaneseTexts(), koreanTexts()])
  } finally {
    await opened.close()
  }
  const generateSeconds = (performance.now() - started) / 1000
  const megabytesOfText = statSync(file).size / 1e6

  tell('importing them')
  const run = await installation.command(
    'import',
    'jsonl',
    file,
    '--community',
    slug,
    '--source',
    'grown',
    '--json',
  )
  rmSync(file)
  tell('rendering them')
  const rendered = await rendering(installation, options)
  const databaseGigabytes = await settled(installation)
  const growth = {
    ...importRun(run),
    generateSeconds,
    megabytesOfText,
    rendered,
    databaseGigabytes,
  }
  return { ...plaza, growth }
}

function importRun(run: CommandRun): ImportRun {
  const counts = JSON.parse(run.out) as { topics: number; replies: number }
  return { ...run, out: '', counts, posts: counts.topics + counts.replies }
}

/** Full size: so long the worker may take; pages without stored HTML are made in passing. */
const patience = 10 * 60_000

/** Lets the worker work until nothing waits: no job, no fact, no post without its HTML. */
async function rendering(installation: Installation, options: Options) {
  const opened = await installation.open()
  const { pool } = opened.hiroba.db
  const missing = async () => {
    const { rows } = await pool.query<{ count: number }>(
      `select (select count(*) from topics where html is null)
        + (select count(*) from replies where html is null)
        + (select count(*) from notes where html is null) as count`,
    )
    return rows[0]!.count
  }
  const before = await missing()
  const started = performance.now()
  const worker = installation.work()
  try {
    for (;;) {
      await sleep(options.isSmoke ? 300 : 2000)
      const used = cpuSeconds(worker.pid)
      const { waiting, dead, outbox } = await queueFigures(opened.hiroba.lobby(operator))
      if (dead > 0) throw new Error(`${dead} jobs failed for good: see worker.log`)
      if (!worker.isAlive()) throw new Error('the worker ended')
      const milliseconds = performance.now() - started
      const isLate = milliseconds > patience
      if (waiting + outbox > 0 && !isLate) continue
      const left = await missing()
      if (left > 0 && !isLate) throw new Error(`no job waits, but ${left} posts have no HTML`)
      const seconds = milliseconds / 1000
      return { posts: before - left, seconds, cpuSeconds: used, complete: left === 0 }
    }
  } finally {
    await worker.stop()
    await opened.close()
  }
}

/** What autovacuum does in the minutes after such an import is done at once, so that it disturbs nothing. */
async function settled(installation: Installation): Promise<number> {
  const opened = await installation.open()
  const { pool } = opened.hiroba.db
  try {
    await pool.query('vacuum (analyze)')
    await pool.query('checkpoint')
    const { rows } = await pool.query<{ size: number }>(
      'select pg_database_size(current_database()) as size',
    )
    return rows[0]!.size / 1e9
  } finally {
    await opened.close()
  }
}
