/** Why something a person asked for cannot be done. Everything else that is thrown is a bug. */
export type RefusalKind =
  'invalid' | 'not_found' | 'not_allowed' | 'conflict' | 'too_many' | 'unavailable'

const brand = Symbol.for('hiroba.refusal')

/**
 * The one family of errors a person may meet. `code` says which rule spoke, `data` what it spoke of;
 * HTTP status and words in ja/ko/en are made at the edges only.
 */
export class Refusal extends Error {
  readonly kind: RefusalKind
  readonly code: string
  readonly data: Record<string, unknown>

  constructor(kind: RefusalKind, code: string, data: Record<string, unknown> = {}) {
    super(`${kind}: ${code}`)
    this.name = 'Refusal'
    this.kind = kind
    this.code = code
    this.data = data
    Object.defineProperty(this, brand, { value: true })
  }
}

/** Recognised by a brand, not by `instanceof`: two copies of this module must agree. */
export function isRefusal(thrown: unknown): thrown is Refusal {
  return typeof thrown === 'object' && thrown !== null && brand in thrown
}
