import { periodAfter, periodOver, unitOf, type PulseAsked, type Unit } from '@hiroba/core/insights'
import { Refusal } from '@hiroba/core/platform'

export const kinds = ['month', 'quarter', 'year', 'range'] as const
export type Kind = (typeof kinds)[number]

/** The time a reader looks at, what it is compared with and what the pictures run over. */
export type Choice = PulseAsked & {
  kind: Kind
  /** What the second line of a picture is: a year before each point, or as many months before. */
  courseBeforeIs: 'year' | 'stretch'
}

export type Written = { first: string; last: string }

/**
 * What the address asks for: `?period=2016-05`, `2016-Q2` or `2016`, or `?from=2014-01&to=2016-06`;
 * nothing = the newest full month. Code: `period_bad`.
 */
export function choiceFrom(query: URLSearchParams, written: Written, fullMonth: string): Choice {
  const [from, to] = [query.get('from'), query.get('to')]
  if (from && to) return rangeOf(lived(month(from), written), lived(month(to), written))
  const period = query.get('period') || fullMonth
  const kind = kinds.find((one) => one === unit(period))
  if (!kind || kind === 'range') throw new Refusal('invalid', 'period_bad')
  return periodOf(kind, period, written)
}

/** The twelve months up to one: for places where a month holds too little to say anything. */
export function twelveMonthsTo(month: string, written: Written): Choice {
  return rangeOf(lived(periodAfter(month, -11), { first: written.first, last: month }), month)
}

/** A month, a quarter or a year: beside the one before, over a year or three. */
function periodOf(kind: Exclude<Kind, 'range'>, period: string, written: Written): Choice {
  const before = periodAfter(period, -1)
  const chosen = { kind, from: period, to: period, before: { from: before, to: before } }
  if (kind === 'year') {
    const months = (year: string) => ({ from: `${year}-01`, to: `${year}-12` })
    const course = { ...months(period), by: 'month' as const }
    return { ...chosen, course, courseBefore: months(before), courseBeforeIs: 'year' }
  }
  return { ...chosen, ...courseTo(kind, period, written) }
}

/** The same time in whole quarters, three years of them: where a month holds too few for a line. */
export function inQuarters(choice: Choice, written: Written): Choice {
  const end = lastMonth(choice.to)
  const quarter = quarterOf(end)
  const last = lastMonth(quarter) > end ? periodAfter(quarter, -1) : quarter
  return { ...choice, ...courseTo('quarter', last, written) }
}

function courseTo(by: 'month' | 'quarter', last: string, written: Written) {
  const aYear = by === 'month' ? -12 : -4
  const from = lived(periodAfter(last, -11), { first: castTo(by, written.first), last })
  return {
    course: { from, to: last, by },
    courseBefore: { from: periodAfter(from, aYear), to: periodAfter(last, aYear) },
    courseBeforeIs: 'year' as const,
  }
}

/** Any months in a row: beside as many before them. */
function rangeOf(from: string, to: string): Choice {
  if (from > to) [from, to] = [to, from]
  const count = monthsBetween(from, to) + 1
  const before = { from: periodAfter(from, -count), to: periodAfter(from, -1) }
  const by = count <= 3 ? 'week' : count <= 24 ? 'month' : count <= 96 ? 'quarter' : 'year'
  return {
    kind: 'range',
    from,
    to,
    before,
    course: { from, to, by },
    courseBefore: by === 'month' ? before : null,
    courseBeforeIs: 'stretch',
  }
}

/** The same time as another kind of period, for the tabs: a month's quarter, a year's December. */
export function choiceAs(kind: Kind, { from, to }: Choice, written: Written): string {
  const end = lastMonth(to)
  if (kind === 'year') return `?period=${end.slice(0, 4)}`
  if (kind === 'quarter') return `?period=${quarterOf(end)}`
  if (kind === 'range') return `?from=${lived(firstMonth(from), written)}&to=${end}`
  return `?period=${lived(end, written)}`
}

/** All periods of a kind from the first post to the newest, newest first, for the picker. */
export function periodsToChoose(kind: Kind, { first, last }: Written): string[] {
  const names: string[] = []
  const oldest = castTo(kind, first)
  for (let name = castTo(kind, last); name >= oldest; name = periodAfter(name, -1)) names.push(name)
  return names
}

/** The period of a kind in which a month lies. */
export function castTo(kind: Kind, month: string): string {
  return kind === 'year' ? month.slice(0, 4) : kind === 'quarter' ? quarterOf(month) : month
}

export function monthsBetween(from: string, to: string): number {
  const [a, b] = [from, to].map((name) => Number(name.slice(0, 4)) * 12 + Number(name.slice(5, 7)))
  return b! - a!
}

export function firstMonth(name: string): string {
  if (unitOf(name) === 'month') return name
  if (unitOf(name) === 'year') return `${name}-01`
  return `${name.slice(0, 4)}-${String(Number(name[6]) * 3 - 2).padStart(2, '0')}`
}

export function lastMonth(name: string): string {
  if (unitOf(name) === 'month') return name
  return periodAfter(firstMonth(name), unitOf(name) === 'year' ? 11 : 2)
}

export function quarterOf(month: string): string {
  return `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`
}

/** The nearest period in which there could be anything to see. */
function lived(name: string, { first, last }: Written): string {
  return name > last ? last : name < first ? first : name
}

function month(name: string): string {
  if (unit(name) !== 'month') throw new Refusal('invalid', 'period_bad')
  return name
}

/** The unit of a name from outside that is also a time there is; Refusals speak for the rest. */
function unit(name: string): Unit {
  periodOver({ from: name, to: name, timeZone: 'UTC' })
  return unitOf(name)
}
