import { error } from '@sveltejs/kit'
import { periodAfter, periodOver, unitOf, type PulseAsked, type Unit } from '@hiroba/core/insights'

export const kinds = ['month', 'quarter', 'year', 'range'] as const
export type Kind = (typeof kinds)[number]

/** The time a reader looks at, what it is compared with and what the pictures run over. */
export type Choice = PulseAsked & { kind: Kind }

export type Written = { first: string; last: string }

/**
 * What the address asks for: `?period=2016-05`, `2016-Q2` or `2016`, or `?from=2014-01&to=2016-06`;
 * nothing = the newest full month. A period that is none answers 400.
 */
export function choiceFrom(query: URLSearchParams, written: Written, fullMonth: string): Choice {
  const [from, to] = [query.get('from'), query.get('to')]
  if (from && to) return rangeOf(lived(month(from), written), lived(month(to), written))
  const period = query.get('period') || fullMonth
  const kind = kinds.find((one) => one === unit(period))
  if (!kind) error(400, 'period_bad')
  return periodOf(kind, period)
}

/** A month, a quarter or a year: beside the one before, over a year or three. */
function periodOf(kind: Kind, period: string): Choice {
  const before = periodAfter(period, -1)
  const chosen = { kind, from: period, to: period, before: { from: before, to: before } }
  if (kind === 'year') {
    const months = (year: string) => ({ from: `${year}-01`, to: `${year}-12` })
    return { ...chosen, course: { ...months(period), by: 'month' }, courseBefore: months(before) }
  }
  const perYear = kind === 'month' ? 12 : 4
  const first = periodAfter(period, -11)
  return {
    ...chosen,
    course: { from: first, to: period, by: kind as Unit },
    courseBefore: { from: periodAfter(first, -perYear), to: periodAfter(period, -perYear) },
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
  const cast = (at: string) =>
    kind === 'year' ? at.slice(0, 4) : kind === 'quarter' ? quarterOf(at) : at
  const names: string[] = []
  for (let name = cast(last); name >= cast(first); name = periodAfter(name, -1)) names.push(name)
  return names
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

/** The nearest month in which there could be anything to see. */
function lived(month: string, { first, last }: Written): string {
  return month < first ? first : month > last ? last : month
}

function month(name: string): string {
  if (unit(name) !== 'month') error(400, 'period_bad')
  return name
}

/** The unit of a name from outside that is also a time there is; Refusals speak for the rest. */
function unit(name: string): Unit {
  periodOver({ from: name, to: name, timeZone: 'UTC' })
  return unitOf(name)
}
