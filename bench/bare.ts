import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { given } from './installation.ts'

export type BareGiven = { headers: string[]; body: string }

/** The limit: Node's own server, answering the bytes of one page to whatever is asked. */
if (import.meta.main) {
  const { headers, body: text } = await given<BareGiven>()
  const body = Buffer.from(text, 'base64')
  const server = createServer((_, res) => res.writeHead(200, headers).end(body))
  server.listen(0, '127.0.0.1', () => {
    process.stdout.write(JSON.stringify({ port: (server.address() as AddressInfo).port }))
  })
}
