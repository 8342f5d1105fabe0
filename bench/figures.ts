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

export function slashed({ p50, p95, p99 }: Spread): string {
  return [p50, p95, p99].map((value) => value.toLocaleString('en')).join(' / ')
}

/** Three digits that count, and whole numbers above: these figures bear no more. */
export function round(value: number, digits = 3): number {
  return value >= 100 ? Math.round(value) : Number(value.toPrecision(digits))
}
