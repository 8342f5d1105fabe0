/**
 * Whether a run of `*`, `_` or `~~` may open or close emphasis, by its neighbours (CommonMark 0.31,
 * section 6.2), with one change for languages that do not put spaces between words: a Han, kana or
 * hangul character beside the run counts like a space, so that `これは**「大事」**です` and
 * `**"중요"**합니다` are emphasised. `before` and `after` are code points, 32 at a line's end.
 */
export function flanking(before: number, after: number, marker: number) {
  const spaceBefore = isSpace(before)
  const spaceAfter = isSpace(after)
  const markBefore = !spaceBefore && isMark(before)
  const markAfter = !spaceAfter && isMark(after)
  const left = !spaceAfter && (!markAfter || spaceBefore || markBefore || isCjk(before))
  const right = !spaceBefore && (!markBefore || spaceAfter || markAfter || isCjk(after))
  if (marker !== underscore) return { opens: left, closes: right }
  return { opens: left && (!right || markBefore), closes: right && (!left || markAfter) }
}

const underscore = 95

function isSpace(code: number) {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13)
  return code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f
}

const asciiMark = /[!-/:-@[-`{-~]/
const wideMark = /[\p{P}\p{S}]/u

function isMark(code: number) {
  if (code < 128) return asciiMark.test(String.fromCharCode(code))
  return wideMark.test(String.fromCodePoint(code))
}

const cjk =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\u30fb\u30fc\uff00-\uff65]/u

function isCjk(code: number) {
  return code >= 0x1100 && cjk.test(String.fromCodePoint(code))
}
