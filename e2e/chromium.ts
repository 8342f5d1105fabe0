import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { createRequire } from 'node:module'
import { chromium } from '@playwright/test'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/opt/google/chrome/chrome',
]

/**
 * Where a Chromium is: CHROME_PATH, an installed one, Playwright's own (downloaded if need be), or,
 * as root on Debian and Ubuntu, the package. Null when none can be had: `noChromium` says what to do.
 */
export function findChromium(): string | null {
  return given() ?? installed() ?? playwrightsOwn() ?? debianPackage()
}

export const noChromium =
  'No Chromium was found and none could be fetched. Run "npx playwright install --with-deps chromium", ' +
  'or install one (Debian and Ubuntu: "sudo apt-get install chromium fonts-noto-cjk"), ' +
  'or name one in CHROME_PATH.'

/** What keeps Chromium quiet on a machine without graphics and without a network. */
export function chromiumFlags(): string[] {
  const isRoot = process.getuid?.() === 0
  return [
    ...(isRoot ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-dev-shm-usage',
    '--hide-scrollbars',
    '--force-color-profile=srgb',
    '--font-render-hinting=none',
  ]
}

function given(): string | null {
  const path = process.env.CHROME_PATH
  if (!path) return null
  if (runs(path)) return path
  throw new Error(`CHROME_PATH is ${path}, which cannot be run. Correct it or take it away.`)
}

function installed(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter).concat('/usr/bin', '/snap/bin')
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...paths, ...places].find(runs) ?? null
}

function playwrightsOwn(): string | null {
  if (runs(chromium.executablePath())) return chromium.executablePath()
  console.log('No Chromium here yet; asking Playwright for its own.')
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli')
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'ignore', timeout: 180_000 })
  return runs(chromium.executablePath()) ? chromium.executablePath() : null
}

function debianPackage(): string | null {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null
  console.log('Installing the packages chromium and fonts-noto-cjk.')
  const apt = (...words: string[]) =>
    spawnSync('apt-get', words, {
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: 600_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  apt('update', '-q')
  apt('install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-noto-cjk')
  return installed()
}

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
