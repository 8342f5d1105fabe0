import { expect, test } from 'vitest'
import { clockOf } from './clock.ts'

const now = new Date('2026-11-20T03:00:00Z')
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)

test('within a day a list says how long ago, after that the day', () => {
  const { ago: say } = clockOf('ja', 'Asia/Tokyo', now)
  expect(say(ago(0.5))).toBe('たったいま')
  expect(say(ago(20))).toBe('20分前')
  expect(say(ago(23 * 60))).toBe('23時間前')
  expect(say(ago(25 * 60))).toBe('きのう')
  expect(say(ago(3 * 24 * 60))).toBe('11月17日')
  expect(say(new Date('2016-05-03T00:00:00Z'))).toBe('2016年5月3日')
})

test('yesterday is the day before in the time zone of the community', () => {
  const late = new Date('2026-11-18T20:00:00Z') // already the 19th in Seoul, still the 18th in UTC
  expect(clockOf('ko', 'Asia/Seoul', now).ago(late)).toBe('어제')
  expect(clockOf('en', 'UTC', now).ago(late)).toBe('18 Nov')
})

test('a time from the future, by a clock that is ahead, is just now', () => {
  expect(clockOf('en', 'UTC', now).ago(ago(-5))).toBe('just now')
})

test('each language writes a moment in its own way, with the zone when asked', () => {
  const at = new Date('2026-11-03T22:12:00Z')
  expect(clockOf('ja', 'Asia/Tokyo', now).moment(at)).toBe('11月4日 7:12')
  expect(clockOf('ja', 'Asia/Tokyo', now).zoned(at)).toBe('2026年11月4日 7:12（日本時間）')
  expect(clockOf('ko', 'Asia/Seoul', now).zoned(at)).toBe('2026년 11월 4일 07:12 (한국 시간)')
  expect(clockOf('en', 'UTC', now).zoned(at)).toBe('3 Nov 2026, 22:12 (UTC)')
  expect(clockOf('en', 'Europe/Berlin', now).zoned(at)).toMatch(/3 Nov 2026, 23:12 \(.+\)/)
})

test('September is written in three letters, like the other months', () => {
  const at = new Date('2026-09-03T22:12:00Z')
  expect(clockOf('en', 'UTC', now).day(at)).toBe('3 Sep')
  expect(clockOf('en', 'UTC', now).zoned(at)).toBe('3 Sep 2026, 22:12 (UTC)')
  expect(clockOf('en', 'UTC', now).month(at)).toBe('September 2026')
})

test('a year is said when it is not the present one in that zone', () => {
  const newYear = new Date('2026-12-31T20:00:00Z')
  expect(clockOf('en', 'UTC', new Date('2027-01-05T00:00:00Z')).day(newYear)).toBe('31 Dec 2026')
  expect(clockOf('ja', 'Asia/Tokyo', new Date('2027-01-05T00:00:00Z')).day(newYear)).toBe('1月1日')
})
