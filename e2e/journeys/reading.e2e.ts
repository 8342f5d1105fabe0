import {
  bookVillage,
  expect,
  replyTo,
  spinach,
  temperatures,
  test,
  topic,
  village,
} from './plaza.ts'

test('a visitor goes from the landing page to a topic', async ({ page }) => {
  await page.goto(village)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('種になる')
  await page.getByRole('link', { name: 'トピックを読む' }).click()
  await expect(page).toHaveURL(/\/latest$/)
  await page.getByRole('link', { name: '地温の七日平均を、記録の表から出すには' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    '地温の七日平均を、記録の表から出すには',
  )
  await expect(page.locator('.post')).toHaveCount(9)
  await expect(page.getByText('みつばさんの返信で解決しました')).toBeVisible()
  await expect(page.locator('.post.accepted')).toContainText('前の日の値で埋めない')
})

test('the installation leads to each of its communities', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'つちのね村' }).click()
  await expect(page).toHaveURL(new RegExp(`${village}/?$`))
  await page.goto('/')
  await page.getByRole('link', { name: '月暈の本の村' }).click()
  await expect(page).toHaveURL(`${bookVillage}/`)
  await page.getByRole('link', { name: 'トピックを読む' }).click()
  await expect(page.getByRole('link', { name: '표지가 떨어진 시집' })).toBeVisible()
})

test('a list goes on where the page before it ended', async ({ page }) => {
  await page.goto(`${village}/latest`)
  const first = await page.locator('.topics a.t').allTextContents()
  await page.getByRole('link', { name: '続きを見る' }).click()
  const second = await page.locator('.topics a.t').allTextContents()
  expect(second.length).toBeGreaterThan(0)
  expect(first.filter((title) => second.includes(title))).toEqual([])
  expect(first.length + second.length).toBe(51)
})

test('a long topic has a second page, and each page knows its posts', async ({ page }) => {
  await page.goto(spinach)
  await expect(page.locator('.post')).toHaveCount(20)
  await page.getByRole('link', { name: '続きを読む' }).click()
  await expect(page).toHaveURL(/\?page=2$/)
  await expect(page.locator('.post').first()).toHaveAttribute('id', 'p21')
  await page.getByRole('link', { name: '前の投稿へ' }).click()
  await expect(page).not.toHaveURL(/page=/)
})

test('a link to a reply stays right when the reply is on another page', async ({ page }) => {
  await page.goto(replyTo(spinach, 24))
  await expect(page).toHaveURL(/\?page=2#p24$/)
  await expect(page.locator('#p24')).toBeInViewport()
})

test('a reply is reached by its number', async ({ page }) => {
  await page.goto(temperatures)
  await page.getByRole('link', { name: '4番の返信へ' }).click()
  await expect(page).toHaveURL(/#p4$/)
  await expect(page.locator('#p4')).toBeInViewport()
})

test('addresses of an old forum go on working', async ({ request }) => {
  const ask = (path: string) => request.get(path, { maxRedirects: 0 })
  const number = spinach.split('/').at(-1)
  const whole = (await ask(spinach)).headers()['location']!

  expect((await ask(spinach)).status()).toBe(301)
  expect((await ask(`${village}/t/some-old-slug/${number}`)).headers()['location']).toBe(whole)
  expect((await ask(`${village}/t/some-old-slug/${number}`)).status()).toBe(301)
  const post = await ask(`${whole}/21`)
  expect(post.status()).toBe(302)
  expect(post.headers()['location']).toBe(`${whole}?page=2#p21`)
  expect((await ask(whole)).status()).toBe(200)
})

test('quotes, tables, lists and code come in as they were', async ({ page }) => {
  await page.goto(temperatures)
  await expect(page.locator('#p4 blockquote')).toContainText('測れなかった日があると')
  await expect(page.locator('#p4 pre code')).toContainText('def heikin(days, need=5):')
  await expect(page.locator('#p4 pre code span').first()).toBeVisible()
  await expect(page.locator('#p1 li')).toHaveCount(2)
  await page.goto(topic('진흙땅을 삼 년 동안 바꿔 온 기록'))
  await expect(page.locator('#p1 table tr')).toHaveCount(4)
  await expect(page.getByRole('heading', { name: '첫해: 모래를 섞다' })).toBeVisible()
})

test('a category, a tag and a person lead to what was written', async ({ page }) => {
  await page.goto(temperatures)
  await page.getByRole('link', { name: '記録と道具' }).first().click()
  await expect(page.locator('.topics a.t')).toHaveCount(6)
  await page.getByRole('link', { name: '温度計' }).first().click()
  await expect(page).toHaveURL(/\/tags\//)
  await expect(page.locator('.topics a.t')).toHaveCount(2)
  await page.goto(temperatures)
  await page.locator('#p4').getByRole('link', { name: 'みつば' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('みつば')
  await expect(page.locator('main')).toContainText('前の日の値で埋めない')
})

test('what waits for an answer stands in a list of its own', async ({ page }) => {
  await page.goto(`${village}/unanswered`)
  await expect(page.locator('.topics a.t')).toHaveText([
    '土の水分計は、鉢でも役に立ちますか',
    '北向きのベランダで、冬に青いものを切らさない工夫',
  ])
})
