/** A share with its 95 % interval, all from 0 to 1. */
export type Share = { count: number; of: number; share: number; low: number; high: number }

/** A difference of two shares with its 95 % interval, from -1 to 1. */
export type Difference = { by: number; low: number; high: number }

const z = 1.959963984540054

/** Wilson's score interval; null of nothing. E. B. Wilson, J. Am. Stat. Assoc. 22 (1927) 209-212. */
export function shareOf(count: number, of: number): Share | null {
  if (of === 0) return null
  const share = count / of
  const middle = (share + z ** 2 / (2 * of)) / (1 + z ** 2 / of)
  const reach =
    (z / (1 + z ** 2 / of)) * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2))
  // the bounds are 0 and 1 exactly there; floating point says almost
  const low = count === 0 ? 0 : middle - reach
  const high = count === of ? 1 : middle + reach
  return { count, of, share, low, high }
}

/** One share less another; method 10 of R. G. Newcombe, Stat. Med. 17 (1998) 873-890. */
export function differenceOf(now: Share, before: Share): Difference {
  const by = now.share - before.share
  return {
    by,
    low: by - Math.hypot(now.share - now.low, before.high - before.share),
    high: by + Math.hypot(now.high - now.share, before.share - before.low),
  }
}
