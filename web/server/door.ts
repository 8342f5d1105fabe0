import { createServer, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { Refusal } from '@hiroba/core/platform'
import type { Log, Metrics } from '@hiroba/core/telemetry'
import { answering } from './requests.ts'
import { securityHeaders } from './security-headers.ts'
import { openServing, type Serving, type ServingOptions } from './serving.ts'

export type DoorOptions = { port: number; publicUrl?: string; log: Log; metrics: Metrics }

export type Door = {
  /** The port really listened on. */
  port: number
  /** From now on pages are answered; before, everybody is asked to wait a moment. */
  open(options: Omit<ServingOptions, 'log' | 'metrics'>): Promise<void>
  /** Lets answers under way end, at most 4 seconds. */
  close(): Promise<void>
}

/**
 * Listens on the port. Refuses `port_taken` and `port_forbidden`.
 * `publicUrl` is only for the headers of the first moments.
 */
export async function openDoor({ port, publicUrl, log, metrics }: DoorOptions): Promise<Door> {
  let serving: Serving | null = null
  const server = createServer(
    {
      maxHeaderSize: 16 * 1024,
      headersTimeout: 15_000,
      requestTimeout: 120_000,
      keepAliveTimeout: 65_000,
      connectionsCheckingInterval: 5000,
    },
    answering({ log, metrics, publicUrl: publicUrl ?? '', serving: () => serving }),
  )
  server.on('clientError', refuseMalformed(publicUrl ?? ''))
  await listening(server, port)

  return {
    port: (server.address() as AddressInfo).port,
    async open(options) {
      serving = await openServing({ ...options, log, metrics })
    },
    async close() {
      await closed(server)
      await serving?.stop()
    },
  }
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') reject(new Refusal('conflict', 'port_taken', { port }))
      else if (error.code === 'EACCES') reject(new Refusal('invalid', 'port_forbidden', { port }))
      else reject(error)
    })
    server.listen(port, () => resolve())
  })
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 4000).unref()
  })
}

/** What is not HTTP, too large or too slow gets a bare answer; Node has no request for it. */
function refuseMalformed(publicUrl: string) {
  const headers = Object.entries(securityHeaders(publicUrl))
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')
  return (error: NodeJS.ErrnoException, socket: Socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return socket.destroy()
    const status =
      error.code === 'HPE_HEADER_OVERFLOW'
        ? '431 Request Header Fields Too Large'
        : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
          ? '408 Request Timeout'
          : '400 Bad Request'
    socket.end(`HTTP/1.1 ${status}\r\n${headers}content-length: 0\r\nconnection: close\r\n\r\n`)
  }
}
