import { closeSync, existsSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Argument, type Command } from 'commander'
import type { ImportCounts, ImportRun, Reject } from '@hiroba/core/imports'
import type { Actor } from '@hiroba/core/platform'
import type { Working } from '../run.ts'

type Given = {
  community: string
  create?: boolean
  dryRun?: boolean
  json?: boolean
  source?: string
  site?: string
  rejects?: string
}

export function importCommand(program: Command): void {
  program
    .command('import')
    .description('bring a community in from elsewhere; running it again changes nothing twice')
    .addArgument(new Argument('<kind>', 'what the source is').choices(['discourse', 'jsonl']))
    .argument(
      '<path>',
      'discourse: .tar.gz or folder of topic files; jsonl: file with a line per post',
    )
    .requiredOption('--community <slug>', 'the community it goes into')
    .option('--create', 'found that community when it is not there')
    .option('--dry-run', 'read all, write nothing')
    .option('--source <name>', 'tells several sources of one kind apart')
    .option(
      '--site <address>',
      'discourse: the old site, so that its relative links still lead there',
    )
    .option('--rejects <file>', 'where to list what could not be read')
    .option('--json', 'print the result as JSON')
    .action(bringIn)
}

async function bringIn(kind: 'discourse' | 'jsonl', path: string, given: Given): Promise<void> {
  const { withHiroba } = await import('../run.ts')
  const { Refusal } = await import('@hiroba/core/platform')
  if (!existsSync(path)) throw new Refusal('invalid', 'source_missing', { path })
  await withHiroba({ size: 6 }, async (working) => {
    const { progress } = await import('../progress.ts')
    const rejects = rejectsFile(given, working, kind)
    const bar = progress(given.community)
    let written = 0
    const run = await runOf(kind, path, given, {
      onRead: (share) => {
        if (share > 0.02) bar.expect(Math.max(written, Math.round(written / share)))
      },
      onProgress: (posts) => {
        bar.advance(posts - written)
        written = posts
      },
      onReject: rejects.add,
    })
    try {
      const counts = await execute(working, run, given, kind)
      bar.done()
      await report(counts, performance.now() / 1000, rejects.path(), given)
      if (rejects.path() && isEmpty(counts)) await complain('nothing', { path, kind })
    } catch (error) {
      if (!isCutOff(error)) throw error
      bar.done()
      await complain('cutOff')
    } finally {
      bar.done()
      rejects.end()
    }
  })
}

async function execute(
  { lobby, communityHere }: Working,
  run: ImportRun,
  given: Given,
  kind: string,
): Promise<ImportCounts> {
  const { rehearseImport, runImport } = await import('@hiroba/core/imports')
  const { communityBySlug, found } = await import('@hiroba/core/communities')
  const actor: Actor = { kind: 'import', source: kind, audiences: 'all' }
  if (given.dryRun) {
    if (!given.create) await communityHere(given.community)
    return rehearseImport(run, new Date())
  }
  if (given.create && !(await communityBySlug(lobby, given.community)))
    await found(lobby, { slug: given.community })
  return runImport(await communityHere(given.community, actor), run)
}

function isEmpty({ topics, replies, notes, there }: ImportCounts): boolean {
  return topics + replies + notes + there === 0
}

/** Whether a statement failed because its connection ended (PostgreSQL's class 57P, or the socket). */
function isCutOff(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  const sockets = ['ECONNRESET', 'ECONNREFUSED', 'EPIPE']
  return (
    code.startsWith('57P') || sockets.includes(code) || message.startsWith('Connection terminated')
  )
}

/** A source of which nothing could be read is a mistake, not an import with rejects. */
async function complain(key: 'nothing' | 'cutOff', data: Record<string, unknown> = {}) {
  const { operatorsLanguage } = await import('../run.ts')
  const { fill } = await import('../language.ts')
  const { imported } = await import('../words-import.ts')
  console.error(fill(imported[key][operatorsLanguage()], data))
  process.exitCode = 1
}

type Told = {
  onRead: (share: number) => void
  onProgress: (posts: number) => void
  onReject: (reject: Reject) => void
}

async function runOf(
  kind: 'discourse' | 'jsonl',
  path: string,
  given: Given,
  { onRead, ...told }: Told,
): Promise<ImportRun> {
  const { discourseImport, jsonlImport } = await import('@hiroba/core/imports')
  const common = { path: resolve(path), onRead, ...(given.source && { key: given.source }) }
  const run =
    kind === 'discourse'
      ? discourseImport({ ...common, ...(given.site && { site: given.site }) })
      : jsonlImport(common)
  return { ...run, ...told }
}

/** A line of JSON per reject. The file is made with the first one; what an earlier run left goes. */
function rejectsFile(given: Given, { config }: Working, kind: string) {
  const name = `${given.community}-${kind}${given.source ? `-${given.source}` : ''}-rejects.jsonl`
  const ours = join(config.dataDir, 'imports', name.replace(/[^\w.-]/g, '_'))
  const path = given.rejects ? resolve(given.rejects) : ours
  if (path === ours) rmSync(path, { force: true })
  let file: number | undefined
  return {
    add(reject: Reject) {
      if (file === undefined) {
        mkdirSync(dirname(path), { recursive: true })
        file = openSync(path, 'w')
      }
      writeSync(file, `${JSON.stringify(reject)}\n`)
    },
    path: () => (file === undefined ? null : path),
    end: () => file !== undefined && closeSync(file),
  }
}

async function report(
  counts: ImportCounts,
  seconds: number,
  rejects: string | null,
  given: Given,
): Promise<void> {
  const { printJson, operatorsLanguage } = await import('../run.ts')
  const { fill } = await import('../language.ts')
  const { imported } = await import('../words-import.ts')
  const { reasons } = await import('../words-reasons.ts')
  const posts = counts.topics + counts.replies
  const perSecond = Math.round(posts / Math.max(seconds, 0.001))
  if (given.json)
    return printJson({ ...counts, seconds: Number(seconds.toFixed(1)), perSecond, rejects })
  const language = operatorsLanguage()
  const say = (key: keyof typeof imported, data: Record<string, unknown> = {}) =>
    console.log(fill(imported[key][language], data))
  const isNothing = posts + counts.notes === 0
  const came = isNothing ? 'cameNothing' : 'came'
  const rehearsed = isNothing ? 'rehearsedNothing' : 'rehearsed'
  say(given.dryRun ? rehearsed : came, {
    ...counts,
    posts,
    seconds: seconds.toFixed(1),
    perSecond,
  })
  if (counts.hidden) say('hidden', counts)
  if (counts.deleted) say('deleted', counts)
  if (counts.there) say('there', counts)
  for (const what of ['skipped', 'rejected'] as const)
    for (const [code, count] of Object.entries(counts[what]))
      say(what, { count, reason: reasons[code]?.[language] ?? code })
  if (rejects) say('rejects', { path: rejects })
  if (!given.dryRun && !counts.there && !isEmpty(counts)) say('next', { slug: given.community })
}
