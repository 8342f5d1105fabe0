import { fileURLToPath } from 'node:url'
import { expect, test as base } from '@playwright/test'
import { readVillage } from '../demo/village.ts'

export { expect }

const url = process.env.HIROBA_E2E_URL ?? ''

/** Where the villages stand: one below the installation's address, one at a hostname of its own. */
export const village = '/c/tsuchinone'
export const bookVillage = `http://book.localhost:${new URL(url).port}`
export const emptyInstallation = process.env.HIROBA_E2E_EMPTY_URL ?? ''

const { topics } = readVillage(fileURLToPath(new URL('../demo/tsuchinone', import.meta.url)))

/** The short address of a topic of the demo village; it leads to the long one. */
export function topic(title: string): string {
  const found = topics.find((one) => one.title === title)
  if (!found) throw new Error(`the demo village has no topic "${title}"`)
  return `${village}/t/${found.id}`
}

export const temperatures = topic('地温の七日平均を、記録の表から出すには')
export const spinach = topic('ほうれん草の最終種まき日、地域ごとの実測を集める')

/** The lasting address of a post; it leads to the page where the post stands. */
export function replyTo(topic: string, number: number): string {
  return topic.replace('/t/', '/t/any-slug/') + `/${number}`
}

/** Every kind of page there is. */
export const kinds: Record<string, string> = {
  landing: village,
  latest: `${village}/latest`,
  top: `${village}/top?period=all`,
  unanswered: `${village}/unanswered`,
  categories: `${village}/categories`,
  category: `${village}/categories/13`,
  tag: `${village}/tags/${encodeURIComponent('記録')}`,
  topic: temperatures,
  'second page of a topic': replyTo(spinach, 21),
  'topic with tables': topic('진흙땅을 삼 년 동안 바꿔 온 기록'),
  people: `${village}/people`,
  person: `${village}/people/${encodeURIComponent('みつば')}`,
  search: `${village}/search`,
  findings: `${village}/search?q=${encodeURIComponent('温度計')}`,
  'nothing found': `${village}/search?q=${encodeURIComponent('バナナ in:村')}`,
  pulse: `${village}/pulse`,
  'not found': `${village}/t/99999`,
  installation: '/',
  'empty installation': emptyInstallation,
  'landing by hostname': bookVillage,
  'list by hostname': `${bookVillage}/latest`,
}

/** A page that must not complain: no script error, no violation of the content security policy. */
export const test = base.extend<{ complaints: string[] }>({
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = []
      page.on('pageerror', (error) => complaints.push(String(error)))
      page.on('console', (message) => {
        if (message.type() !== 'error') return
        // A page of trouble is answered with its status, which Chromium calls an error.
        if (/status of 404/.test(message.text()) && message.location().url === page.url()) return
        complaints.push(message.text())
      })
      await use(complaints)
      expect(complaints, 'the browser has nothing to complain about').toEqual([])
    },
    { auto: true },
  ],
})
