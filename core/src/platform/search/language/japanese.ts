import { HAN, HIRAGANA, KATAKANA, LONG_MARK, has, isAll, scriptOf, stretches } from './scripts.ts'
import { skipped } from './tokens.ts'

/** Each row of the godan verbs with the sound change before た and て. The last kana but one is the dictionary form. */
const ROWS: Record<string, string> = {
  く: 'かきくけこい',
  ぐ: 'がぎぐげごい',
  す: 'さしすせそ',
  つ: 'たちつてとっ',
  ぬ: 'なにぬねのん',
  ぶ: 'ばびぶべぼん',
  む: 'まみむめもん',
  う: 'わいうえおっ',
  る: 'らりるれろっ',
}
/** What follows the stem of 見る, 寝る, 出る. */
const ICHIDAN = 'たてなまよずさらるれ'
const ADJECTIVE = 'いくかけさそきげう'
const I_OR_E = 'いきしちにひみりぎじびえけせてねめれげべ'
/** Endings after which a word is surely a verb or adjective in use. */
const IN_USE =
  /^(?:ます|ました|ません|ませんか|ましょう|まして|たい|たく|たかった|ない|なく|なかった|なければ|れる|られる|れた|られた|せる|させる|そう|すぎる|すぎ|やすい|にくい|ながら|方|た|たら|たり|て|ている|ていた|ています|てください|てる|だ|だら|で|でいる|でいた|でいます|でください|ば|う|よう)$/
const SURU =
  /^(.{2,}?)(?:する|した|して|します|しました|しません|しない|しなかった|している|していた|しています|してください|してみる|しよう|しましょう|したい|すれば|すべき|される|された|されて|されている|させる|できる|できない|できた|できます)$/
const KANA_SPELLINGS: [string, string][] = [
  ['ヴァ', 'バ'],
  ['ヴィ', 'ビ'],
  ['ヴェ', 'ベ'],
  ['ヴォ', 'ボ'],
  ['ヴ', 'ブ'],
  ['ウィ', 'ウイ'],
  ['ウェ', 'ウエ'],
  ['ウォ', 'ウオ'],
  ['クォ', 'クオ'],
  ['ファ', 'フア'],
  ['フィ', 'フイ'],
  ['ェー', 'ェイ'],
  ['ツァ', 'ツア'],
  ['ディ', 'デ'],
  ['ティ', 'チ'],
  ['シェ', 'セ'],
  ['ジェ', 'ゼ'],
  ['イヤ', 'イア'],
  ['リヤ', 'リア'],
]

export interface Forms {
  /** The word as meant: its spellings and inflections. */
  close: string[]
  /** What is also worth finding, after the close ones: a stem, a shorter or longer spelling. A space = a gap. */
  wide: string[]
}

/** All forms under which a Japanese word of one run may stand in a text, by rule, without a dictionary. */
export function japaneseForms(word: string): Forms {
  const inflected = inflections(word)
  const close = [word, ...inflected.close, ...longMarks(word), ...spellings(word)]
  const wide = [
    ...inflected.wide,
    ...okurigana(word),
    ...skippingKana(word),
    ...bare(word),
    ...parted(word),
  ]
  return { close, wide }
}

/** 受付 also finds 受け付け, 打合せ 打ち合わせ: by the lexeme that skips the kana. Not for Chinese. */
export function skippingKana(word: string): string[] {
  const pair = /^(\p{Script=Han})(\p{Script=Han})\p{Script=Hiragana}?$/u.exec(word)
  return pair ? [skipped(pair[1]!, pair[2]!)] : []
}

/** サーバー and サーバ: the mark at the end of a longer katakana word is a matter of house style (JIS Z 8301). */
function longMarks(word: string): string[] {
  const parts = stretches(word)
  const shorter = parts.map(({ script, text }) =>
    script === KATAKANA && text.length >= 4 && text.endsWith('ー') ? text.slice(0, -1) : text,
  )
  const longer = parts.map(({ script, text }, i) =>
    script === KATAKANA && text.length >= 3 && i < parts.length - 1 && !text.endsWith('ー')
      ? `${text}ー`
      : text,
  )
  return [shorter.join(''), longer.join('')].filter((form) => form !== word)
}

function spellings(word: string): string[] {
  if (!has(word, KATAKANA)) return []
  const found = KANA_SPELLINGS.flatMap(([a, b]) => [
    ...(word.includes(a) ? [word.replaceAll(a, b)] : []),
    ...(word.includes(b) ? [word.replaceAll(b, a)] : []),
  ])
  return found.slice(0, 6)
}

/** Katakana compounds are also written with ・ or a space inside. */
function parted(word: string): string[] {
  if (!isAll(word, KATAKANA, LONG_MARK) || word.length < 5 || word.length > 14) return []
  const found: string[] = []
  for (let i = 2; i <= word.length - 2; i++) {
    if (!'ーァィゥェォッャュョン'.includes(word[i]!))
      found.push(`${word.slice(0, i)} ${word.slice(i)}`)
  }
  return found
}

