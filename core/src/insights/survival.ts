/** How long things took that happened, and how long the others have been watched in vain. */
export type Waits = { answered: readonly number[]; waiting: readonly number[] }

/** An estimate with its 95 % interval; `high` null = the data do not bound it. */
export type MedianWait = { median: number; low: number; high: number | null }

const z = 1.959963984540054
const half = 0.5

/**
 * The time at which half were answered, by the product-limit estimate: those still waiting count
 * for as long as they were watched (censored), they are not left out. Null when the curve stays
 * above one half. Same unit as the waits.
 *
 * The product is taken in double precision, factor by factor as 1 - d/n, as most programs do. Where
 * exactly half were answered, rounding may leave it at 0.5000000000000002, and the median is then
 * the next answer's time: figures agree with those that others reckon from the same posts.
 *
 * E. L. Kaplan, P. Meier, J. Am. Stat. Assoc. 53 (1958) 457-481; variance by Greenwood (1926);
 * the interval holds the times at which log(-log S) is within 1.96 of its error from log(-log 1/2):
 * R. Brookmeyer, J. Crowley, Biometrics 38 (1982) 29-41.
 */
export function medianWait(waits: Waits): MedianWait | null {
  let median: number | null = null
  let low: number | null = null
  for (const { at, survival, variance } of curve(waits)) {
    const { lower, upper } = band(survival, variance)
    if (low === null && lower <= half) low = at
    if (median === null && survival <= half) median = at
    if (median !== null && upper <= half) return { median, low: low ?? median, high: at }
  }
  return median === null ? null : { median, low: low ?? median, high: null }
}

/** Share answered within `time`, waiting ones counted as not answered. */
export function answeredWithin(waits: Waits, time: number): number {
  return waits.answered.filter((wait) => wait <= time).length
}

type Step = { at: number; survival: number; variance: number }

/** The steps of the curve, at each time something was answered; ties answered before censored. */
function* curve({ answered, waiting }: Waits): Generator<Step> {
  const events = answered.toSorted((a, b) => a - b)
  const censored = waiting.toSorted((a, b) => a - b)
  let gone = 0
  let survival = 1
  let variance = 0
  for (let index = 0; index < events.length;) {
    const at = events[index]!
    let happened = 0
    while (events[index + happened] === at) happened++
    while (gone < censored.length && censored[gone]! < at) gone++
    const watched = events.length - index + (censored.length - gone)
    survival *= 1 - happened / watched
    variance += happened / (watched * (watched - happened))
    index += happened
    yield { at, survival, variance }
  }
}

/** Pointwise 95 % limits of S on the log(-log) scale; where all are gone nothing is known. */
function band(survival: number, variance: number): { lower: number; upper: number } {
  if (survival <= 0) return { lower: 0, upper: 1 }
  const error = (z * Math.sqrt(variance)) / Math.abs(Math.log(survival))
  return { lower: survival ** Math.exp(error), upper: survival ** Math.exp(-error) }
}
