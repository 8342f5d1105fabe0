import { communityTableNames } from './tables.ts'

/**
 * In development and tests: a statement that reads or changes a community's table without naming
 * `community_id` is a leak between communities waiting to happen, so it is refused as a bug.
 * Work over all communities says so with the comment of `acrossCommunities`.
 */
export function guardStatement(text: string): void {
  if (text.includes(acrossMark) || text.includes('community_id')) return
  if (!/\b(select|insert|update|delete|copy|merge)\b/i.test(text)) return
  for (const [, name] of text.matchAll(
    /\b(?:from|join|into|update|copy)\s+(?:only\s+)?"?(\w+)"?/gi,
  ))
    if (name && communityTableNames().has(name))
      throw new Error(`statement on "${name}" does not name its community: ${text.slice(0, 300)}`)
}

/** Stands in a statement that means all communities at once (jobs, doctor, the installation). */
export const acrossMark = '/* across communities */'
