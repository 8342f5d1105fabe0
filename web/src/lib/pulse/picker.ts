import { periodAfter } from '@hiroba/core/insights'
import type { Locale } from '@hiroba/core/platform'
import { choiceAs, kinds, periodsToChoose, type Choice, type Kind, type Written } from './choice.ts'
import { periodName } from './naming.ts'

export type PickerView = {
  kind: Kind
  tabs: { kind: Kind; query: string }[]
  /** What can be chosen, newest first; the months for a range. */
  options: { value: string; name: string }[]
  from: string
  to: string
  earlier: { query: string; name: string } | null
  later: { query: string; name: string } | null
}

export function pickerOf(locale: Locale, choice: Choice, written: Written): PickerView {
  const { kind, from, to } = choice
  const values = periodsToChoose(kind === 'range' ? 'month' : kind, written)
  const step = (by: number) => {
    const name = kind === 'range' ? '' : periodAfter(from, by)
    if (!values.includes(name)) return null
    return { query: `?period=${name}`, name: periodName(locale, name) }
  }
  return {
    kind,
    tabs: kinds.map((one) => ({ kind: one, query: choiceAs(one, choice, written) })),
    options: values.map((value) => ({ value, name: periodName(locale, value) })),
    from,
    to,
    earlier: step(-1),
    later: step(1),
  }
}
