import { outboxChannel } from '../facts/outbox.ts'
import { relay } from '../facts/relay.ts'
import { listen } from './listening.ts'
import type { Lobby } from '../here.ts'
import type { WorkerOptions } from './worker.ts'

export type Relaying = { ready: Promise<void>; isUp(): boolean; stop(): Promise<void> }

const pollEvery = 2000

/**
 * Hands facts from the outbox to their listeners: at once when called, every two seconds in case a
 * call was lost. A listener that fails is logged and tried again at the next turn.
 */
export function startRelaying(lobby: () => Lobby, options: WorkerOptions): Relaying {
  const { log, metrics } = options
  let called = true
  const stopped = new AbortController()
  let wake = () => {}
  const call = () => {
    called = true
    wake()
  }
  const listening = listen({
    url: options.url,
    channels: [outboxChannel],
    onNotice: call,
    async onUp(client) {
      await options.onConnected?.(client)
      call()
    },
    onDown: (error) => log?.warn({ err: error ?? undefined }, 'relay lost the database'),
  })

  const running = (async () => {
    while (!stopped.signal.aborted) {
      if (!called) await pause(pollEvery, (resolve) => (wake = resolve))
      called = false
      if (stopped.signal.aborted || !listening.isUp()) continue
      try {
        const handed = await relay(lobby())
        if (handed) metrics?.relayed(handed)
      } catch (error) {
        if (listening.isUp()) log?.error({ err: error }, 'a listener failed')
        called = false
      }
    }
  })()

  return {
    ready: listening.ready,
    isUp: listening.isUp,
    async stop() {
      stopped.abort()
      wake()
      await Promise.all([running, listening.stop()])
    },
  }
}

function pause(milliseconds: number, wakeable: (resolve: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    wakeable(() => {
      clearTimeout(timer)
      resolve()
    })
  })
}
