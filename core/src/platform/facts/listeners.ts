import type { Here } from '../here.ts'
import type { Fact } from './facts.ts'

/**
 * Who hears facts. A *projection* (counts, figures, search) sees everything, imported past too, and
 * can be rebuilt; a *reaction* (notice, letter, webhook) sees live facts only. Facts come in batches,
 * at least once, oldest first; hearing one twice must be the same as once.
 */
export type Listener = {
  name: string
  role: 'projection' | 'reaction'
  hears: string[]
  hear(here: Here, told: Fact[]): Promise<void>
}

export function projection(name: string, hears: string[], hear: Listener['hear']): Listener {
  return { name, role: 'projection', hears, hear }
}

export function reaction(name: string, hears: string[], hear: Listener['hear']): Listener {
  return { name, role: 'reaction', hears, hear }
}
