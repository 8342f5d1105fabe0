import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, kinds, test } from './plaza.ts'

for (const [kind, path] of Object.entries(kinds))
  test(`${kind}: no accessibility violations, in light and in dark`, async ({ page }) => {
    await page.goto(path)
    const whole = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze()
    expect(told(whole)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    const dark = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze()
    expect(told(dark)).toEqual([])
  })

for (const locale of ['ja-JP', 'ko-KR', 'en-GB'])
  test.describe(locale, () => {
    test.use({ locale, viewport: { width: 320, height: 640 } })

    test('no page scrolls sideways at a width of 320', async ({ page }) => {
      test.setTimeout(60_000)
      for (const [kind, path] of Object.entries(kinds)) {
        await page.goto(path)
        expect(await tooWide(page), kind).toEqual([])
      }
    })
  })

test('dark is dark', async ({ browser }) => {
  const context = await browser.newContext({ colorScheme: 'dark' })
  const page = await context.newPage()
  await page.goto(kinds.topic!)
  const [paper, ink] = await page.evaluate(() => {
    const drawn = document.createElement('canvas').getContext('2d')!
    const light = (colour: string) => {
      drawn.fillStyle = colour
      drawn.fillRect(0, 0, 1, 1)
      const [red = 0, green = 0, blue = 0] = drawn.getImageData(0, 0, 1, 1).data
      return (red + green + blue) / 3
    }
    const { backgroundColor } = getComputedStyle(document.documentElement)
    const style = getComputedStyle(document.body)
    const paper =
      style.backgroundColor === 'rgba(0, 0, 0, 0)' ? backgroundColor : style.backgroundColor
    return [light(paper), light(style.color)]
  })
  expect(paper).toBeLessThan(60)
  expect(ink).toBeGreaterThan(180)
  await context.close()
})

type Found = Awaited<ReturnType<AxeBuilder['analyze']>>

function told({ violations }: Found): string[] {
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}\n${failureSummary}`),
  )
}

/** What sticks out of the page, when the page can be scrolled sideways. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    if (document.documentElement.scrollWidth <= innerWidth) return []
    return [...document.querySelectorAll('body *')]
      .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
      .map((one) => `${one.tagName}.${one.className}`)
      .slice(0, 5)
  })
}
