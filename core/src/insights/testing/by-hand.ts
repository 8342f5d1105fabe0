import type { Post } from './posts.ts'

/**
 * The definitions of docs/figures.md once more, in plain loops over all posts, sharing nothing
 * with the code it is held against; slow.
 */
export type Told = { posts: Post[]; systems: string[]; timeZone: string }
export type By = 'day' | 'week' | 'month' | 'quarter' | 'year'

export function figureByHand({ posts, systems, timeZone }: Told, by: By, period: string) {
  const people = posts.filter((post) => !systems.includes(post.by))
  const here = people.filter((post) => nameOf(post.at, by, timeZone) === period)
  const counts = countOf(here.map((post) => post.by))
  const topics = here.filter((post) => post.opens)
  const newest = Math.max(...people.map((post) => post.at.getTime()))
  const waits = topics.map((topic) => {
    const replies = people.filter((p) => p.topic === topic.topic && p.by !== topic.by)
    const first = Math.min(...replies.map((reply) => reply.at.getTime()))
    const opened = topic.at.getTime()
    return replies.length
      ? { time: first - opened, answered: true }
      : { time: newest - opened, answered: false }
  })
  const late = waits.filter((wait) => !(wait.answered && wait.time <= 7 * 86_400_000))
  const median = medianByHand(waits)
  return {
    period,
    contributors: counts.length,
    new_contributors: new Set(
      here.filter((post) => isFirst(post, people, period, by, timeZone)).map((post) => post.by),
    ).size,
    topics: topics.length,
    replies: here.length - topics.length,
    unanswered_7d: topics.length ? late.length / topics.length : null,
    ttfr_median_hours: median === null ? null : median / 3_600_000,
    absence_factor: absenceByHand(counts),
    gini: giniByHand(counts),
  }
}

export function cohortByHand({ posts, systems, timeZone }: Told, names: string[], index: number) {
  const people = posts.filter((post) => !systems.includes(post.by))
  const inPeriod = (name: string) => people.filter((p) => nameOf(p.at, 'month', timeZone) === name)
  const joined = new Set(
    inPeriod(names[index]!)
      .filter((post) => isFirst(post, people, names[index]!, 'month', timeZone))
      .map((post) => post.by),
  )
  const retained = names.slice(index).map(
    (name) =>
      new Set(
        inPeriod(name)
          .filter((p) => joined.has(p.by))
          .map((p) => p.by),
      ).size,
  )
  return { cohort: names[index]!, size: joined.size, retained }
}

/** Names of all periods between two days, by walking through the days. */
export function namesBetween(first: string, last: string, by: By): string[] {
  const names: string[] = []
  for (let day = Date.parse(first); day <= Date.parse(last); day += 86_400_000) {
    const name = nameOf(new Date(day), by, 'UTC')
    if (names.at(-1) !== name) names.push(name)
  }
  return names
}

export function nameOf(at: Date, by: By, timeZone: string): string {
  const day = formOf(timeZone).format(at)
  const [year, month] = day.split('-')
  if (by === 'day') return day
  if (by === 'month') return `${year}-${month}`
  if (by === 'quarter') return `${year}-Q${Math.floor((Number(month) - 1) / 3) + 1}`
  return by === 'year' ? year! : isoWeek(day)
}

const forms = new Map<string, Intl.DateTimeFormat>()

function formOf(timeZone: string): Intl.DateTimeFormat {
  const form = forms.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone })
  forms.set(timeZone, form)
  return form
}

/** The week belongs to the year in which its Thursday lies. */
function isoWeek(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * 86_400_000)
  const newYear = Date.UTC(thursday.getUTCFullYear(), 0, 1)
  const number = Math.floor((thursday.getTime() - newYear) / (7 * 86_400_000)) + 1
  return `${thursday.getUTCFullYear()}-W${String(number).padStart(2, '0')}`
}

function isFirst(post: Post, people: Post[], period: string, by: By, timeZone: string): boolean {
  const own = people.filter((other) => other.by === post.by)
  const first = own.reduce((a, b) => (b.at < a.at ? b : a))
  return nameOf(first.at, by, timeZone) === period
}

/** The product-limit estimate straight from its definition, over each time of an answer. */
export function medianByHand(waits: { time: number; answered: boolean }[]): number | null {
  let survival = 1
  const times = [...new Set(waits.filter((w) => w.answered).map((w) => w.time))]
  for (const time of times.toSorted((x, y) => x - y)) {
    const watched = waits.filter((wait) => wait.time >= time).length
    const answered = waits.filter((wait) => wait.answered && wait.time === time).length
    survival = survival * (1 - answered / watched)
    if (survival <= 0.5) return time
  }
  return null
}

function countOf(names: string[]): number[] {
  return [...new Set(names)].map((name) => names.filter((other) => other === name).length)
}

/** Half the mean difference between any two, over the mean. */
function giniByHand(counts: number[]): number | null {
  if (counts.length === 0) return null
  const sum = counts.reduce((a, b) => a + b)
  const differences = counts.flatMap((a) => counts.map((b) => Math.abs(a - b)))
  return differences.reduce((a, b) => a + b) / (2 * counts.length * sum)
}

function absenceByHand(counts: number[]): number {
  const sum = counts.reduce((a, b) => a + b, 0)
  const best = counts.toSorted((a, b) => b - a)
  for (let members = 0; ; members++) {
    const written = best.slice(0, members).reduce((a, b) => a + b, 0)
    if (written * 2 >= sum) return members
  }
}
