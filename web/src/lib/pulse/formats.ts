import type { Locale } from '@hiroba/core/platform'

/** How a language writes numbers, shares and spans of time. */
export type Formats = ReturnType<typeof formatsOf>

const kept = new Map<Locale, Formats>()

export function formatsIn(locale: Locale): Formats {
  const found = kept.get(locale) ?? formatsOf(locale)
  kept.set(locale, found)
  return found
}

function formatsOf(locale: Locale) {
  const whole = new Intl.NumberFormat(locale)
  const tenth = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const hundredth = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const gap = locale === 'en' ? '\u00a0' : ''
  // Korean hangs its particles on the sign: no line may break there
  const joiner = locale === 'ko' ? '\u2060' : ''
  const points = (share: number) => Math.round(share * 100)
  const signed = (n: number) => (n > 0 ? `+${n}` : n < 0 ? `−${-n}` : '0')
  return {
    number: (n: number) => whole.format(n),
    decimal: (n: number) => hundredth.format(n),
    percent: (share: number) => `${points(share)}${gap}%${joiner}`,
    /** 7–23, without the sign. */
    interval: (low: number, high: number) => `${points(low)}–${points(high)}`,
    /** In points of per cent, with its sign. */
    points: (share: number) => signed(points(share)),
    /** A span in the unit a person would use, one figure behind the point under ten. */
    span(hours: number): { n: number; text: string; unit: 'minutes' | 'hours' | 'days' } {
      const [value, unit] =
        hours < 0.995
          ? ([Math.round(hours * 60), 'minutes'] as const)
          : hours < 48
            ? ([hours, 'hours'] as const)
            : ([hours / 24, 'days'] as const)
      const n = Math.abs(value) < 9.95 ? Math.round(value * 10) / 10 : Math.round(value)
      return { n, text: tenth.format(n), unit }
    },
  }
}
