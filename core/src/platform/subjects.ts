import { Refusal } from './refusal.ts'
import type { Here } from './here.ts'
import type { Words } from './words.ts'

/** What any list, search or timeline shows of a thing, whatever kind it is. */
export type SubjectFace = {
  id: string
  kind: string
  title: string
  /** Path inside the community, such as `/t/first-steps/12/3`. */
  path: string
  /** Plain text, for snippets; not HTML. */
  text: string
  lang: string | null
  at: Date
  author: { id: string; handle: string; name: string } | null
  /** The name it had where it was imported from. */
  sourceId: string | null
  /** A further line: the category of a topic, say. */
  category: { number: number; name: Words | null } | null
}

/** A kind of thing people speak of: topic, reply, article, event. Registered by its domain. */
export type Subject = {
  kind: string
  /** Faces of those of `ids` that exist and that the actor may read, in any order. */
  faces(here: Here, ids: string[]): Promise<SubjectFace[]>
}

/** Faces of things of several kinds, in the order asked; what may not be read is left out. */
export async function faces(
  here: Here,
  wanted: { kind: string; id: string }[],
): Promise<SubjectFace[]> {
  const kinds = [...new Set(wanted.map(({ kind }) => kind))]
  const found = await Promise.all(
    kinds.map((kind) => {
      const subject = here.db.house.subjects.get(kind)
      if (!subject) throw new Refusal('invalid', 'unknown_subject', { kind })
      return subject.faces(
        here,
        wanted.filter((one) => one.kind === kind).map(({ id }) => id),
      )
    }),
  )
  const byId = new Map(found.flat().map((face) => [face.id, face]))
  return wanted.flatMap(({ id }) => byId.get(id) ?? [])
}
