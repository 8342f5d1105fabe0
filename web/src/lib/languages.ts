import type { Locale } from '@hiroba/core/platform'

/** The languages Hiroba speaks, each by its own name. */
export const languageNames: Record<Locale, string> = { ja: '日本語', ko: '한국어', en: 'English' }

/** What language a text is in, said in the reader's; null when it is theirs or unknown. */
export function otherLanguage(lang: string | null, locale: Locale): string | null {
  if (!lang || lang === locale) return null
  return namesIn(locale).of(lang) ?? null
}

const kept = new Map<Locale, Intl.DisplayNames>()

function namesIn(locale: Locale): Intl.DisplayNames {
  const found = kept.get(locale) ?? new Intl.DisplayNames(locale, { type: 'language' })
  kept.set(locale, found)
  return found
}
