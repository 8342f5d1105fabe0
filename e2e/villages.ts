import { openInstallation } from './installation.ts'

/** Two installations: one with both demo villages (told as of now), one with nothing in it. */
export async function openVillages() {
  const now = new Date()
  const full = await openInstallation()
  try {
    // One after the other: the first start may have to build the pages.
    const [empty] = await Promise.all([
      openInstallation(),
      full.bringIn('tsuchinone', now).then(() => full.bringIn('dalmuri', now, 'book.localhost')),
    ])
    return {
      url: full.url,
      port: full.port,
      emptyUrl: empty.url,
      hiroba: full.hiroba,
      stop: () => Promise.all([full.stop(), empty.stop()]),
    }
  } catch (error) {
    await full.stop()
    throw error
  }
}
