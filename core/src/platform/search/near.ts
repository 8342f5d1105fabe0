import { sql } from 'drizzle-orm'
import { readable } from '../audiences.ts'
import { communityLexeme } from './entries.ts'
import { quoteLexeme, tokens } from './language/tokens.ts'
import type { Here } from '../here.ts'

/**
 * Subjects of a kind that share most with a short text, best first: its words and bigrams OR-ed,
 * ranked; words that more than a tenth of all have tell nothing and are left to the rank.
 */
export async function nearest(
  here: Here,
  wanted: { kind: string; text: string; except?: string; limit?: number },
): Promise<string[]> {
  const lexemes = lexemesOf(wanted.text)
  if (lexemes.length === 0) return []
  const query = `${quoteLexeme(communityLexeme(here))} & (${lexemes.map((l) => `${quoteLexeme(l)}:A`).join(' | ')})`
  const rows = await here.db.run<{ id: string }>(
    sql`select e.subject_id as id from search_entries e
        where e.community_id = ${here.community.id} and e.subject_kind = ${wanted.kind}
          and e.grams @@ ${query}::tsquery and e.subject_id is distinct from ${wanted.except ?? null}
          and ${readable(here, sql`e.audience_id`)}
        order by ts_rank(e.grams, ${query}::tsquery) desc, e.at desc
        limit ${wanted.limit ?? 5}`,
  )
  return rows.map((row) => row.id)
}

/** At most 16 lexemes as the index has them: the longer words, and bigrams of CJK runs. */
function lexemesOf(text: string): string[] {
  const found = tokens(text).flatMap((token) => {
    if (token.kind === 'word') return token.text.length > 3 ? [token.text] : []
    const run = [...token.text]
    return run.slice(0, -1).map((character, i) => character + run[i + 1])
  })
  return [...new Set(found)].sort((a, b) => b.length - a.length).slice(0, 16)
}
