import { isLocale, type Locale } from '@hiroba/core/platform'

/** The language of the terminal, as POSIX ranks its variables; English when it is none of ours. */
export function operatorsLanguage(env: NodeJS.ProcessEnv = process.env): Locale {
  const set = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  const language = set.slice(0, 2).toLowerCase()
  return isLocale(language) ? language : 'en'
}

/** Puts values into the braces of a sentence; `{posts|post|posts}` is a number with its noun. */
export function fill(template: string, data: Record<string, unknown>): string {
  return template.replace(
    /\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g,
    (_, name: string, one?: string, other?: string) => {
      const value = String(data[name] ?? '')
      return one === undefined ? value : `${value} ${value === '1' ? one : other}`
    },
  )
}
