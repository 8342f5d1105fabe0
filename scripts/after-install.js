// After `npm ci`: SvelteKit writes the types that editors and checks need. Plain JavaScript, and
// nothing to do when only what production needs was installed (`npm ci --omit=dev`).
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const web = fileURLToPath(new URL('../web', import.meta.url))
const kit = svelteKit()
if (kit && existsSync(join(web, 'vite.config.ts'))) {
  const { status } = spawnSync(pinnedNode(), [kit, 'sync'], { cwd: web, stdio: 'inherit' })
  if (status !== 0)
    console.warn('svelte-kit sync failed: editors will miss some types until it runs.')
}

/** npm runs this under its own Node 26; by hand it may be another, which cannot read TypeScript. */
function pinnedNode() {
  const require = createRequire(import.meta.url)
  for (const prefix of ['node', 'node-bin']) {
    try {
      const name = `${prefix}-${process.platform}-${process.arch}/package.json`
      return join(dirname(require.resolve(name)), 'bin', 'node')
    } catch {
      // Not the package of this machine.
    }
  }
  return process.execPath
}

function svelteKit() {
  const require = createRequire(join(web, 'package.json'))
  try {
    require.resolve('vite/package.json')
    const manifest = require.resolve('@sveltejs/kit/package.json')
    return join(dirname(manifest), require(manifest).bin['svelte-kit'])
  } catch {
    return null
  }
}
