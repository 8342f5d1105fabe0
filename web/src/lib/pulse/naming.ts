import type { Locale } from '@hiroba/core/platform'
import { unitOf } from '@hiroba/core/insights'
import { dateForm, type DateForm } from '../date-form.ts'

/** No line breaks here. */
const joiner = '\u2060'

/** What a stretch of time is called: "May 2016", "April to June 2016", "2016年4〜6月", "2016년". */
export function stretchName(locale: Locale, from: string, to = from): string {
  if (from === to) return periodName(locale, from)
  // the year is said once: before the months in Japanese and Korean, after them in English
  const isOneYear = from.slice(0, 4) === to.slice(0, 4) && unitOf(to) === 'month'
  const first =
    locale === 'en' && isOneYear ? month(locale, from, 'long', false) : periodName(locale, from)
  const last =
    locale !== 'en' && isOneYear ? month(locale, to, 'long', false) : periodName(locale, to)
  if (locale === 'ja') return `${first}から${last}まで`
  return locale === 'ko' ? `${first}부터 ${last}까지` : `${first} to ${last}`
}

/** Under a picture: as short as can be, with the year where it begins or `withYear`. */
export function tickName(locale: Locale, name: string, withYear: boolean): string {
  const [year, part = ''] = name.split('-')
  switch (unitOf(name)) {
    case 'year':
      return name
    case 'quarter':
      return withYear ? quarterName(locale, name) : quarterTick(locale, part)
    case 'month':
      return withYear ? month(locale, name, 'short') : month(locale, name, 'short', false)
    default:
      return day(locale, name.includes('W') ? weekStart(Number(year), Number(part.slice(1))) : name)
  }
}

export function periodName(locale: Locale, name: string): string {
  switch (unitOf(name)) {
    case 'year':
      return { ja: `${name}年`, ko: `${name}년`, en: name }[locale]
    case 'quarter':
      return quarterName(locale, name, 'long')
    case 'month':
      return month(locale, name, 'long')
    default:
      return tickName(locale, name, true)
  }
}

function month(locale: Locale, name: string, style: 'long' | 'short', withYear = true): string {
  const at = new Date(`${name}-01T00:00:00Z`)
  return form(locale, { month: style, ...(withYear && { year: 'numeric' }) }).format(at)
}

function day(locale: Locale, date: string): string {
  return form(locale, { month: 'short', day: 'numeric' }).format(new Date(`${date}T00:00:00Z`))
}

function quarterName(locale: Locale, name: string, style: 'long' | 'short' = 'short'): string {
  const [year = '', part = ''] = name.split('-')
  const first = Number(part[1]) * 3 - 2
  if (locale === 'ja') return `${year}年${first}〜${joiner}${first + 2}月`
  if (locale === 'ko') return `${year}년 ${first}~${joiner}${first + 2}월`
  if (style === 'short') return `${part} ${year}`
  const months = [first, first + 2].map((n) =>
    month('en', `${year}-${String(n).padStart(2, '0')}`, 'long', false),
  )
  return `${months.join(' to ')} ${year}`
}

function quarterTick(locale: Locale, part: string): string {
  const first = Number(part[1]) * 3 - 2
  if (locale === 'ja') return `${first}〜${joiner}${first + 2}月`
  return locale === 'ko' ? `${first}~${joiner}${first + 2}월` : part
}

/** The Monday an ISO week begins with. */
function weekStart(year: number, week: number): string {
  const fourth = new Date(Date.UTC(year, 0, 4))
  const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * 86_400_000
  return new Date(monday + (week - 1) * 7 * 86_400_000).toISOString().slice(0, 10)
}

const forms = new Map<string, DateForm>()

function form(locale: Locale, options: Intl.DateTimeFormatOptions): DateForm {
  const key = locale + JSON.stringify(options)
  const found = forms.get(key) ?? dateForm(locale, { ...options, timeZone: 'UTC' })
  forms.set(key, found)
  return found
}
