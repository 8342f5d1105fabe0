import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { addresses } from '../addresses.ts'
import { Skipped } from '../options.ts'
import { slug } from '../stage.ts'
import type { Part } from '../part.ts'

type Data = {
  requests: number
  bytes: number
  /** Bytes and number by what they are: document, stylesheet, script, font, image, … */
  kinds: Record<string, { requests: number; bytes: number }>
}

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** What a browser with an empty cache fetches to show a topic. */
export const visiting: Part<Data> = {
  async measure(stage) {
    const executablePath = [
      process.env.HIROBA_CHROMIUM,
      ...installed,
      chromium.executablePath(),
    ].find((path) => path && existsSync(path))
    if (!executablePath) throw new Skipped('there is no Chromium on this machine')
    const { installation } = await stage.grown()
    const opened = await installation.open()
    const [path] = (await addresses(opened)).topic
    await opened.close()
    const server = await installation.serve(`/c/${slug}`)
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    try {
      // The second visitor: the cache of pages then holds the smallest form.
      await firstVisit(browser, server.url + path)
      return await firstVisit(browser, server.url + path)
    } finally {
      await browser.close()
      await server.stop()
    }
  },
  describe: ({ requests, bytes, kinds }) => ({
    title: 'First visit to a topic',
    judged: [
      {
        what: 'first visit to a topic',
        is: Math.round(bytes / 100) / 10,
        unit: 'kB',
        aim: { atMost: 120 },
        beside: 'NodeBB 4.15: 1,575',
      },
      {
        what: 'the same, requests',
        is: requests,
        unit: '',
        aim: { atMost: 10 },
        beside: 'NodeBB 4.15: 44',
      },
      {
        what: 'the same, script',
        is: Math.round((kinds['Script']?.bytes ?? 0) / 100) / 10,
        unit: 'kB',
        aim: { atMost: 60 },
        beside: 'NodeBB 4.15: 644',
      },
    ],
    tables: [
      {
        head: ['what', 'requests', 'bytes'],
        rows: Object.entries(kinds).map(([kind, one]) => [kind, one.requests, one.bytes]),
      },
    ],
    notes: [
      'Headless Chromium, empty cache, 1366 x 900, a topic of 20 posts or more; bytes on the wire with headers, compressed by our own server, until the network is quiet.',
    ],
  }),
}

type Browser = Awaited<ReturnType<typeof chromium.launch>>

async function firstVisit(browser: Browser, url: string): Promise<Data> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 900 } })
  const page = await context.newPage()
  const network = await context.newCDPSession(page)
  const typeOf = new Map<string, string>()
  const data: Data = { requests: 0, bytes: 0, kinds: {} }
  network.on('Network.responseReceived', ({ requestId, type }) => typeOf.set(requestId, type))
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = (data.kinds[typeOf.get(requestId) ?? 'Other'] ??= { requests: 0, bytes: 0 })
    kind.requests++
    kind.bytes += encodedDataLength
    data.requests++
    data.bytes += encodedDataLength
  })
  await network.send('Network.enable')
  const answer = await page.goto(url, { waitUntil: 'networkidle' })
  await page.waitForTimeout(500)
  await context.close()
  if (answer?.status() !== 200) throw new Error(`the topic answered ${answer?.status()}`)
  return data
}
