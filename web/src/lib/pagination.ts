/** The numbers to show for turning pages: the ends, those around the present one, 0 for a gap. */
export function pageNumbers(page: number, pages: number): number[] {
  const wanted = new Set([1, pages, page - 1, page, page + 1])
  const shown = [...wanted].filter((one) => one >= 1 && one <= pages).toSorted((a, b) => a - b)
  return shown.flatMap((one, index) => {
    const missing = one - (shown[index - 1] ?? 0) - 1
    if (missing === 1) return [one - 1, one]
    return missing > 1 ? [0, one] : [one]
  })
}
