import { isTimeZone } from '../communities/index.ts'
import { Refusal } from '../platform/refusal.ts'

export const units = ['day', 'week', 'month', 'quarter', 'year'] as const
export type Unit = (typeof units)[number]

/** `from` <= instant < `until`; named as people write it: 2014, 2014-Q1, 2014-01, 2014-W03, 2014-01-05. */
export type Period = { name: string; from: Date; until: Date }

/** A stretch of calendar, both ends written as periods of any unit, both included. */
export type Stretch = { from: string; to: string; by: Unit; timeZone: string }

const most = 5000
const length = {
  day: { days: 1 },
  week: { days: 7 },
  month: { months: 1 },
  quarter: { months: 3 },
  year: { years: 1 },
} as const

/**
 * The periods that touch a stretch, without holes, in the calendar of an IANA time zone: each begins
 * with the first instant of its first day there, whatever the clocks do that night. Weeks are those
 * of ISO 8601. Codes: `period_bad`, `period_order`, `time_zone_bad`, `periods_too_many`.
 */
export function periodsBetween({ from, to, by, timeZone }: Stretch): Period[] {
  insistTimeZone(timeZone)
  const last = daysOf(to).last
  let day = firstDay(daysOf(from).first, by)
  if (Temporal.PlainDate.compare(daysOf(from).first, last) > 0)
    throw new Refusal('invalid', 'period_order', { from, to })

  const periods: Period[] = []
  while (Temporal.PlainDate.compare(day, last) <= 0) {
    if (periods.length === most) throw new Refusal('invalid', 'periods_too_many', { most })
    const next = day.add(length[by])
    periods.push({
      name: nameOf(day, by),
      from: startOf(day, timeZone),
      until: startOf(next, timeZone),
    })
    day = next
  }
  return periods
}

/** The whole stretch as one period, named by its ends. Codes as for `periodsBetween`. */
export function periodOver({ from, to, timeZone }: Omit<Stretch, 'by'>): Period {
  insistTimeZone(timeZone)
  const { first } = daysOf(from)
  const { last } = daysOf(to)
  if (Temporal.PlainDate.compare(first, last) > 0)
    throw new Refusal('invalid', 'period_order', { from, to })
  const until = startOf(last.add({ days: 1 }), timeZone)
  return { name: from === to ? from : `${from}/${to}`, from: startOf(first, timeZone), until }
}

/** The name of the period in which an instant lies. */
export function periodAt(at: Date, by: Unit, timeZone: string): string {
  insistTimeZone(timeZone)
  const day = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone)
  return nameOf(firstDay(day.toPlainDate(), by), by)
}

/** The name of the period `count` after this one, of the same unit; before it when negative. */
export function periodAfter(name: string, count: number): string {
  const by = unitOf(name)
  const { days = 0, months = 0, years = 0 } = length[by] as Partial<Record<string, number>>
  const step = { days: days * count, months: months * count, years: years * count }
  return nameOf(daysOf(name).first.add(step), by)
}

/** The unit a period's name is written in. Code: `period_bad`. */
export function unitOf(name: string): Unit {
  const unit = units.find((one) => written[one].test(name))
  if (!unit) throw new Refusal('invalid', 'period_bad', { period: name })
  return unit
}

export function insistTimeZone(timeZone: string): void {
  // "+09:00" is a zone to JavaScript, and its opposite to PostgreSQL: names only
  if (!/^[A-Za-z]/.test(timeZone) || !isTimeZone(timeZone))
    throw new Refusal('invalid', 'time_zone_bad', { timeZone })
}

const written: Record<Unit, RegExp> = {
  day: /^\d{4}-\d{2}-\d{2}$/,
  week: /^\d{4}-W\d{2}$/,
  month: /^\d{4}-\d{2}$/,
  quarter: /^\d{4}-Q[1-4]$/,
  year: /^\d{4}$/,
}

function daysOf(name: string): { first: Temporal.PlainDate; last: Temporal.PlainDate } {
  const by = unitOf(name)
  try {
    const first = parsed(name, by)
    return { first, last: first.add(length[by]).subtract({ days: 1 }) }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new Refusal('invalid', 'period_bad', { period: name })
  }
}

function parsed(name: string, by: Unit): Temporal.PlainDate {
  const [year = 0, second = 1] = name.split('-').map((part) => Number(part.replace(/^[QW]/, '')))
  if (year < 1000 || year > 2999) throw new RangeError('no year anybody means')
  if (by === 'day') return Temporal.PlainDate.from(name)
  if (by === 'week') return weekOf(year, second)
  const month = by === 'quarter' ? second * 3 - 2 : second
  return Temporal.PlainDate.from({ year, month, day: 1 }, { overflow: 'reject' })
}

/** The Monday of an ISO week; week 1 is the one with 4 January in it. */
function weekOf(year: number, week: number): Temporal.PlainDate {
  const monday = firstDay(Temporal.PlainDate.from({ year, month: 1, day: 4 }), 'week')
  const day = monday.add({ days: 7 * (week - 1) })
  if (day.yearOfWeek !== year) throw new RangeError('no such week')
  return day
}

function firstDay(day: Temporal.PlainDate, by: Unit): Temporal.PlainDate {
  if (by === 'day') return day
  if (by === 'week') return day.subtract({ days: day.dayOfWeek - 1 })
  if (by === 'month') return day.with({ day: 1 })
  if (by === 'quarter') return day.with({ day: 1, month: day.month - ((day.month - 1) % 3) })
  return day.with({ day: 1, month: 1 })
}

function nameOf(first: Temporal.PlainDate, by: Unit): string {
  const text = first.toString()
  if (by === 'day') return text
  if (by === 'week') {
    const week = String(first.weekOfYear).padStart(2, '0')
    return `${String(first.yearOfWeek).padStart(4, '0')}-W${week}`
  }
  if (by === 'quarter') return `${text.slice(0, 4)}-Q${Math.ceil(first.month / 3)}`
  return by === 'month' ? text.slice(0, 7) : text.slice(0, 4)
}

function startOf(day: Temporal.PlainDate, timeZone: string): Date {
  return new Date(day.toZonedDateTime(timeZone).epochMilliseconds)
}
