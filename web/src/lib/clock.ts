import type { Locale } from '@hiroba/core/platform'
import { dateForm, type DateForm } from './date-form.ts'
import { wordsIn } from './words/index.ts'

/** Says instants in a language and in a community's time zone, seen from `now`. */
export type Clock = {
  timeZone: string
  /** For lists: "20 minutes ago" within a day, then yesterday, then the day. */
  ago(at: Date): string
  /** The day, with its year when that is not the present one. */
  day(at: Date): string
  /** Day and time of day. */
  moment(at: Date): string
  /** Day, time of day and the name of the zone: for titles, and where the zone matters. */
  zoned(at: Date): string
  month(at: Date): string
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

export function clockOf(locale: Locale, timeZone: string, now: Date): Clock {
  const say = wordsIn(locale)
  const forms = formsOf(locale, timeZone)
  const year = yearAround(forms, now)
  const isThisYear = (at: Date) => at >= year.from && at < year.until

  const dayOf = (at: Date) => (isThisYear(at) ? forms.day : forms.dayOfYear).format(at)
  // A post says its moment twice, on the page and with the zone: it is formatted once.
  let last = { at: 0, text: '' }
  const momentOfYear = (at: Date) => {
    if (last.at !== at.getTime()) last = { at: at.getTime(), text: forms.momentOfYear.format(at) }
    return last.text
  }
  const zoned = (at: Date) => say('time.zoned', { at: momentOfYear(at), zone: forms.zone })
  return {
    timeZone,
    ago(at) {
      const age = now.getTime() - at.getTime()
      if (age < minute) return say('time.justNow')
      if (age < hour) return say('time.minutes', { n: Math.floor(age / minute) })
      if (age < day) return say('time.hours', { n: Math.floor(age / hour) })
      if (age < 2 * day && isDayBefore(forms.key, at, now)) return say('time.yesterday')
      return dayOf(at)
    },
    day: dayOf,
    moment: (at) => (isThisYear(at) ? forms.moment.format(at) : momentOfYear(at)),
    zoned,
    month: (at) => forms.month.format(at),
  }
}

function isDayBefore(key: DateForm, at: Date, now: Date): boolean {
  return key.format(at) === key.format(new Date(now.getTime() - day))
}

/** The present year in the zone: asking a formatter for every post would cost more than the post. */
function yearAround(forms: Forms, now: Date): { from: Date; until: Date } {
  const { year } = forms
  if (year && now >= year.from && now < year.until) return year
  const number = Number(forms.key.format(now).slice(0, 4))
  return (forms.year = { from: newYear(forms.key, number), until: newYear(forms.key, number + 1) })
}

/** When the year begins in the zone; zones lie up to 14 hours off, in steps of a quarter. */
function newYear(key: DateForm, year: number): Date {
  const quarter = 15 * minute
  let before = Date.UTC(year, 0, 1) - 15 * hour
  let after = before + 30 * hour
  while (after - before > quarter) {
    const middle = before + Math.floor((after - before) / quarter / 2) * quarter
    if (Number(key.format(middle).slice(0, 4)) < year) before = middle
    else after = middle
  }
  return new Date(after)
}

type Forms = Record<'key' | 'day' | 'dayOfYear' | 'moment' | 'momentOfYear' | 'month', DateForm> & {
  zone: string
  year?: { from: Date; until: Date }
}

/** Making a formatter takes longer than rendering a post: one set a language and zone is kept. */
const kept = new Map<string, Forms>()

function formsOf(locale: Locale, timeZone: string): Forms {
  const name = `${locale} ${timeZone}`
  const found = kept.get(name)
  if (found) return found
  const made = makeForms(locale, timeZone)
  kept.set(name, made)
  return made
}

function makeForms(locale: Locale, timeZone: string): Forms {
  const month = locale === 'en' ? 'short' : 'long'
  const form = (options: Intl.DateTimeFormatOptions) => dateForm(locale, { timeZone, ...options })
  const date = { month, day: 'numeric' } as const
  const time = {
    hour: locale === 'ja' ? 'numeric' : '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  } as const
  return {
    key: new Intl.DateTimeFormat('sv-SE', { timeZone }),
    day: form(date),
    dayOfYear: form({ year: 'numeric', ...date }),
    moment: form({ ...date, ...time }),
    momentOfYear: form({ year: 'numeric', ...date, ...time }),
    month: form({ year: 'numeric', month: 'long' }),
    zone: zoneName(locale, timeZone),
  }
}

const ownNames: Record<string, Record<Locale, string>> = {
  'Asia/Tokyo': { ja: '日本時間', ko: '일본 시간', en: 'Japan time' },
  'Asia/Seoul': { ja: '韓国時間', ko: '한국 시간', en: 'Korea time' },
  UTC: { ja: '協定世界時', ko: '협정 세계시', en: 'UTC' },
}

function zoneName(locale: Locale, timeZone: string): string {
  const own = ownNames[timeZone]?.[locale]
  if (own) return own
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longGeneric' })
  return parts.formatToParts(0).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}
