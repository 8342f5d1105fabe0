import { no, yes, type Verdict } from '../platform/verdict.ts'
import type { Actor } from '../platform/here.ts'

/** Imported posts come with their own time, author and number, so only an import may write them. */
export function mayImport(actor: Actor): Verdict {
  return actor.kind === 'import' ? yes : no('imports_only')
}

/** Until people can sign in, categories are named by the operator and by imports. */
export function mayArrange(actor: Actor): Verdict {
  return actor.kind === 'operator' || actor.kind === 'import' ? yes : no('operators_only')
}
