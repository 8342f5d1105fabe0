/**
 * The lines of a purpose that is set vertically: Japanese, at most three lines, broken after
 * punctuation or at a line break the writer made. Null = it is set horizontally.
 */
export function purposeLines(text: string, lang: string | undefined): string[] | null {
  if (lang !== 'ja') return null
  const written = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const lines = written.length > 1 ? written : broken(text.trim())
  return lines && lines.length <= 3 && lines.every((line) => [...line].length <= longest)
    ? lines
    : null
}

const longest = 13
/** How long a line is good to read; phrases are gathered up to it. */
const wanted = 9

function broken(text: string): string[] {
  const phrases = text.match(/[^、。，．・！？\s]+[、。，．・！？」』）]*\s*/g) ?? [text]
  const lines: string[] = []
  for (const phrase of phrases.flatMap(halved)) {
    const last = lines.at(-1)
    if (last !== undefined && [...last].length + [...phrase].length <= wanted) {
      lines[lines.length - 1] = last + phrase
    } else {
      lines.push(phrase.trim())
    }
  }
  return lines
}

/** A phrase too long for a line, cut after a particle near its middle. */
function halved(phrase: string): string[] {
  const letters = [...phrase]
  if (letters.length <= longest) return [phrase]
  const middle = letters.length / 2
  const cuts = letters
    .map((letter, index) => ({ letter, at: index + 1 }))
    .filter(
      ({ letter, at }) =>
        'はがをにでとものへや'.includes(letter) &&
        !'はがをにでとものへや、。'.includes(letters[at] ?? '。'),
    )
    .sort((a, b) => Math.abs(a.at - middle) - Math.abs(b.at - middle))
  const at = cuts[0]?.at
  if (!at) return [phrase]
  return [letters.slice(0, at).join(''), letters.slice(at).join('')]
}
