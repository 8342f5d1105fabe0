import { setTimeout as sleep } from 'node:timers/promises'
import type { IncomingMessage } from 'node:http'
import { schemaState } from '@hiroba/core/database'
import type { Serving } from './serving.ts'

export type Readiness = { ready: boolean; database: string; schema: string; worker: string }

/** Whether this process can do its work: the database answers, its schema fits, the worker lives. */
export async function readiness(serving: Serving | null): Promise<Readiness> {
  if (!serving) return { ready: false, database: 'starting', schema: 'unknown', worker: 'starting' }
  const worker = serving.worker ? (serving.worker.isAlive() ? 'ok' : 'down') : 'elsewhere'
  const looked = schemaState(serving.hiroba.db.pool).catch(() => null)
  const state = await Promise.race([looked, sleep(2000, null, { ref: false })])
  const database = state ? 'ok' : 'down'
  const schema = !state
    ? 'unknown'
    : state.newer
      ? 'newer'
      : state.applied < state.known
        ? 'older'
        : 'ok'
  return {
    ready: database === 'ok' && schema === 'ok' && worker !== 'down',
    database,
    schema,
    worker,
  }
}

/**
 * Metrics are for this machine and its private network. A request that a proxy handed on comes from
 * anywhere, so it does not count as local.
 */
export function mayReadMetrics(req: IncomingMessage): boolean {
  const { headers } = req
  if (headers['x-forwarded-for'] || headers.forwarded || headers.via || headers['x-real-ip'])
    return false
  return isPrivate(req.socket.remoteAddress ?? '')
}

function isPrivate(address: string): boolean {
  const plain = address.replace(/^::ffff:/, '')
  return (
    plain === '::1' ||
    /^f[cd][0-9a-f]{2}:|^fe[89ab][0-9a-f]:/i.test(plain) ||
    /^(?:127|10)\.|^192\.168\.|^169\.254\.|^172\.(?:1[6-9]|2\d|3[01])\./.test(plain)
  )
}
