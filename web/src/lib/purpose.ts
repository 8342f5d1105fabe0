/**
 * The lines of a purpose that is set vertically: Japanese, at most three lines, broken where a
 * phrase begins or where its writer broke it. Null = it is set horizontally.
 */
export function purposeLines(text: string, lang: string | undefined): string[] | null {
  if (lang !== 'ja') return null
  const written = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const lines = written.length > 1 ? written : broken(phrases(text.trim()))
  if (!lines || lines.length > most) return null
  return lines.every((line) => length(line) <= longest) ? lines : null
}

const most = 3
const longest = 13
const wanted = 10

/**
 * A phrase begins after punctuation, and where kanji or katakana follow hiragana: 年の｜話も、｜ここでは.
 * Good enough for a headline, whose writer can break it as they like.
 */
function phrases(text: string): string[] {
  return text.split(
    /(?<=[、。，．！？])(?![、。，．！？」』）])|(?<=\p{Script=Hiragana})(?=[\p{Script=Han}\p{Script=Katakana}「『（])/u,
  )
}

/** The lines of the most even lengths; of equals, the ones whose last line is the shortest. */
function broken(phrases: string[]): string[] | null {
  const whole = length(phrases.join(''))
  const count = Math.max(1, Math.ceil(whole / wanted))
  if (count > most) return null
  let best: { lines: string[]; cost: number } | null = null
  for (const lines of waysInto(phrases, count)) {
    const cost = lines.reduce(
      (sum, line) => sum + (length(line) - whole / count) ** 2,
      length(lines.at(-1)!) / 4,
    )
    if (!best || cost < best.cost) best = { lines, cost }
  }
  return best?.lines ?? null
}

function waysInto(phrases: string[], count: number): string[][] {
  if (count === 1) return phrases.length ? [[phrases.join('')]] : []
  return phrases.flatMap((_, index) => {
    const first = phrases.slice(0, index + 1).join('')
    return waysInto(phrases.slice(index + 1), count - 1).map((rest) => [first, ...rest])
  })
}

function length(text: string): number {
  return [...text].length
}
