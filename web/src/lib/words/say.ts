import type { Locale } from '@hiroba/core/platform'

export type Text = string | { readonly one: string; readonly other: string }

/** The places of a text, such as `name` of '{name} closed this topic'. */
type Places<S extends string> = S extends `${string}{${infer Place}}${infer Rest}`
  ? Place | Places<Rest>
  : never

type PlacesOf<T extends Text> = T extends string
  ? Places<T>
  : T extends { other: infer Other extends string }
    ? Places<Other>
    : never

/** Says a text in the reader's language; numbers are written as that language writes them. */
export type Say<English extends Record<string, Text>> = <Key extends keyof English>(
  key: Key,
  ...values: [PlacesOf<English[Key]>] extends [never]
    ? []
    : [Record<PlacesOf<English[Key]>, string | number>]
) => string

export type Catalogue<English extends Record<string, Text>> = Record<keyof English, Text>

/** One `say` per language for a set of catalogues; English gives the keys. */
export function speaking<English extends Record<string, Text>>(
  catalogues: { en: English } & Record<Locale, Catalogue<English>>,
): (locale: Locale) => Say<English> {
  const say = {
    ja: sayIn('ja', catalogues.ja),
    ko: sayIn('ko', catalogues.ko),
    en: sayIn('en', catalogues.en),
  }
  return (locale) => say[locale] as Say<English>
}

function sayIn(locale: Locale, catalogue: Record<string, Text>) {
  const plural = new Intl.PluralRules(locale)
  const number = new Intl.NumberFormat(locale)
  return (key: string, values?: Record<string, string | number>): string => {
    const text = catalogue[key]
    if (text === undefined) throw new Error(`No words for "${key}"`)
    const chosen =
      typeof text === 'string'
        ? text
        : plural.select(Number(values?.n)) === 'one'
          ? text.one
          : text.other
    if (!values) return chosen
    return chosen.replace(/\{(\w+)\}/g, (_, place: string) => {
      const value = values[place]
      return typeof value === 'number' ? number.format(value) : (value ?? '')
    })
  }
}
