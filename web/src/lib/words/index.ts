import { en } from './en.ts'
import { ja } from './ja.ts'
import { ko } from './ko.ts'
import { speaking, type Say } from './say.ts'

export type Word = keyof typeof en
export type PlazaSay = Say<typeof en>

/** The plaza's words in a language: `wordsIn('ja')('list.latest')`. */
export const wordsIn = speaking({ en, ja, ko })

/** Whether there are words for `key`, for keys put together from data. */
export function isWord(key: string): key is Word {
  return key in en
}
