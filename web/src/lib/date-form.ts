import type { Locale } from '@hiroba/core/platform'

export type DateForm = Pick<Intl.DateTimeFormat, 'format'>

/** Writes dates as a language does. In English the day stands first, and September is Sep, not Sept. */
export function dateForm(locale: Locale, options: Intl.DateTimeFormatOptions): DateForm {
  const form = new Intl.DateTimeFormat({ ja: 'ja-JP', ko: 'ko-KR', en: 'en-GB' }[locale], options)
  if (locale !== 'en') return form
  return { format: (at) => form.format(at).replace(/\bSept\b/, 'Sep') }
}
