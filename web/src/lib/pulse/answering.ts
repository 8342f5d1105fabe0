import {
  enough,
  lines,
  type Difference,
  type MedianWait,
  type Measured,
  type Share,
} from '@hiroba/core/insights'
import { beforeKey, notes, type FigureView, type Telling } from './view.ts'

/** How soon questions are answered: the median with its interval. */
export async function answered(telling: Telling): Promise<FigureView> {
  const { words, pulse, names, hasBefore } = telling
  const { now, before } = pulse
  const known = pulse.course.map((m) => (m.topics >= enough ? m.median : null))
  const scale = unitOf(known)
  const course = known.map((m) => m && scaled(m, scale.hours))
  const then = telling.before((m) => (m.topics >= enough ? (m.median?.median ?? null) : null))
  const isKnown = now.topics >= enough && now.median
  const drawing = isLine(course)
    ? await lines({
        description: `${words.answered.drawn(names.now)}. ${words.answered.strong(now, names.now)}`,
        labels: telling.labels,
        unit: words.answered.unit[scale.unit],
        locale: telling.locale,
        now: course.map((m) => m?.median ?? null),
        low: course.map((m) => m?.low ?? null),
        high: course.map((m) => m?.high ?? null),
        before: then.map((value) => value && value / scale.hours),
        ends: endsOf(telling, known.at(-1)?.median ?? null, then.at(-1) ?? null, words.hours),
      })
    : null
  const rest = () => {
    if (!isKnown) return now.topics > 0 ? words.answered.few : ''
    return hasBefore ? words.answered.rest(before, names.before, pulse.mediansOverlap) : ''
  }
  return {
    id: 'answered',
    strong: words.answered.strong(now, names.now),
    rest: rest(),
    drawing,
    keys: [
      { mark: 'line', words: words.keys.now },
      { mark: 'band', words: words.keys.band },
      ...beforeKey(telling, 'dashes'),
    ],
    table: {
      heads: [words.heads.period, words.heads.questions, words.heads.half, words.heads.interval],
      rows: pulse.course.map((m, at) => [
        telling.rowNames[at]!,
        telling.formats.number(m.topics),
        m.median ? words.hours(m.median.median) : words.none,
        m.median ? intervalOf(telling, m.median) : words.none,
      ]),
    },
    notes: notes(telling, words.answered.is, valueOf(telling, now), valueOf(telling, before)),
  }
}

/** Who was left without an answer: the share with its interval. */
export async function unanswered(telling: Telling): Promise<FigureView | null> {
  const { words, formats, pulse, names, hasBefore } = telling
  const { now, before } = pulse
  if (now.topics < enough || !now.unanswered) return null
  const course = pulse.course.map((m) => (m.topics >= enough ? m.unanswered : null))
  const then = telling.before((m) => (m.topics >= enough ? (m.unanswered?.share ?? null) : null))
  const hundred = (value: number | null | undefined) => (value == null ? null : value * 100)
  const change = hasBefore ? pulse.unanswered : null
  return {
    id: 'unanswered',
    strong: words.unanswered.strong(now.unanswered),
    rest:
      hasBefore && before.unanswered && before.topics >= enough
        ? words.unanswered.rest(before.unanswered, names.before, change)
        : '',
    drawing: isLine(course)
      ? await lines({
          description: `${words.unanswered.drawn(names.now)}. ${words.unanswered.strong(now.unanswered)}`,
          labels: telling.labels,
          unit: '%',
          locale: telling.locale,
          now: course.map((s) => hundred(s?.share)),
          low: course.map((s) => hundred(s?.low)),
          high: course.map((s) => hundred(s?.high)),
          before: then.map(hundred),
          ends: endsOf(telling, course.at(-1)?.share ?? null, then.at(-1) ?? null, formats.percent),
        })
      : null,
    keys: [
      { mark: 'line', words: words.keys.now },
      { mark: 'band', words: words.keys.band },
      ...beforeKey(telling, 'dashes'),
    ],
    table: {
      heads: [
        words.heads.period,
        words.heads.questions,
        words.heads.waiting,
        words.heads.share,
        words.heads.interval,
      ],
      rows: pulse.course.map((m, at) => [
        telling.rowNames[at]!,
        formats.number(m.topics),
        formats.number(m.unanswered?.count ?? 0),
        m.unanswered ? formats.percent(m.unanswered.share) : words.none,
        m.unanswered ? formats.interval(m.unanswered.low, m.unanswered.high) : words.none,
      ]),
    },
    notes: notes(
      telling,
      words.unanswered.is,
      shareNote(telling, now.unanswered),
      before.unanswered && shareNote(telling, before.unanswered),
      change && {
        term: words.terms.change,
        is: words.unanswered.change(change),
        quiet: changeInterval(telling, change),
      },
    ),
  }
}

function endsOf(
  { words, choice }: Telling,
  now: number | null,
  before: number | null,
  write: (value: number) => string,
) {
  const then = before === null ? '' : write(before)
  const ago = choice.courseBeforeIs === 'year' ? words.aYearBefore : words.beforeIt
  return {
    now: { wide: now === null ? '' : write(now), narrow: now === null ? '' : write(now) },
    before: before === null ? null : { wide: `${then} ${ago}`, narrow: then },
  }
}

/** The unit in which most of the course can be read. */
function unitOf(course: (MedianWait | null)[]) {
  const highest = Math.max(0, ...course.map((m) => m?.median ?? 0))
  if (highest < 1) return { unit: 'minutes', hours: 1 / 60 } as const
  return highest < 96
    ? ({ unit: 'hours', hours: 1 } as const)
    : ({ unit: 'days', hours: 24 } as const)
}

function scaled({ median, low, high }: MedianWait, hours: number): MedianWait {
  return { median: median / hours, low: low / hours, high: high === null ? null : high / hours }
}

function intervalOf({ words }: Telling, { low, high }: MedianWait): string {
  return words.to95(words.hours(low), high === null ? null : words.hours(high))
}

function valueOf(telling: Telling, { topics, median }: Measured) {
  const { words, formats } = telling
  const n = `n = ${formats.number(topics)}`
  if (!median) return { is: n, quiet: words.tooFew }
  return { is: `${words.hours(median.median)} · ${n}`, quiet: `(${intervalOf(telling, median)})` }
}

function shareNote({ words, formats }: Telling, share: Share) {
  return {
    is: `${words.ofCount(share)} · ${formats.percent(share.share)}`,
    quiet: `(${formats.interval(share.low, share.high)})`,
  }
}

function changeInterval({ words, formats }: Telling, { low, high }: Difference): string {
  return `(${words.to95(formats.points(low), formats.points(high))})`
}

/** One point is no course: the frame then says that there is not enough to see. */
function isLine(course: readonly unknown[]): boolean {
  return course.filter((point) => point !== null && point !== undefined).length > 1
}
