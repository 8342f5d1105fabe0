import { Column, Param, SQL, StringChunk } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'

const dialect = new PgDialect()

/** A statement's text and parameters, as the driver takes them. */
export type Compiled = { text: string; values: unknown[] }

/**
 * What drizzle's dialect makes of a template, for the kinds of parts our templates have, in a tenth
 * of its time (measured: 0.4 ms of a topic page went there). Anything else is left to the dialect.
 */
export function compile(query: SQL): Compiled {
  const compiled: Compiled = { text: '', values: [] }
  if (add(compiled, query)) return compiled
  const { sql: text, params: values } = dialect.sqlToQuery(query)
  return { text, values }
}

/** Adds a part; false when it is of an unknown kind. */
function add(to: Compiled, part: unknown): boolean {
  if (part instanceof StringChunk) {
    for (const text of part.value) to.text += text
    return true
  }
  if (part instanceof SQL) {
    for (const chunk of part.queryChunks) if (!add(to, chunk)) return false
    return true
  }
  if (part === undefined) return true
  if (part instanceof Param)
    return addValue(to, part.value === null ? null : part.encoder.mapToDriverValue(part.value))
  if (part instanceof Column || Array.isArray(part)) return false
  if (part !== null && typeof part === 'object' && !(part instanceof Date)) return false
  return addValue(to, part)
}

function addValue(to: Compiled, value: unknown): boolean {
  if (value instanceof SQL) return add(to, value)
  to.values.push(value)
  to.text += `$${to.values.length}`
  return true
}
