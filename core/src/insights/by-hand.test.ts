import { expect, test } from 'vitest'
import { village } from '../testing/village.ts'
import { activity, cohorts, figures } from './index.ts'
import { cohortByHand, figureByHand, nameOf, namesBetween, type By } from './testing/by-hand.ts'
import { write, type Post } from './testing/posts.ts'

const zones = [
  'UTC',
  'Asia/Tokyo',
  'America/Sao_Paulo',
  'Pacific/Apia',
  'Australia/Lord_Howe',
  'Africa/Cairo',
]
const stretches: [first: string, last: string, by: By][] = [
  ['2011-11-01', '2012-03-31', 'month'],
  ['2018-09-01', '2019-04-30', 'month'],
  ['2018-10-25', '2018-11-10', 'day'],
  ['2011-12-26', '2012-01-08', 'day'],
  ['2019-12-23', '2020-01-12', 'week'],
  ['2017-01-01', '2018-12-31', 'quarter'],
  ['2015-01-01', '2018-12-31', 'year'],
]

// A generated community each; its number is the seed, so that a failing one can be run alone.
test.each(Array.from({ length: 280 }, (_, seed) => seed))(
  'community %i: all figures equal those reckoned in plain loops',
  async (seed) => {
    const chance = chanceFrom(seed)
    const [first, last, by] = stretches[seed % stretches.length]!
    const timeZone = zones[Math.floor(seed / stretches.length) % zones.length]!
    const { posts, systems } = generated(chance, first, last)
    const { here } = await village({ timeZone: chance() < 0.5 ? timeZone : 'UTC' })
    if (posts.length) await write(here(), posts, systems)

    const told = { posts, systems, timeZone }
    const names = namesBetween(first, last, by)
    const found = await figures(here(), { from: names[0]!, to: names.at(-1)!, by, timeZone })
    const expected = names.map((name) => figureByHand(told, by, name))
    expect(found.map(rounded)).toEqual(expected.map(rounded))

    if (by === 'month') {
      const kept = await cohorts(here(), { from: names[0]!, to: names.at(-1)!, by, timeZone })
      expect(kept).toEqual(names.map((_, index) => cohortByHand(told, names, index)))
    }
    const heat = await activity(here(), { from: first, to: last, timeZone })
    expect(heat).toEqual(activityByHand(told, first, last))
  },
)

function rounded<T extends object>(figure: T): T {
  const short = (value: unknown) => (typeof value === 'number' ? Number(value.toFixed(9)) : value)
  return Object.fromEntries(Object.entries(figure).map(([k, v]) => [k, short(v)])) as T
}

function activityByHand(
  { posts, systems, timeZone }: Parameters<typeof figureByHand>[0],
  first: string,
  last: string,
) {
  const counts = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0))
  const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
  const weekday = new Intl.DateTimeFormat('en', { timeZone, weekday: 'short' })
  const hour = new Intl.DateTimeFormat('en', { timeZone, hour: '2-digit', hourCycle: 'h23' })
  for (const post of posts) {
    const day = nameOf(post.at, 'day', timeZone)
    if (systems.includes(post.by) || day < first || day > last) continue
    counts[weekdays.indexOf(weekday.format(post.at))]![Number(hour.format(post.at))]!++
  }
  return counts
}

/** Few people, few topics, times on a coarse grid: ties, lone voices, robots, replies before their topic. */
function generated(chance: () => number, first: string, last: string) {
  const pick = (count: number) => Math.floor(chance() * count)
  const people = ['hana', 'minjun', 'yuki', 'ken', 'robot', 'feed'].slice(0, 1 + pick(6))
  const systems = ['robot', 'feed'].slice(0, pick(3))
  const start = Date.parse(first) - 3 * 86_400_000
  const length = Date.parse(last) + 4 * 86_400_000 - start
  const grid = [1000, 1_800_000, 21_600_000, 86_400_000][pick(4)]!
  // often only part of the stretch is lived in, so that periods stay empty
  const lived = chance() < 0.5 ? length : length / 5
  const at = () => new Date(Math.floor((start + chance() * lived) / grid) * grid)
  const posts: Post[] = []
  for (let topic = 0, topics = pick(14); topic < topics; topic++) {
    const opening = { at: at(), by: people[pick(people.length)]!, topic: `t${topic}`, opens: true }
    posts.push(opening)
    for (let reply = 0, replies = pick(5); reply < replies; reply++) {
      const by = chance() < 0.4 ? opening.by : people[pick(people.length)]!
      const soon = new Date(opening.at.getTime() + grid * pick(60))
      posts.push({ at: chance() < 0.8 ? soon : at(), by, topic: opening.topic, opens: false })
    }
  }
  return { posts, systems }
}

/** The same numbers from 0 to 1 for the same seed (mulberry32). */
function chanceFrom(seed: number): () => number {
  let state = (seed + 1) * 0x9e3779b9
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
