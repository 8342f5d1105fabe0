/**
 * Measures what Hiroba promises: `npm run bench`, or `npm run bench -- http visit` for some parts.
 * A run in full size writes results.md and results.json beside this file; another size never does.
 */
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { clearAll, freshInstallation } from './installation.ts'
import { commit, machine } from './machine.ts'
import { readOptions, repository, Skipped } from './options.ts'
import { growing } from './parts/grow.ts'
import { importing } from './parts/import.ts'
import { planning } from './parts/plans.ts'
import { searchSpeed } from './parts/search-speed.ts'
import { searching } from './parts/search.ts'
import { serving } from './parts/http.ts'
import { visiting } from './parts/visit.ts'
import { report, verdicts, type Kept } from './report.ts'
import { openStage } from './stage.ts'
import type { Part } from './part.ts'

/** In the order of a run. What a part measures only itself can describe. */
const parts: Record<string, Pick<Part<unknown>, 'measure'> & Pick<Part<never>, 'describe'>> = {
  import: importing,
  search: searching,
  grow: growing,
  plans: planning,
  'search-speed': searchSpeed,
  visit: visiting,
  http: serving,
}

const options = readOptions(process.argv.slice(2), Object.keys(parts))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => {
    clearAll()
    process.exit(1)
  })

const begun = Date.now()
const stage = openStage(options, (words) => console.log(`  ${minutes()} ${words}`))
let failed = 0
try {
  const measured = await measureAll()
  if (Object.keys(measured).length > 0) await keep(measured)
  if (options.keep) {
    const { installation } = await stage.grown()
    installation.keep()
    console.log(
      `The installation stays in ${installation.folder}: use it with --on, then delete it.`,
    )
  }
} finally {
  clearAll()
}
console.log(`${minutes()} done${failed ? `, ${failed} parts failed` : ''}`)
process.exit(failed ? 1 : 0)

async function measureAll(): Promise<Record<string, Kept>> {
  const measured: Record<string, Kept> = {}
  const on = { ...machine(), postgresql: await databaseVersion() }
  const about = { date: new Date().toISOString().slice(0, 10), commit: commit(), machine: on }
  for (const name of options.parts) {
    const started = Date.now()
    console.log(`${minutes()} ${name}`)
    try {
      const data = await parts[name]!.measure(stage)
      const seconds = Math.round((Date.now() - started) / 1000)
      measured[name] = { ...about, seconds, posts: options.posts, data }
      console.log(verdicts(parts[name]!.describe(data as never)))
    } catch (error) {
      if (error instanceof Skipped) console.log(`  left out: ${error.message}`)
      else {
        failed++
        console.error(`  ${name} failed:`, error)
      }
    }
  }
  return measured
}

/** The parts measured now, among those measured before. */
async function keep(measured: Record<string, Kept>): Promise<void> {
  const folder = options.isSmoke
    ? mkdtempSync(join(tmpdir(), 'hiroba-results-'))
    : join(repository, 'bench')
  const file = join(folder, 'results.json')
  const before = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, Kept>)
    : {}
  const all = { ...before, ...measured }
  const told = Object.keys(parts).flatMap((name) => {
    const kept = all[name]
    return kept ? [{ name, kept, section: parts[name]!.describe(kept.data as never) }] : []
  })
  const ordered = Object.fromEntries(told.map(({ name, kept }) => [name, kept]))
  const style = (await resolveConfig(join(repository, 'bench/results.md'))) ?? {}
  writeFileSync(file, await format(JSON.stringify(ordered), { ...style, parser: 'json' }))
  writeFileSync(
    join(folder, 'results.md'),
    await format(report(told), { ...style, parser: 'markdown' }),
  )
  console.log(`Results: ${options.isSmoke ? join(folder, 'results.md') : 'bench/results.md'}`)
}

async function databaseVersion(): Promise<string> {
  const installation = freshInstallation()
  const opened = await installation.open(1)
  await opened.close()
  installation.clear()
  return opened.version
}

function minutes(): string {
  const seconds = Math.round((Date.now() - begun) / 1000)
  return `[${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}]`
}
