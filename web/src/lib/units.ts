/** The squares of a unit chart: how many things one stands for, and how many there are of each. */
export type Units = { size: number; shares: number[] }

const most = 160

/**
 * At most about 160 squares. Each kind that exists keeps at least one, so a square of what still
 * waits never vanishes by rounding.
 */
export function unitsOf(counts: number[]): Units {
  const sum = counts.reduce((all, one) => all + one, 0)
  const size =
    [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((one) => sum / one <= most) ??
    Math.ceil(sum / most)
  return {
    size,
    shares: counts.map((count) => (count ? Math.max(1, Math.round(count / size)) : 0)),
  }
}
