import type { Page } from '@playwright/test'
import { expect, replyTo, spinach, temperatures, test, village } from './plaza.ts'

// What machines read: feeds, sitemaps, structured data.

test('feeds are well-formed and lead to posts', async ({ page, request }) => {
  await page.goto(village)
  const whole = (await request.get(temperatures)).url()
  for (const path of [
    `${village}/feed.xml`,
    `${village}/feed.atom`,
    `${village}/categories/13/x/feed.xml`,
    `${village}/tags/${encodeURIComponent('記録')}/feed.atom`,
    `${whole}/feed.xml`,
    `${whole}/feed.atom`,
  ]) {
    const answer = await request.get(path)
    expect(answer.status(), path).toBe(200)
    expect(answer.headers()['content-type'], path).toMatch(/xml/)
    const { root, items, problem } = await readXml(page, await answer.text())
    expect(problem, path).toBeNull()
    expect(root, path).toBe(path.endsWith('.atom') ? 'feed' : 'rss')
    expect(items.length, path).toBeGreaterThan(0)
    for (const link of items.slice(0, 2)) expect((await request.get(link)).status()).toBe(200)
  }
})

test('the sitemap leads to every topic', async ({ page, request }) => {
  await page.goto(village)
  const index = await request.get(`${village}/sitemap.xml`)
  const parts = (await readXml(page, await index.text())).items
  const found: string[] = []
  for (const part of parts) {
    const { items, problem } = await readXml(page, await (await request.get(part)).text())
    expect(problem).toBeNull()
    found.push(...items)
  }
  expect(found.filter((address) => /\/t\/[^/]+\/\d+$/.test(address)).length).toBe(51)
  expect((await request.get(found.find((address) => address.includes('/t/'))!)).status()).toBe(200)
})

test('robots are told where the sitemap is', async ({ request }) => {
  const answer = await request.get('/robots.txt')
  expect(answer.status()).toBe(200)
  expect(await answer.text()).toMatch(/^User-agent: \*/im)
})

test('a topic describes itself', async ({ page }) => {
  await page.goto(temperatures)
  const structured = await page.locator('script[type="application/ld+json"]').textContent()
  const data = JSON.parse(structured!)
  expect(JSON.stringify(data)).toContain('地温の七日平均')
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', /\/t\/[^/]+\/\d+$/)
  await expect(page.locator('meta[property="og:title"]')).toHaveAttribute('content', /地温/)
  await page.goto(replyTo(spinach, 21))
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', /\?page=2$/)
})

test('a first visit to a topic is light', async ({ page }) => {
  const network = await page.context().newCDPSession(page)
  await network.send('Network.enable')
  const kinds = new Map<string, string>()
  const bytes: { kind: string; size: number }[] = []
  network.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    bytes.push({ kind: kinds.get(requestId) ?? '', size: encodedDataLength }),
  )
  await page.goto(temperatures, { waitUntil: 'networkidle' })
  const sum = (all: typeof bytes) => all.reduce((total, { size }) => total + size, 0)
  expect(bytes.length).toBeGreaterThan(1)
  expect(bytes.length).toBeLessThanOrEqual(10)
  expect(sum(bytes)).toBeLessThanOrEqual(120_000)
  expect(sum(bytes.filter(({ kind }) => kind === 'Script'))).toBeLessThanOrEqual(60_000)
})

/** Read by the browser: the addresses in it, and what the parser complains about. */
function readXml(page: Page, text: string) {
  return page.evaluate((text) => {
    const xml = new DOMParser().parseFromString(text, 'text/xml')
    const problem = xml.querySelector('parsererror')?.textContent ?? null
    const nodes = [...xml.querySelectorAll('item > link, loc, entry > link[href]')]
    const items = nodes.map((one) => one.getAttribute('href') ?? one.textContent!.trim())
    return { root: xml.documentElement.localName, items, problem }
  }, text)
}
