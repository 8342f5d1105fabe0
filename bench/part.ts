import type { Stage } from './stage.ts'

/** A figure beside what it is held against. */
export type Judged = {
  what: string
  /** Null when it could not be measured. */
  is: number | null
  /** `yes` for what only is or is not (1 or 0). */
  unit: string
  aim: { atLeast: number } | { atMost: number }
  /** The figure of somebody else, or a limit, in words. */
  beside?: string
}

export type Table = { title?: string; head: string[]; rows: (string | number)[][] }

export type Section = { title: string; judged: Judged[]; tables: Table[]; notes: string[] }

/** A part of the bench: measuring gives plain data, which is kept; describing makes words of it. */
export type Part<T> = {
  measure(stage: Stage): Promise<T>
  describe(data: T): Section
}

export function isMet({ is, aim }: Judged): boolean {
  if (is === null) return false
  return 'atLeast' in aim ? is >= aim.atLeast : is <= aim.atMost
}
