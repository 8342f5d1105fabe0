import { expect, temperatures, test, village } from './plaza.ts'

test('the first stop of the Tab key skips to the text', async ({ page }) => {
  await page.goto(`${village}/latest`)
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: '本文へ' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => Boolean(document.activeElement?.closest('main')))).toBe(true)
})

test('the Tab key goes through a page as it is read', async ({ page }) => {
  await page.goto(`${village}/latest`)
  const tops: string[] = []
  for (let stop = 0; stop < 24; stop++) {
    await page.keyboard.press('Tab')
    tops.push(
      await page.evaluate(() => {
        const at = document.activeElement!
        return at.closest('header.top') ? 'top' : at.closest('aside') ? 'side' : 'list'
      }),
    )
  }
  const order = tops.slice(1).filter((part, at, all) => part !== all[at - 1])
  expect(order).toEqual(['top', 'side', 'list'].slice(0, order.length))
})

test('what has the focus is seen to have it', async ({ page }) => {
  await page.goto(`${village}/latest`)
  await page.keyboard.press('j')
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle)
  expect(outline).not.toBe('none')
})

test('/ goes to the search box', async ({ page }) => {
  await page.goto(temperatures)
  await page.keyboard.press('/')
  await expect(page).toHaveURL(/\/search$/)
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('堆肥 /')
  await expect(page.getByRole('searchbox')).toHaveValue('堆肥 /')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/q=/)
})

test('j and k walk a list and Enter opens the line', async ({ page }) => {
  await page.goto(`${village}/unanswered`)
  const lines = page.locator('.topics a.t')
  await page.keyboard.press('j')
  await expect(lines.nth(0)).toBeFocused()
  await page.keyboard.press('j')
  await expect(lines.nth(1)).toBeFocused()
  await page.keyboard.press('k')
  await expect(lines.nth(0)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    '土の水分計は、鉢でも役に立ちますか',
  )
})

test('a menu opens by Enter and closes by Escape', async ({ page }) => {
  await page.goto(village)
  const menu = page.locator('details.pop').first()
  await menu.locator('summary').focus()
  await page.keyboard.press('Enter')
  await expect(menu.getByRole('link', { name: '한국어' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(menu.getByRole('link', { name: '한국어' })).toBeHidden()
  await expect(menu.locator('summary')).toBeFocused()
})
