// Journeys in a real browser, on a real installation with the demo villages: `npm run test:e2e`.
// Words after it go to Playwright: `npm run test:e2e -- -g search`.
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { findChromium, noChromium } from './chromium.ts'
import { openVillages } from './villages.ts'

process.exitCode = await main()

async function main(): Promise<number> {
  const chromium = findChromium()
  if (!chromium) {
    console.error(noChromium)
    return 1
  }
  const started = Date.now()
  const villages = await openVillages()
  console.log(`Two villages are open at ${villages.url} after ${seconds(started)} s.`)
  try {
    return await playwright({
      HIROBA_E2E_CHROMIUM: chromium,
      HIROBA_E2E_URL: villages.url,
      HIROBA_E2E_EMPTY_URL: villages.emptyUrl,
    })
  } finally {
    await villages.stop()
    console.log(`Journeys took ${seconds(started)} s.`)
  }
}

function playwright(more: Record<string, string>): Promise<number> {
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli')
  const config = fileURLToPath(new URL('playwright.config.ts', import.meta.url))
  const words = [cli, 'test', '--config', config, ...process.argv.slice(2)]
  const child = spawn(process.execPath, words, {
    stdio: 'inherit',
    env: { ...process.env, ...more },
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  })
}

function seconds(since: number): string {
  return ((Date.now() - since) / 1000).toFixed(1)
}
