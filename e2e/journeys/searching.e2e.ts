import { expect, test, village } from './plaza.ts'

const search = (query: string) => `${village}/search?q=${encodeURIComponent(query)}`

for (const [language, query, title] of [
  ['Japanese', '温度計', '最高最低温度計、雨ざらしで二年使えたもの'],
  ['Japanese, a word inside another', '堆肥 におい', '生ごみ堆肥、においが出はじめたときの直し方'],
  ['Korean', '시금치 파종', '地温の七日平均を、記録の表から出すには'],
  ['Korean with a particle', '씨감자', '씨감자를 자를까요, 통째로 심을까요'],
  ['English', 'rhubarb', 'Is it too late to divide rhubarb?'],
  ['English, another form', 'divided rhubarbs', 'Is it too late to divide rhubarb?'],
] as const)
  test(`finds by ${language}: ${query}`, async ({ page }) => {
    await page.goto(search(query))
    await expect(page.locator('.writings a.t').filter({ hasText: title }).first()).toBeVisible()
    await expect(page.locator('.writings mark').first()).toBeVisible()
  })

test('the form sends what was typed', async ({ page }) => {
  await page.goto(`${village}/search`)
  await page.getByRole('searchbox').fill('ぬか床')
  await page.getByRole('button', { name: 'さがす' }).click()
  await expect(page).toHaveURL(/\?q=/)
  await expect(page.getByRole('searchbox')).toHaveValue('ぬか床')
  await expect(page.locator('.writings li').first()).toContainText('ぬか床')
})

test('filters narrow what is found', async ({ page }) => {
  await page.goto(search('種 author:ひぐらし'))
  const authors = page.locator('.writings .m a:first-of-type')
  expect(await authors.count()).toBeGreaterThan(1)
  expect(new Set(await authors.allTextContents())).toEqual(new Set(['ひぐらし']))
  await page.goto(search('is:unanswered'))
  await expect(page.locator('.writings li')).toHaveCount(2)
})

test('a topic found is one press away', async ({ page }) => {
  await page.goto(search('バケツ稲'))
  await page.locator('.writings a.t').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    '初めて米が採れました。茶碗に二杯',
  )
})

test('when nothing is found it says what could be changed', async ({ page }) => {
  await page.goto(search('種 author:ゆきむし tag:台風'))
  await expect(page.getByRole('heading', { name: '見つかりませんでした' })).toBeVisible()
  const hint = page.getByRole('link', { name: /tag:台風.*外して/ })
  await hint.click()
  await expect(page).not.toHaveURL(new RegExp(encodeURIComponent('台風')))
})
