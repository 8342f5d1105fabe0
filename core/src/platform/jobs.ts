import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import { openHere } from './open-here.ts'
import type { Here, Lobby } from './here.ts'

/** Work that nobody waits for. It runs at least once, so doing it twice must be the same. */
export type JobHandler = {
  kind: string
  payload: z.ZodType
  run(here: Here, payload: never): Promise<void>
}

/** A job of a community: its payload is checked, `here` is the community it was added in. */
export function job<P extends z.ZodType>(
  kind: string,
  payload: P,
  run: (here: Here, payload: z.infer<P>) => Promise<void>,
): JobHandler {
  return { kind, payload, run: run as JobHandler['run'] }
}

/**
 * Adds a job in the same transaction as the change itself. `once` names it: while one of that name
 * waits, another is not added. Payloads hold ids only.
 */
export async function addJob(
  here: Here,
  kind: string,
  payload: Record<string, unknown>,
  options: { once?: string; at?: Date } = {},
): Promise<void> {
  const once = options.once ? `${here.community.id}:${kind}:${options.once}` : null
  await here.db.run(sql`
    select graphile_worker.add_job(
      ${kind}, ${JSON.stringify({ community: here.community.id, ...payload })}::json,
      queue_name => ${`community-${here.community.id}`},
      run_at => ${options.at?.toISOString() ?? null}::timestamptz,
      max_attempts => 12, job_key => ${once})`)
}

/** Runs one job as the worker does. */
export async function runJob(lobby: Lobby, handler: JobHandler, given: unknown): Promise<void> {
  const { community, ...rest } = given as { community: number }
  const here = await openHere(lobby, community)
  if (!here) return // the community is gone, and its work with it
  await handler.run(here, handler.payload.parse(rest) as never)
}
