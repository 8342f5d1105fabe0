import { expect, test, village } from './plaza.ts'

test('every figure has its sentence, its picture and its table', async ({ page }) => {
  await page.goto(`${village}/pulse`)
  const figures = page.locator('section.fig')
  expect(await figures.count()).toBeGreaterThanOrEqual(5)
  const first = figures.filter({ has: page.getByRole('radio') }).first()
  await expect(first.getByRole('heading')).toHaveText(/\d/)
  await expect(first.locator('svg:visible').first()).toBeVisible()
  await expect(first.getByRole('table')).toBeHidden()
  await first.getByText('表', { exact: true }).click()
  await expect(first.getByRole('table')).toBeVisible()
  await expect(first.locator('svg:visible')).toHaveCount(0)
})

test('the period is picked by links and a form', async ({ page }) => {
  await page.goto(`${village}/pulse`)
  const lead = page.locator('.pulse-lead')
  const before = await lead.textContent()
  await page.locator('.pulse-kinds a').nth(1).click()
  await expect(lead).not.toHaveText(before!)
  const select = page.locator('.pulse-pick select').first()
  await select.selectOption({ index: 2 })
  const wanted = await select.inputValue()
  await page.locator('.pulse-pick button').click()
  await expect(page).toHaveURL(new RegExp(wanted))
  await expect(page.locator('section.fig').first()).toBeVisible()
})
