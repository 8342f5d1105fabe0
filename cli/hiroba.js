#!/usr/bin/env node
// Plain JavaScript that any Node can read: the program itself is TypeScript and needs the Node that
// npm installed beside it. Found here, it takes over; the exit code and signals are handed on.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const needed = 24
const program = fileURLToPath(new URL('./src/bin.ts', import.meta.url))

if (Number(process.versions.node.split('.')[0]) >= needed) {
  await import(program)
} else {
  const node = pinnedNode()
  if (!node) {
    console.error(
      `Hiroba needs Node ${needed} or newer: run "npm ci" in its folder, which brings one.`,
    )
    process.exit(1)
  }
  const child = spawn(node, [program, ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // Ctrl-C reaches the child by itself; here it must only not end us first.
    process.on(signal, () => signal !== 'SIGINT' && child.kill(signal))
  }
  child.on('exit', (code, signal) => {
    if (signal) process.exit(128 + (signal === 'SIGINT' ? 2 : signal === 'SIGKILL' ? 9 : 15))
    process.exit(code ?? 1)
  })
}

function pinnedNode() {
  const require = createRequire(import.meta.url)
  const { platform, arch } = process
  for (const name of [`node-${platform}-${arch}`, `node-bin-${platform}-${arch}`]) {
    try {
      const node = join(dirname(require.resolve(`${name}/package.json`)), 'bin', 'node')
      if (existsSync(node)) return node
    } catch {
      // Not the package of this machine.
    }
  }
  return null
}
