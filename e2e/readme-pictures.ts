import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from '@playwright/test'

const folder = fileURLToPath(new URL('../docs/pictures', import.meta.url))
const largest = 250_000

type Places = { url: string; port: number }

/** The few pictures of the README: what fits on a screen, small enough to load at once. */
export async function readmePictures(browser: Browser, { url, port }: Places): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const village = `${url}/c/tsuchinone`
  const pictures = [
    { name: 'landing-ja', url: village, locale: 'ja-JP', width: 1200, height: 900 },
    { name: 'topic-ja', url: `${village}/t/10`, locale: 'ja-JP', width: 1200, height: 1000 },
    {
      name: 'topics-ko',
      url: `http://book.localhost:${port}/latest`,
      locale: 'ko-KR',
      width: 1200,
      height: 900,
    },
    {
      name: 'search',
      url: `${village}/search?q=${encodeURIComponent('씨앗')}`,
      locale: 'ko-KR',
      width: 1200,
      height: 800,
    },
    {
      name: 'pulse-en',
      url: `${village}/pulse`,
      locale: 'en-GB',
      width: 1200,
      height: 1000,
      from: 'section.fig:nth-of-type(3)',
    },
    {
      name: 'phone',
      url: `${village}/t/10`,
      locale: 'ja-JP',
      width: 375,
      height: 780,
      dark: true,
    },
  ]
  for (const { name, url, locale, width, height, dark, from } of pictures) {
    const context = await browser.newContext({
      viewport: { width, height },
      deviceScaleFactor: width < 600 ? 2 : 1,
      colorScheme: dark ? 'dark' : 'light',
      locale,
    })
    const page = await context.newPage()
    await page.goto(url)
    if (from)
      await page.locator(from).evaluate((one) => one.scrollIntoView({ behavior: 'instant' }))
    const path = join(folder, `${name}.png`)
    await page.screenshot({ path })
    await context.close()
    const size = statSync(path).size
    if (size > largest) throw new Error(`${path} is ${size} bytes; ${largest} is the most`)
    console.log(`${path} (${Math.round(size / 1000)} kB)`)
  }
}
