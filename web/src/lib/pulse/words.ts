import type { Locale } from '@hiroba/core/platform'
import { en, type PulseWords } from './words.en.ts'
import { ja } from './words.ja.ts'
import { ko } from './words.ko.ts'

const words: Record<Locale, PulseWords> = { ja, ko, en }

export function pulseWords(locale: Locale): PulseWords {
  return words[locale]
}

export type { PulseWords }
