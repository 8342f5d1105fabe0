import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Refusal } from '@hiroba/core/platform'

const web = fileURLToPath(new URL('../../web', import.meta.url))
const build = join(web, 'build')
const note = join(build, 'sources.sha256')
// The lock file too: a newer compiler makes other pages.
const sources = ['src', 'static', 'vite.config.ts', 'package.json', '../package-lock.json']

/** The folder of the built pages. HIROBA_WEB_BUILD names another one, for tests. */
export function buildFolder(): string {
  return process.env.HIROBA_WEB_BUILD || build
}

/**
 * Builds the pages when there is no build or when it was made from other sources (core is not part
 * of it, it runs as it is). Refuses `build_failed`, and `build_tools_missing` when there is none.
 */
export async function ensureBuilt(announce: () => void): Promise<void> {
  if (process.env.HIROBA_WEB_BUILD) return
  const digest = digestOfSources()
  if (existsSync(join(build, 'handler.js')) && readOr('', note) === digest) return
  const vite = viteProgram()
  if (!vite) {
    // Installed without the tools: what was built elsewhere is taken as it is.
    if (existsSync(join(build, 'handler.js'))) return
    throw new Refusal('unavailable', 'build_tools_missing')
  }
  announce()
  rmSync(note, { force: true })
  await run(vite)
  writeFileSync(note, digest)
}

function digestOfSources(): string {
  const hash = createHash('sha256')
  for (const name of sources)
    for (const path of filesBelow(join(web, name))) {
      hash.update(path.slice(web.length)).update('\0')
      hash.update(readFileSync(path)).update('\0')
    }
  return hash.digest('hex')
}

function filesBelow(path: string): string[] {
  if (!existsSync(path)) return []
  try {
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return [path]
    throw error
  }
}

function viteProgram(): string | null {
  try {
    const require = createRequire(join(web, 'package.json'))
    return join(dirname(require.resolve('vite/package.json')), 'bin', 'vite.js')
  } catch {
    return null
  }
}

/** What the build says is shown only when it fails. */
function run(vite: string): Promise<void> {
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: web,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) return resolve()
      process.stderr.write(Buffer.concat(said))
      reject(new Refusal('unavailable', 'build_failed'))
    })
  })
}

function readOr(otherwise: string, path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return otherwise
  }
}
