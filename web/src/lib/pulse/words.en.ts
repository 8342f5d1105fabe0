import { formatsIn } from './formats.ts'
import type { Difference, Measured, Share } from '@hiroba/core/insights'

const { number, decimal, percent, points, span } = formatsIn('en')

/** One of something and several of it. */
const count = (n: number, one: string, other: string) => `${number(n)} ${n === 1 ? one : other}`
const questions = (n: number) => count(n, 'question', 'questions')
const hours = (value: number) => {
  const { n, text, unit } = span(value)
  return `${text} ${n === 1 ? unit.slice(0, -1) : unit}`
}
const during = (name: string) => `${name.includes(' to ') ? 'from' : 'in'} ${name}`
const start = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/**
 * The words of Pulse in English; those in Japanese and Korean have the same shape. A sentence is a
 * strong part, the finding, and the rest, what it is measured against.
 */
export const en = {
  title: 'Pulse',
  description: 'How this community lives, in figures that anyone may check.',
  lead: (now: string, before: string | null, zone: string) =>
    `${start(now)}${before === null ? '' : `, compared with ${before}`}. Days end at midnight, ${zone}.`,
  empty: 'Nothing to measure yet',
  emptyIs: 'When people write, it stands here who was answered, how soon, and who came back.',
  kinds: { month: 'Month', quarter: 'Quarter', year: 'Year', range: 'Any time' },
  kindsLabel: 'Length of time',
  period: { month: 'Which month', quarter: 'Which quarter', year: 'Which year' },
  from: 'From',
  to: 'to',
  show: 'Show',
  earlier: 'Earlier',
  later: 'Later',
  asChart: 'Chart',
  asTable: 'Table',
  showAs: 'Show as',
  tooFew: 'Not enough data',
  none: '–',
  during,
  hours,
  percent,
  ofCount: (share: Share) => `${number(share.count)} of ${number(share.of)}`,
  ofPeople: (share: Share) => `${number(share.count)} of ${number(share.of)}`,
  to95: (low: string, high: string | null) =>
    high === null ? `${low} or more` : `${low} to ${high}`,
  aYearBefore: 'a year before',
  beforeIt: 'before',

  terms: {
    counts: 'What it counts',
    now: 'This period',
    before: 'Before',
    change: 'Difference',
    care: 'Read with care',
    interval: 'Interval',
  },
  keys: {
    now: 'this period',
    band: '95 % interval',
    sameBefore: { year: 'the same, a year before', range: 'as many months before' },
    newcomers: 'for the first time',
    regulars: 'had written before',
    topics: 'topics',
    replies: 'replies',
  },
  heads: {
    period: 'Period',
    questions: 'Questions',
    half: 'Half answered within',
    interval: '95 % interval',
    waiting: 'No answer in a week',
    share: 'Share',
    members: 'Members who wrote',
    newcomers: 'For the first time',
    topics: 'Topics',
    replies: 'Replies',
    perTopic: 'Replies a topic',
    posts: 'Posts',
    few: 'Wrote half of them',
    busiest: 'Share of the busiest',
    gini: 'Gini',
    joined: 'First wrote in',
    people: 'people',
    hour: 'Hour',
  },

  answered: {
    unit: { minutes: 'minutes', hours: 'hours', days: 'days' },
    strong: (m: Measured, name: string) => {
      if (m.topics === 0) return `No questions were asked ${during(name)}.`
      if (m.topics < 20)
        return `Only ${questions(m.topics)} ${m.topics === 1 ? 'was' : 'were'} asked ${during(name)}.`
      const none = `${percent(m.unanswered!.share)} had none after a week.`
      if (!m.median)
        return `${start(during(name))} fewer than half of the ${questions(m.topics)} have had an answer; ${none}`
      return `${start(during(name))} half of the ${questions(m.topics)} had an answer within ${hours(m.median.median)}; ${none}`
    },
    few: 'Too few to say how soon an answer comes: it takes twenty.',
    rest: (before: Measured, name: string, overlap: boolean | null) => {
      if (before.topics < 20 || !before.median)
        return `${start(name)} had too few questions to compare.`
      const was = `${start(during(name))} it was ${hours(before.median.median)} and ${percent(before.unanswered!.share)}.`
      if (overlap === null) return was
      return `${was} ${overlap ? 'The two intervals overlap, so it may be chance.' : 'That is more than chance explains.'}`
    },
    is: 'Time from a question to the first reply by somebody else, not the system. Questions still waiting count for as long as they have waited (Kaplan–Meier), they are not left out.',
    drawn: (name: string) =>
      `Time in which half of the questions were answered, up to ${name}, with its interval`,
  },
  unanswered: {
    strong: (share: Share) =>
      `${number(share.count)} of ${questions(share.of)} had no answer after a week: ${percent(share.share)}.`,
    rest: (before: Share, name: string, change: Difference | null) => {
      const was = `${start(during(name))} it was ${number(before.count)} of ${number(before.of)}, ${percent(before.share)}.`
      if (!change) return was
      const chance = change.low <= 0 && change.high >= 0
      return `${was} ${chance ? 'The difference may be chance.' : 'The difference is more than chance.'}`
    },
    is: 'Questions without a reply by another member within seven days. A question younger than that counts as waiting too.',
    drawn: (name: string) =>
      `Share of questions without an answer after a week, up to ${name}, with its interval`,
    change: (change: Difference) => `${points(change.by)} points`,
  },
  people: {
    strong: (m: Measured, name: string) =>
      m.contributors === 0
        ? `Nobody wrote ${during(name)}.`
        : `${count(m.contributors, 'member', 'members')} wrote ${during(name)}, ${number(m.newcomers)} of them for the first time.`,
    rest: (before: Measured, name: string) =>
      `${start(during(name))} it was ${number(before.contributors)} and ${number(before.newcomers)}.`,
    is: 'Members with at least one topic or reply. New: their first post ever lies in the period. Robots and the system never count.',
    whole: 'Counted in full, not estimated: there is no interval.',
    drawn: (name: string) =>
      `Members who wrote, newcomers above those who had written before, up to ${name}`,
    value: (m: Measured) => `${number(m.contributors)}, ${number(m.newcomers)} new`,
  },
  posts: {
    strong: (m: Measured, name: string) =>
      `${count(m.topics, 'topic', 'topics')} and ${count(m.replies, 'reply', 'replies')} were written ${during(name)}.`,
    rest: (now: number, before: number | null, name: string) =>
      `That is ${decimal(now)} replies to a topic` +
      (before === null ? '.' : `; ${during(name)} it was ${decimal(before)}.`),
    is: 'Topics opened by members; replies are all other posts by members. Hidden posts count, deleted ones do not, notes by the system never.',
    drawn: (name: string) => `Topics and replies, up to ${name}`,
    value: (m: Measured) => `${number(m.topics)} and ${number(m.replies)}`,
  },
  few: {
    strong: (m: Measured, posts: number) =>
      m.absenceFactor === 1
        ? `One member wrote half of the ${count(posts, 'post', 'posts')}.`
        : `${number(m.absenceFactor)} of ${number(m.contributors)} members wrote half of the ${count(posts, 'post', 'posts')}.`,
    rest: (m: Measured, before: Measured | null, name: string) =>
      (before
        ? `${start(during(name))} it was ${number(before.absenceFactor)} of ${number(before.contributors)}. `
        : '') + `The busiest one wrote ${percent(m.busiest!.share)}.`,
    is: 'The least number of members who wrote at least half of the posts: how few would have to leave. Gini: 0 if all wrote the same, towards 1 if one wrote nearly all.',
    care: 'Two or fewer people carry this place. Ask who could share the work.',
    drawn: (name: string) => `Members who wrote half of the posts, up to ${name}`,
    value: (m: Measured, gini: string) =>
      `${number(m.absenceFactor)} of ${number(m.contributors)}, Gini ${gini}`,
  },
  kept: {
    strong: (share: string, name: string, unit: 'month' | 'quarter' | 'year') =>
      `${share} of those who first wrote ${during(name)} wrote again in the ${unit} after,`,
    rest: (low: string, high: string, unit: 'month' | 'quarter' | 'year') =>
      low === high
        ? `against ${low} in the ${unit} before.`
        : `against ${low} to ${high} of earlier ${unit}s.`,
    alone: 'the only one here with twenty newcomers.',
    tooFew: 'Too few newcomers to compare.',
    tooFewIs: 'No group here has twenty people who can be followed.',
    is: (unit: 'month' | 'quarter' | 'year') =>
      `Members by the ${unit} of their first post, and how many per cent of them wrote in the ${unit}s after.`,
    first: { month: 'month 0', quarter: 'quarter 0', year: 'year 0' },
    legend: 'Per cent who wrote again',
    steps: (low: string, high: string) => `under ${low} to ${high} and over`,
    few: 'Under twenty people a number has no colour, under ten it is left out.',
  },
  hours24: {
    strong: (weekday: string, hour: string) =>
      `Most is written on ${weekday}s, and between ${hour}.`,
    rest: (hour: string) => `Least is written between ${hour}.`,
    between: (hour: number) => `${pad(hour)} and ${pad(hour + 1)}`,
    is: (zone: string) => `Posts by members, by weekday and hour of the clock: ${zone}.`,
    caption: 'Posts by weekday and hour',
    legend: 'Posts in an hour',
    legendOfThree: 'Posts in three hours',
    steps: (low: string, high: string) => `${low} to ${high}`,
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    posts: (n: number) => count(n, 'post', 'posts'),
  },
}

function pad(hour: number): string {
  return `${String(hour % 24).padStart(2, '0')}:00`
}

export type PulseWords = typeof en
