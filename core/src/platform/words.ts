/** The languages Hiroba itself speaks. */
export const locales = ['ja', 'ko', 'en'] as const
export type Locale = (typeof locales)[number]

/**
 * A text by people in one or several languages: names, purposes, rules. `original` is the language
 * it was first written in; the rest are translations.
 */
export type Words = { original: string; text: Record<string, string> }

export function words(original: string, text: string): Words {
  return { original, text: { [original]: text } }
}

/** The text in the wanted language, else in the original one, with the language it really is in. */
export function inLanguage(words: Words, wanted: string): { text: string; lang: string } {
  const text = words.text[wanted]
  if (text) return { text, lang: wanted }
  return { text: words.text[words.original] ?? '', lang: words.original }
}

export function isLocale(value: unknown): value is Locale {
  return typeof value === 'string' && (locales as readonly string[]).includes(value)
}
