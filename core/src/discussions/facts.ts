import { z } from 'zod'
import { factKind } from '../platform/facts/facts.ts'

/** Subject: the topic, which is also its first post. */
export const opened = factKind('discussions.opened', z.object({ topic: z.uuid() }))
/** Subject: the reply. */
export const replied = factKind(
  'discussions.replied',
  z.object({ topic: z.uuid(), number: z.number() }),
)
/** Subject: the reply that solved its topic; the member is who wrote it. */
export const solved = factKind('discussions.solved', z.object({ topic: z.uuid() }))
