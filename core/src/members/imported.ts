import { sql } from 'drizzle-orm'
import { list } from '../platform/database/database.ts'
import { derivedId } from '../platform/ids.ts'
import { no, yes, insist, type Verdict } from '../platform/verdict.ts'
import type { Actor, Here } from '../platform/here.ts'

/** A person as a source names them. `key` is their id there. */
export type ImportedMember = {
  key: string
  handle: string
  name?: string
  title?: string | null
  isSystem?: boolean
  /** The first time the source shows them. */
  seenAt: Date
}

/**
 * Admits people of a source as members without accounts; who is there already keeps id and handle.
 * Returns the member id of each key. A handle taken by somebody else gets a number behind it.
 */
export async function admitImported(
  here: Here,
  from: string,
  people: ImportedMember[],
): Promise<Map<string, string>> {
  insist(mayAdmit(here.actor))
  const known = await knownMembers(here, from, people)
  const strangers = people.filter((person) => !known.has(person.key))
  const admitted = await insertMembers(here, from, strangers)
  for (const person of strangers) {
    const id = idOf(from, person)
    if (!admitted.has(id)) await insertNumbered(here, from, person)
    known.set(person.key, id)
  }
  return known
}

export function mayAdmit(actor: Actor): Verdict {
  return actor.kind === 'import' ? yes : no('imports_only')
}

/** What makes two handles the same: NFKC, case folded, no spaces around. */
export function handleKey(handle: string): string {
  return handle.normalize('NFKC').toLowerCase().trim()
}

async function knownMembers(here: Here, from: string, people: ImportedMember[]) {
  const rows = await here.db.run<{ key: string; id: string }>(sql`
    select source_id as key, id from memberships
    where community_id = ${here.community.id} and imported_from = ${from}
      and source_id = any(${list(people.map((person) => person.key))}::text[])`)
  return new Map(rows.map((row) => [row.key, row.id]))
}

function idOf(from: string, person: ImportedMember): string {
  return derivedId(new Date(0), from, 'member', person.key)
}

/** All whose handle is free, in one statement; returns their ids. */
async function insertMembers(
  here: Here,
  from: string,
  people: ImportedMember[],
): Promise<Set<string>> {
  if (people.length === 0) return new Set()
  const column = (pick: (person: ImportedMember) => unknown) => list(people.map(pick))
  const rows = await here.db.run<{ id: string }>(sql`
    insert into memberships (community_id, id, created_at, handle, handle_key, name, title,
      is_system, imported_from, source_id)
    select ${here.community.id}, p.id, p.seen_at, p.handle, p.handle_key, p.name, p.title,
      p.is_system, ${from}, p.key
    from unnest(${column((p) => idOf(from, p))}::uuid[],
      ${column((p) => p.seenAt.toISOString())}::timestamptz[], ${column((p) => p.handle)}::text[],
      ${column((p) => handleKey(p.handle))}::text[], ${column((p) => p.name ?? '')}::text[],
      ${column((p) => p.title ?? null)}::text[], ${column((p) => p.isSystem ?? false)}::boolean[],
      ${column((p) => p.key)}::text[])
      as p (id, seen_at, handle, handle_key, name, title, is_system, key)
    on conflict do nothing returning id`)
  return new Set(rows.map((row) => row.id))
}

/** A handle that somebody else has gets a number behind it. */
async function insertNumbered(here: Here, from: string, person: ImportedMember): Promise<void> {
  const id = idOf(from, person)
  for (let attempt = 2; attempt <= 1000; attempt++) {
    const handle = `${person.handle}${attempt}`
    const made = await here.db.run(sql`
      insert into memberships (community_id, id, created_at, handle, handle_key, name, title,
        is_system, imported_from, source_id)
      values (${here.community.id}, ${id}, ${person.seenAt.toISOString()}, ${handle},
        ${handleKey(handle)}, ${person.name ?? ''}, ${person.title ?? null},
        ${person.isSystem ?? false}, ${from}, ${person.key})
      on conflict do nothing returning id`)
    if (made.length) return
  }
  throw new Error(`no free handle near ${person.handle.length} characters`)
}
