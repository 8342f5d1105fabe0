const ASCII = /^[\x00-\x7f]*$/
/** Soft hyphen, zero-width characters and joiners, variation selectors: seen by nobody, typed by nobody. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]|\p{Variation_Selector}/gu
/** Planes without Han: emoji, mathematical alphabets already folded by NFKC, private use. */
const ASTRAL_BUT_HAN = /[\u{10000}-\u{1ffff}\u{40000}-\u{10ffff}]/gu
const SURROGATE = /[\ud800-\udfff]/
/** A character with everything NFKC may fuse to it: marks, half-width sound marks, jamo. */
const CLUSTER = /[\s\S][\p{M}\uff9e\uff9f\u1160-\u11ff\uffa0-\uffdc]*/gu

/** One form for all spellings of a character: NFKC, lower case, nothing invisible, no lone surrogate. */
export function normalise(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase()
  return fold(text.isWellFormed() ? text : text.toWellFormed())
}

/** `normalise` with only letters the index knows: what stands above the basic plane and is not Han goes. */
export function indexable(text: string): string {
  const plain = normalise(text)
  return SURROGATE.test(plain) ? plain.replace(ASTRAL_BUT_HAN, ' ') : plain
}

export interface Mapped {
  text: string
  /** `offsets[i]` = where the source of the normalised code unit i begins; one more for the end. */
  offsets: Uint32Array
}

/** `normalise` that remembers where everything came from: slower, for snippets only. */
export function normaliseMapped(source: string): Mapped {
  if (ASCII.test(source)) {
    return {
      text: source.toLowerCase(),
      offsets: Uint32Array.from({ length: source.length + 1 }, (_, i) => i),
    }
  }
  let text = ''
  const offsets: number[] = []
  for (const { 0: cluster, index } of source.toWellFormed().matchAll(CLUSTER)) {
    const folded = fold(cluster)
    text += folded
    for (let i = 0; i < folded.length; i++) offsets.push(index)
  }
  offsets.push(source.length)
  return { text, offsets: Uint32Array.from(offsets) }
}

/** The final sigma depends on its neighbours; one form keeps whole text and pieces alike. */
function fold(text: string): string {
  return text.replace(INVISIBLE, '').normalize('NFKC').toLowerCase().replaceAll('ς', 'σ')
}
