import { openInstallation, type Installation } from './installation.ts'

export type Villages = Awaited<ReturnType<typeof openVillages>>

/** Two installations: one with both demo villages (told as of now), one with nothing in it. */
export async function openVillages() {
  const opened: Installation[] = []
  const open = async () => {
    const one = await openInstallation()
    opened.push(one)
    return one
  }
  const stop = () => Promise.all(opened.map((one) => one.stop()))
  try {
    // One after the other: the first start may have to build the pages.
    const full = await open()
    const now = new Date()
    const villages = async () => {
      await full.bringIn('tsuchinone', now)
      await full.bringIn('dalmuri', now, 'book.localhost')
    }
    const [empty] = await allOrFirstTrouble([open(), villages()])
    return { url: full.url, port: full.port, emptyUrl: empty.url, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Waits for both even when one fails, so that nothing is still opening when all is stopped. */
async function allOrFirstTrouble<A, B>(both: [Promise<A>, Promise<B>]): Promise<[A, B]> {
  await Promise.allSettled(both)
  return Promise.all(both)
}
