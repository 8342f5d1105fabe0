/** The value below which that share (0 to 1) of the values lies; NaN of none. */
export function quantile(values: ArrayLike<number>, share: number): number {
  const sorted = Float64Array.from(values).toSorted()
  if (sorted.length === 0) return Number.NaN
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))]!
}

export type Spread = { p50: number; p95: number; p99: number }

export function spread(values: ArrayLike<number>): Spread {
  return {
    p50: round(quantile(values, 0.5)),
    p95: round(quantile(values, 0.95)),
    p99: round(quantile(values, 0.99)),
  }
}

/** Three digits that count are more than these figures bear. */
export function round(value: number, digits = 3): number {
  return Number(value.toPrecision(value >= 1000 ? 6 : digits))
}
