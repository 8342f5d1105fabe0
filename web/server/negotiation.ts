import { isLocale, type Locale } from '@hiroba/core/platform'

export type Encoding = 'br' | 'zstd' | 'gzip'

const remembered = 500

/** The encodings a client takes, best first; a header seen before costs one look-up. */
export const encodingsOf = remembering((header: string): Encoding[] => {
  const weights = weighted(header)
  const weight = (name: string) => weights.get(name) ?? weights.get('*') ?? 0
  return (['br', 'zstd', 'gzip'] as const).filter((name) => weight(name) > 0)
})

/** The language of ours that an `Accept-Language` header likes best; '' when it names none. */
export const languageLiked = remembering((header: string): Locale | '' => {
  const liked = [...weighted(header)].toSorted((a, b) => b[1] - a[1])
  for (const [range, weight] of liked) {
    const language = range.split('-')[0]
    if (weight > 0 && isLocale(language)) return language
  }
  return ''
})

/** The language a person chose here, else the one their browser asks for. */
export function languageWanted(headers: {
  cookie?: string
  'accept-language'?: string
}): Locale | '' {
  const chosen = headers.cookie && /(?:^|;\s*)hiroba_lang=(ja|ko|en)(?:;|$)/.exec(headers.cookie)
  return chosen ? (chosen[1] as Locale) : languageLiked(headers['accept-language'])
}

function weighted(header: string): Map<string, number> {
  const parts = header.toLowerCase().split(',', 50)
  return new Map(
    parts.map((part) => {
      const [name = '', ...parameters] = part.split(';')
      const q = parameters.map((one) => one.trim()).find((one) => one.startsWith('q='))
      return [name.trim(), q ? Number.parseFloat(q.slice(2)) || 0 : 1]
    }),
  )
}

function remembering<T>(read: (header: string) => T): (header: string | undefined) => T {
  const answers = new Map<string, T>()
  return (header = '') => {
    let answer = answers.get(header)
    if (answer === undefined) {
      answer = read(header)
      if (answers.size >= remembered) answers.clear()
      answers.set(header, answer)
    }
    return answer
  }
}
