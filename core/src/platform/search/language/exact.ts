import { HAN, HANGUL, HIRAGANA, KATAKANA, isAll, stretches } from './scripts.ts'
import { withoutParticle } from './korean.ts'

let segmenter: Intl.Segmenter | undefined

/**
 * The words of one CJK run as a reader sees them: Korean eojeol with and without particle, katakana words without
 * the final ー, and what the platform's dictionary cuts from Han and hiragana (it cuts Chinese the same way).
 */
export function exactWords(run: string, add: (word: string) => unknown): void {
  if (isAll(run, HANGUL)) return addKorean(run, add)
  for (const { script, text } of stretches(run)) {
    if (script === HANGUL) addKorean(text, add)
    else if (script === KATAKANA) add(katakanaWord(text))
    else if (script === HAN && text.length > 2 && text.length <= 8) add(text)
  }
  for (const part of run.split(/[\p{Script=Hangul}\p{Script=Katakana}ー]+/u)) {
    if (part) cut(part, add)
  }
}

/** The same word with and without the mark at its end. */
export function katakanaWord(text: string): string {
  return text.length > 2 && text.endsWith('ー') ? text.slice(0, -1) : text
}

/** The platform's words of Han and kana; slow (1.4 MB/s), so nothing else may be given to it. */
export function segments(text: string): string[] {
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' })
  return [...segmenter.segment(text)].map(({ segment }) => segment)
}

function addKorean(eojeol: string, add: (word: string) => unknown): void {
  add(eojeol)
  const noun = withoutParticle(eojeol)
  if (noun) add(noun)
}

function cut(text: string, add: (word: string) => unknown): void {
  if (text.length === 1) {
    if (isAll(text, HAN)) add(text)
    return
  }
  for (const word of segments(text)) {
    if (word.length > 1 || !isAll(word, HIRAGANA)) add(word)
  }
}
