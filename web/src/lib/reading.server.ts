import { inLanguage, type Words } from '@hiroba/core/platform'
import { clockOf } from './clock.ts'
import { linksOf } from './links.ts'
import { wordsIn } from './words/index.ts'
import type { Reader } from './reader.ts'
import type { RequestContext } from '../../server/context.ts'

export function readerOf(
  { locale, base, here, community, origin }: RequestContext,
  url: URL,
  route: string | null,
): Reader {
  const say = wordsIn(locale)
  const text = (words: Words) => inLanguage(words, locale)
  return {
    locale,
    say,
    clock: clockOf(locale, community?.timeZone ?? 'UTC', here?.now ?? new Date()),
    link: linksOf(base),
    text,
    categoryName: ({ number, name }) =>
      name ? text(name).text : say('category.nameless', { n: number }),
    number: (n) => numbers[locale].format(n),
    langOf(lang) {
      const spoken = lang ?? community?.language
      return spoken === locale ? undefined : spoken
    },
    place: community && placeOf(text(community.name), community.language),
    origin,
    path: url.pathname + url.search,
    route: route ?? '',
  }
}

const numbers = {
  ja: new Intl.NumberFormat('ja'),
  ko: new Intl.NumberFormat('ko'),
  en: new Intl.NumberFormat('en'),
}

function placeOf({ text, lang }: { text: string; lang: string }, language: string) {
  return { name: text, lang, language }
}
