import type { BrowserContext } from '@playwright/test'
import { emptyInstallation, expect, spinach, temperatures, test, village } from './plaza.ts'

const speaking = { ja: 'ja-JP', ko: 'ko-KR', en: 'en-GB' } as const
const words = {
  ja: { topics: 'トピック', unknown: 'このトピックはありません', empty: 'まだ誰もいません' },
  ko: { topics: '이야기', unknown: '이야기', empty: '아직 아무도 없어요' },
  en: { topics: 'Topics', unknown: 'topic', empty: 'Nobody is here yet' },
}

for (const language of ['ja', 'ko', 'en'] as const)
  test.describe(`a browser that asks for ${language}`, () => {
    test.use({ locale: speaking[language] })

    test('reads the plaza in it', async ({ page }) => {
      await page.goto(`${village}/latest`)
      await expect(page.locator('html')).toHaveAttribute('lang', language)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words[language].topics)
    })

    test('is told in it that a page is not there', async ({ page }) => {
      const answer = await page.goto(`${village}/t/99999`)
      expect(answer!.status()).toBe(404)
      await expect(page.getByRole('heading', { level: 1 })).toContainText(words[language].unknown)
      await expect(page.getByRole('searchbox')).toBeVisible()
      expect((await page.goto(`${village}/no/such/page`))!.status()).toBe(404)
      await expect(page.locator('html')).toHaveAttribute('lang', language)
    })

    test('is greeted in it by an installation with nothing in it', async ({ page }) => {
      await page.goto(emptyInstallation)
      await expect(page.getByRole('heading', { level: 1 })).toContainText(words[language].empty)
      await expect(page.locator('main')).toContainText('npx hiroba import discourse')
    })
  })

test('a chosen language stays, whatever the browser asks for', async ({ page }) => {
  await page.goto(`${village}/latest`)
  await page.locator('.foot').getByRole('link', { name: '한국어' }).click()
  await expect(page).toHaveURL(/\/latest$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('이야기')
  await page.goto(temperatures)
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko')
  expect(await languageCookie(page.context())).toBe('ko')
})

test('the way back from choosing a language never leaves the site', async ({ request }) => {
  for (const to of ['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example']) {
    const path = `${village}/language/ko?to=${encodeURIComponent(to)}`
    const answer = await request.get(path, { maxRedirects: 0 })
    expect(answer.headers()['location'] ?? '/').toMatch(/^\/(?![/\\])/)
  }
})

test('texts of members say their language', async ({ page }) => {
  await page.goto(temperatures)
  await expect(page.locator('#p5 .prose')).toHaveAttribute('lang', 'ko')
  await expect(page.locator('#p8 .prose')).toHaveAttribute('lang', 'en')
  // of its own where it differs from the page's, else the page's
  await expect(page.locator('h1').locator('xpath=ancestor-or-self::*[@lang][1]')).toHaveAttribute(
    'lang',
    'ja',
  )
  await page.goto(`${village}/latest`)
  const rhubarb = page.getByRole('link', { name: 'Is it too late to divide rhubarb?' })
  await expect(rhubarb).toHaveAttribute('lang', 'en')
})

test('a date is told in the reader’s way and the community’s time', async ({ browser }) => {
  const said: string[] = []
  for (const locale of Object.values(speaking)) {
    const context = await browser.newContext({ locale, timezoneId: 'Europe/London' })
    const page = await context.newPage()
    await page.goto(spinach)
    said.push((await page.locator('#p1 time').textContent())!.trim())
    await context.close()
  }
  expect(said[0]).toMatch(/^(\d{4}年)?\d{1,2}月\d{1,2}日 20:00$/)
  expect(said[1]).toMatch(/^(\d{4}년 )?\d{1,2}월 \d{1,2}일 20:00$/)
  expect(said[2]).toMatch(/^\d{1,2} \w{3,4}( \d{4})?,? 20:00$/)
})

async function languageCookie(context: BrowserContext): Promise<string | undefined> {
  return (await context.cookies()).find(({ name }) => name === 'hiroba_lang')?.value
}
