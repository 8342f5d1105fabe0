/** What a UTF-16 code unit is to the tokeniser. Surrogates count as Han: `indexable` leaves no others. */
export const SEPARATOR = 0
export const WORD = 1
export const HAN = 2
export const HIRAGANA = 3
export const KATAKANA = 4
export const HANGUL = 5
/** ー belongs to whatever kana stands before it. */
export const LONG_MARK = 6

const LONG = 'ー'
const HAN_MARKS = '々〆〇'

let table: Uint8Array | undefined

/** One byte per code unit: a table look-up, because the tokeniser asks for every character of every post. */
export function scriptTable(): Uint8Array {
  table ??= buildTable()
  return table
}

export function scriptOf(character: string): number {
  return scriptTable()[character.charCodeAt(0)] ?? SEPARATOR
}

export function isCjk(script: number): boolean {
  return script >= HAN
}

/** True when every character of a non-empty text is of one of the scripts. */
export function isAll(text: string, ...scripts: number[]): boolean {
  const classes = scriptTable()
  for (let i = 0; i < text.length; i++) {
    if (!scripts.includes(classes[text.charCodeAt(i)]!)) return false
  }
  return text.length > 0
}

export function has(text: string, script: number): boolean {
  const classes = scriptTable()
  for (let i = 0; i < text.length; i++) if (classes[text.charCodeAt(i)] === script) return true
  return false
}

/** Stretches of one script in a CJK run; ー stays with the kana before it, Han and hiragana apart. */
export function stretches(run: string): { script: number; text: string; start: number }[] {
  const found: { script: number; text: string; start: number }[] = []
  for (let i = 0; i < run.length; i++) {
    const script = scriptOf(run[i]!)
    const last = found.at(-1)
    if (last && (script === last.script || script === LONG_MARK)) last.text += run[i]!
    else found.push({ script: script === LONG_MARK ? KATAKANA : script, text: run[i]!, start: i })
  }
  return found
}

function buildTable(): Uint8Array {
  const classes = new Uint8Array(0x10000)
  const word = /[\p{L}\p{N}\p{M}]/u
  const cjk: [RegExp, number][] = [
    [/[\p{Script=Han}\p{Script=Bopomofo}]/u, HAN],
    [/\p{Script=Hiragana}/u, HIRAGANA],
    [/\p{Script=Katakana}/u, KATAKANA],
    [/\p{Script=Hangul}/u, HANGUL],
  ]
  for (let unit = 0; unit < 0x10000; unit++) {
    if (unit >= 0xd800 && unit <= 0xdfff) {
      classes[unit] = HAN
      continue
    }
    const character = String.fromCharCode(unit)
    if (!word.test(character)) continue
    classes[unit] = unit < 0x1100 ? WORD : (cjk.find(([is]) => is.test(character))?.[1] ?? WORD)
  }
  classes[LONG.charCodeAt(0)] = LONG_MARK
  for (const mark of HAN_MARKS) classes[mark.charCodeAt(0)] = HAN
  return classes
}
