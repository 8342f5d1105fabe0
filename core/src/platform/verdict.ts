import { Refusal } from './refusal.ts'

/** What a policy answers: yes, or no with its reason. Pages ask the same policy as commands. */
export type Verdict = { yes: true } | { yes: false; reason: string }

export const yes: Verdict = { yes: true }

export function no(reason: string): Verdict {
  return { yes: false, reason }
}

/** Lets a command go on only when the policy says yes; throws `not_allowed` with the reason. */
export function insist(verdict: Verdict): void {
  if (!verdict.yes) throw new Refusal('not_allowed', verdict.reason)
}

/** Marks a command that anybody may give; the house test demands this mark or `insist`. */
export function openToAll(): void {}
