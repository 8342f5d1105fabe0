// Pictures of every screen in three languages: `npm run pictures`. With `--readme` also the few that
// the README shows, into docs/pictures.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium, type Browser, type BrowserContextOptions } from '@playwright/test'
import { chromiumFlags, findChromium, noChromium } from './chromium.ts'
import { readmePictures } from './readme-pictures.ts'
import { openVillages, type Villages } from './villages.ts'

const folder = fileURLToPath(new URL('../pictures', import.meta.url))
const languages = ['ja', 'ko', 'en'] as const
const widths = [1440, 375] as const

const sheetStyle = `<style>
  body { margin: 24px; font: 16px/1.5 sans-serif; background: #e8e8e8 }
  div { display: flex; flex-wrap: wrap; gap: 12px; align-items: start }
  a { display: block; height: 480px; overflow: hidden; background: #fff }
  .w1440 { width: 300px } .w375 { width: 120px } img { width: 100%; display: block }
</style>`

type Language = (typeof languages)[number]
type Shot = { screen: string; url: string; language: Language; width: number; dark: boolean }

process.exitCode = await main()

async function main(): Promise<number> {
  const executablePath = findChromium()
  if (!executablePath) {
    console.error(noChromium)
    return 1
  }
  const villages = await openVillages()
  const browser = await chromium.launch({ executablePath, args: chromiumFlags() })
  try {
    if (process.argv.includes('--readme')) await readmePictures(browser, villages)
    else await allPictures(browser, villages)
    return 0
  } finally {
    await browser.close()
    await villages.stop()
  }
}

async function allPictures(browser: Browser, villages: Villages): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const shots = shotsOf(villages)
  const left = [...shots]
  // Two at a time: the browser draws one page while the server makes the other.
  await Promise.all([1, 2].map(() => drawAll(browser, left)))
  await contactSheet(browser, shots)
  console.log(`${shots.length} pictures, index.html and contact-sheet.png are in ${folder}.`)
}

function shotsOf({ url, emptyUrl, port }: Villages): Shot[] {
  const village = `${url}/c/tsuchinone`
  const screens: [string, string][] = [
    ['landing', village],
    ['latest', `${village}/latest`],
    ['top', `${village}/top?period=month`],
    ['unanswered', `${village}/unanswered`],
    ['topic', `${village}/t/10`],
    ['topic-long', `${village}/t/23?page=2`],
    ['topic-quotes', `${village}/t/18`],
    ['categories', `${village}/categories`],
    ['category', `${village}/categories/13`],
    ['tag', `${village}/tags/%E8%A8%98%E9%8C%B2`],
    ['people', `${village}/people`],
    ['person', `${village}/people/%E3%81%BF%E3%81%A4%E3%81%B0`],
    ['search', `${village}/search?q=%E6%B8%A9%E5%BA%A6%E8%A8%88`],
    ['search-start', `${village}/search`],
    ['search-nothing', `${village}/search?q=%E3%83%90%E3%83%8A%E3%83%8A+in:nowhere`],
    ['pulse', `${village}/pulse`],
    ['not-found', `${village}/t/9999`],
    ['installation', url],
    ['empty', emptyUrl],
    ['book-landing', `http://book.localhost:${port}/`],
    ['book-latest', `http://book.localhost:${port}/latest`],
  ]
  const dark = new Set(['landing', 'latest', 'topic', 'search', 'pulse', 'empty'])
  return screens.flatMap(([screen, url]) =>
    widths.flatMap((width) => [
      ...languages.map((language) => ({ screen, url, language, width, dark: false })),
      ...(dark.has(screen) ? [{ screen, url, language: 'ja' as const, width, dark: true }] : []),
    ]),
  )
}

async function drawAll(browser: Browser, left: Shot[]): Promise<void> {
  for (let shot = left.shift(); shot; shot = left.shift()) {
    const context = await browser.newContext(viewOf(shot))
    try {
      const page = await context.newPage()
      await page.goto(shot.url)
      await page.screenshot({ path: join(folder, fileOf(shot)), fullPage: true })
    } finally {
      await context.close()
    }
  }
}

function viewOf({ width, language, dark }: Shot): BrowserContextOptions {
  return {
    viewport: { width, height: width > 600 ? 900 : 780 },
    locale: { ja: 'ja-JP', ko: 'ko-KR', en: 'en-GB' }[language],
    colorScheme: dark ? 'dark' : 'light',
  }
}

function fileOf({ screen, width, language, dark }: Shot): string {
  return `${screen}.${language}-${width}${dark ? '-dark' : ''}.png`
}

/** One page with all of them, and its picture made by the browser. */
async function contactSheet(browser: Browser, shots: Shot[]): Promise<void> {
  const screens = [...new Set(shots.map(({ screen }) => screen))]
  const figures = (screen: string) =>
    shots
      .filter((shot) => shot.screen === screen)
      .map((shot) => {
        const file = fileOf(shot)
        return `<a class="w${shot.width}" href="${file}"><img src="${file}" alt="${file}"></a>`
      })
      .join('')
  const sections = screens.map((screen) => `<h2>${screen}</h2><div>${figures(screen)}</div>`)
  const index = join(folder, 'index.html')
  writeFileSync(index, `<!doctype html><title>Pictures</title>${sheetStyle}${sections.join('\n')}`)
  const context = await browser.newContext({ viewport: { width: 1860, height: 900 } })
  const page = await context.newPage()
  await page.goto(pathToFileURL(index).href)
  await page.screenshot({ path: join(folder, 'contact-sheet.png'), fullPage: true })
  await context.close()
}
