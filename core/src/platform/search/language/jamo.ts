/** Syllables taken apart by the arithmetic of their Unicode block: 0xac00 + (initial * 21 + vowel) * 28 + final. */
const FIRST = 0xac00
const COUNT = 11_172

export const FINAL = { none: 0, n: 4, d: 7, l: 8, m: 16, b: 17, s: 19, ss: 20, h: 27 } as const

export interface Jamo {
  initial: number
  vowel: number
  final: number
}

/** Null for anything but a whole modern syllable. */
export function jamoOf(character: string): Jamo | null {
  const code = character.charCodeAt(0) - FIRST
  if (!(code >= 0 && code < COUNT)) return null
  return { initial: Math.floor(code / 588), vowel: Math.floor(code / 28) % 21, final: code % 28 }
}

export function finalOf(character: string): number {
  return jamoOf(character)?.final ?? FINAL.none
}

/** The same syllable with another vowel, final or initial. */
export function changed(character: string, change: Partial<Jamo>): string {
  const jamo = jamoOf(character)
  if (!jamo) return character
  const { initial, vowel, final } = { ...jamo, ...change }
  return String.fromCharCode(FIRST + (initial * 21 + vowel) * 28 + final)
}

export function vowelOf(character: string): number {
  return jamoOf(character)?.vowel ?? -1
}
