import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'

export type ListeningOptions = {
  /** Asked at each connection: the embedded database may come back on another port. */
  url(): string
  channels: readonly string[]
  onNotice(channel: string, payload: string): void
  /** After each (re)connection, before the first notice: what was called out meanwhile is unknown. */
  onUp?(client: Client): void | Promise<void>
  onDown?(error: Error | null): void
  /** Milliseconds between two looks whether the database still answers. */
  pulse?: number
}

export type Listening = {
  isUp(): boolean
  /** Resolves when the first connection stands. */
  ready: Promise<void>
  stop(): Promise<void>
}

/**
 * Listens on channels of the database for as long as the process lives: a lost connection is
 * noticed at once or by its missing pulse, and made again every second.
 */
export function listen(options: ListeningOptions): Listening {
  const ended = new AbortController()
  let client: Client | null = null
  let up = false
  let isReady = () => {}
  const ready = new Promise<void>((resolve) => (isReady = resolve))

  const connected = async () => {
    client = new Client({
      connectionString: options.url(),
      application_name: 'hiroba listening',
      connectionTimeoutMillis: 5000,
      keepAlive: true,
    })
    const lost = Promise.withResolvers<Error | null>()
    client.on('error', (error) => lost.resolve(error))
    client.on('end', () => lost.resolve(null))
    try {
      await client.connect()
      client.on('notification', (note) => options.onNotice(note.channel, note.payload ?? ''))
      for (const channel of options.channels) await client.query(`listen ${channel}`)
      await options.onUp?.(client)
      up = true
      isReady()
      const pulse = feelPulse(client, options.pulse ?? 5000, ended.signal)
      return await Promise.race([lost.promise, pulse])
    } catch (error) {
      return error as Error
    } finally {
      up = false
      await Promise.race([client.end().catch(() => {}), sleep(500, undefined, { ref: false })])
    }
  }

  const running = (async () => {
    for (let wait = 50; !ended.signal.aborted; wait = Math.min(1000, wait * 2)) {
      const before = Date.now()
      const error = await connected()
      if (ended.signal.aborted) return
      options.onDown?.(error)
      if (Date.now() - before > 5000) wait = 50
      await sleep(wait, undefined, { signal: ended.signal }).catch(() => {})
    }
  })()

  return {
    isUp: () => up,
    ready,
    async stop() {
      ended.abort()
      await client?.end().catch(() => {})
      await running
    },
  }
}

/** Ends with an error when the database does not answer within 3 seconds. */
async function feelPulse(client: Client, pulse: number, ended: AbortSignal) {
  for (;;) {
    await sleep(pulse, undefined, { signal: ended }).catch(() => {})
    if (ended.aborted) return null
    const beat = client.query('select 1').then(
      () => true,
      () => false,
    )
    if (!(await Promise.race([beat, sleep(3000, false, { ref: false })])))
      return new Error('the database does not answer')
  }
}
