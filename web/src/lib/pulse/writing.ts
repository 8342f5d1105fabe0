import { bars, enough, type Colour, type Measured } from '@hiroba/core/insights'
import { beforeKey, notes, type FigureView, type Key, type Telling } from './view.ts'

/** Who wrote, and who for the first time. */
export async function people(telling: Telling): Promise<FigureView> {
  const { words, formats, pulse, names, hasBefore } = telling
  const { now, before } = pulse
  const { number } = formats
  return {
    id: 'people',
    strong: words.people.strong(now, names.now),
    rest: hasBefore ? words.people.rest(before, names.before) : '',
    drawing: await stacked(telling, words.people.drawn(names.now), (m) => m.contributors, [
      ['chart-1', (m) => m.contributors - m.newcomers],
      ['chart-2', (m) => m.newcomers],
    ]),
    keys: [
      { mark: 'chart-2', words: words.keys.newcomers },
      { mark: 'chart-1', words: words.keys.regulars },
      ...beforeKey(telling, 'tick'),
    ],
    table: {
      heads: [words.heads.period, words.heads.members, words.heads.newcomers],
      rows: pulse.course.map((m, at) => [
        telling.rowNames[at]!,
        number(m.contributors),
        number(m.newcomers),
      ]),
    },
    notes: notes(
      telling,
      words.people.is,
      { is: words.people.value(now) },
      { is: words.people.value(before) },
      { term: words.terms.interval, is: words.people.whole },
    ),
  }
}

/** What was written: topics and replies. */
export async function posts(telling: Telling): Promise<FigureView> {
  const { words, formats, pulse, names, hasBefore } = telling
  const { now, before } = pulse
  const perTopic = (m: Measured) => (m.topics ? m.replies / m.topics : null)
  const each = perTopic(now)
  return {
    id: 'posts',
    strong: words.posts.strong(now, names.now),
    rest:
      each === null
        ? ''
        : words.posts.rest(each, hasBefore ? perTopic(before) : null, names.before),
    drawing: await stacked(telling, words.posts.drawn(names.now), postsOf, [
      ['chart-1', (m) => m.topics],
      ['chart-2', (m) => m.replies],
    ]),
    keys: [
      { mark: 'chart-2', words: words.keys.replies },
      { mark: 'chart-1', words: words.keys.topics },
      ...beforeKey(telling, 'tick'),
    ],
    table: {
      heads: [words.heads.period, words.heads.topics, words.heads.replies, words.heads.perTopic],
      rows: pulse.course.map((m, at) => [
        telling.rowNames[at]!,
        formats.number(m.topics),
        formats.number(m.replies),
        m.topics ? formats.decimal(m.replies / m.topics) : words.none,
      ]),
    },
    notes: notes(
      telling,
      words.posts.is,
      { is: words.posts.value(now) },
      { is: words.posts.value(before) },
      { term: words.terms.interval, is: words.people.whole },
    ),
  }
}

/** On how few shoulders it rests. */
export async function few(telling: Telling): Promise<FigureView | null> {
  const { words, formats, pulse, names, hasBefore } = telling
  const { now, before } = pulse
  if (postsOf(now) < enough) return null
  const value = (m: Measured) =>
    words.few.value(m, m.gini === null ? words.none : formats.decimal(m.gini))
  return {
    id: 'few',
    strong: words.few.strong(now, postsOf(now)),
    rest: words.few.rest(now, hasBefore && before.busiest ? before : null, names.before),
    drawing: await stacked(telling, words.few.drawn(names.now), (m) => m.absenceFactor, [
      ['accent', (m) => m.absenceFactor],
    ]),
    keys: [
      { mark: 'accent', words: words.heads.few },
      ...beforeKey(telling, 'tick'),
    ] satisfies Key[],
    table: {
      heads: [
        words.heads.period,
        words.heads.posts,
        words.heads.members,
        words.heads.few,
        words.heads.busiest,
        words.heads.gini,
      ],
      rows: pulse.course.map((m, at) => [
        telling.rowNames[at]!,
        formats.number(postsOf(m)),
        formats.number(m.contributors),
        formats.number(m.absenceFactor),
        m.busiest ? formats.percent(m.busiest.share) : words.none,
        m.gini === null ? words.none : formats.decimal(m.gini),
      ]),
    },
    notes: notes(
      telling,
      words.few.is,
      { is: value(now) },
      before.busiest && { is: value(before) },
      now.absenceFactor <= 2 ? { term: words.terms.care, is: words.few.care } : null,
      { term: words.terms.interval, is: words.people.whole },
    ),
  }
}

type Part = [Colour, (m: Measured) => number]

async function stacked(
  telling: Telling,
  description: string,
  whole: (m: Measured) => number,
  parts: Part[],
) {
  const { course } = telling.pulse
  if (course.every((m) => whole(m) === 0)) return null
  return bars({
    description,
    labels: telling.labels,
    locale: telling.locale,
    parts: parts.map(([colour, value]) => ({ colour, values: course.map(value) })),
    before: telling.before(whole),
  })
}

function postsOf(m: Measured): number {
  return m.topics + m.replies
}
