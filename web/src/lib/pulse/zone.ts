import type { Locale } from '@hiroba/core/platform'

/** A time zone as people call it. */
export function zoneName(locale: Locale, timeZone: string): string {
  const own = names[timeZone]?.[locale]
  if (own) return own
  const form = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longGeneric' })
  return form.formatToParts(0).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}

const names: Record<string, Record<Locale, string>> = {
  'Asia/Tokyo': { ja: '日本時間', ko: '일본 시간', en: 'Japan time' },
  'Asia/Seoul': { ja: '韓国時間', ko: '한국 시간', en: 'Korea time' },
  UTC: { ja: '協定世界時', ko: '협정 세계시', en: 'UTC' },
}