/** お and ご before kanji are politeness. */
function bare(word: string): string[] {
  return /^[おご御]\p{Script=Han}{2}/u.test(word) ? [word.slice(1)] : []
}

function inflections(word: string): Forms {
  const noun = SURU.exec(word)?.[1]
  if (noun && isAll(noun.at(-1)!, HAN, KATAKANA, LONG_MARK)) {
    return { close: ['し', 'す', 'さ', 'せ', 'でき'].map((next) => noun + next), wide: [noun] }
  }
  const base = adjective(word)
  const verb = base && !word.endsWith('い') ? [] : verbForms(word)
  return { close: [...(base ? [...ADJECTIVE].map((next) => base + next) : []), ...verb], wide: [] }
}

/** The stem of an い-adjective, also of its past, negative and adverb. */
function adjective(word: string): string | null {
  const stem = /^(.+?)(?:い|かった|くない|くなかった|くて|ければ|くなる|くなった)$/.exec(word)?.[1]
  if (!stem || scriptOf(stem.at(-1)!) === KATAKANA) return null
  if (!has(stem, HAN)) return isAll(stem, HIRAGANA) && stem.length >= 3 ? stem : null
  return isAll(stem.at(-1)!, HAN) || /[しさきなかたらよるつごどむのわう]$/.test(stem) ? stem : null
}

function verbForms(word: string): string[] {
  if (word.length < 2 || scriptOf(word.at(-1)!) !== HIRAGANA) return []
  if (!has(word, HAN) && word.length < 3) return []
  return ROWS[word.at(-1)!] && !/(?:です|ます|だろう|でしょう)$/.test(word)
    ? dictionaryForms(word)
    : formsInUse(word)
}

function dictionaryForms(word: string): string[] {
  const stem = word.slice(0, -1)
  const before = stem.at(-1)!
  const godan = [...ROWS[word.at(-1)!]!].map((kana) => stem + kana)
  if (word.at(-1) !== 'る') return godan
  if (scriptOf(before) === HAN) return [...godan, ...[...ICHIDAN].map((kana) => stem + kana)]
  return I_OR_E.includes(before) || 'ぜでべぺ'.includes(before) ? [stem] : godan
}

/** 書いた, 書きます, 食べた, 見たい: back to the stem, and out again by every row the kana may belong to. */
function formsInUse(word: string): string[] {
  const kana = /^(.*?[\p{Script=Han}々])(\p{Script=Hiragana}+)$/u.exec(word)
  if (!kana) return []
  const [, stem = '', tail = ''] = kana
  const found: string[] = []
  if (IN_USE.test(tail)) found.push(...dictionaryForms(`${stem}る`))
  for (let i = 1; i < Math.min(tail.length, 4); i++) {
    if (!IN_USE.test(tail.slice(i))) continue
    const before = stem + tail.slice(0, i - 1)
    const row = Object.values(ROWS).filter((each) => each.includes(tail[i - 1]!))
    found.push(...row.flatMap((each) => [...each].map((next) => before + next)))
    if (I_OR_E.includes(tail[i - 1]!)) found.push(stem + tail.slice(0, i))
  }
  return found
}

/** に and て between kanji are rather a particle and a verb form. */
function joinsKanji(kana: string): boolean {
  return I_OR_E.includes(kana.at(-1)!) && !'にて'.includes(kana)
}

/** 申し込み, 申込み, 申込; 終わる, 終る; 手続き, 手続: the kana between and after kanji come and go. */
function okurigana(word: string): string[] {
  const found = new Set<string>()
  const inner = /(?<=[\p{Script=Han}])[\p{Script=Hiragana}]{1,2}(?=[\p{Script=Han}])/gu
  const shorter = word.replace(inner, (kana) => (joinsKanji(kana) || kana === 'っ' ? '' : kana))
  if (shorter !== word) found.add(shorter)
  for (const each of [word, shorter]) {
    const end =
      /^(.*[\p{Script=Han}]{2,}|.*\p{Script=Han}\p{Script=Hiragana}\p{Script=Han})(\p{Script=Hiragana})?([\p{Script=Hiragana}])$/u.exec(
        each,
      )
    if (!end || !(I_OR_E + 'るすうくむつぶぐ').includes(end[3]!)) continue
    if (end[2]) found.add(end[1]! + end[3]!)
    if (I_OR_E.includes(end[3]!)) found.add(end[1]!)
  }
  const single = /^(\p{Script=Han})(\p{Script=Hiragana})(\p{Script=Hiragana})$/u.exec(word)
  if (single && ROWS[single[3]!] && !I_OR_E.includes(single[2]!)) {
    for (const kana of ROWS[single[3]!]!) found.add(single[1]! + kana)
  }
  return [...found].filter((form) => form.length > 1)
}
