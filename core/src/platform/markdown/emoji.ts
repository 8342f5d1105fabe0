import { shortcodes } from './emoji-shortcodes.ts'

/**
 * The emoji of a short name as forums write it, with or without colons: `smile`, `:wave:t3:` (skin
 * tones t2 to t6), `flag_jp`. Undefined for a site's own emoji, which have no character.
 */
export function emojiNamed(shortName: string): string | undefined {
  const [name = '', ...modifiers] = shortName.replace(/^:|:$/g, '').toLowerCase().split(':')
  const emoji = byName().get(name) ?? flag(name)
  if (emoji === undefined) return undefined
  const tone = skinTones[modifiers[0] ?? '']
  return tone ? toned(emoji, tone) : pictured(emoji)
}

const skinTones: Record<string, string> = {
  t2: '\u{1f3fb}',
  t3: '\u{1f3fc}',
  t4: '\u{1f3fd}',
  t5: '\u{1f3fe}',
  t6: '\u{1f3ff}',
  'skin-tone-2': '\u{1f3fb}',
  'skin-tone-3': '\u{1f3fc}',
  'skin-tone-4': '\u{1f3fd}',
  'skin-tone-5': '\u{1f3fe}',
  'skin-tone-6': '\u{1f3ff}',
}

let names: Map<string, string> | undefined

/** Built at the first emoji: most processes never need it. */
function byName() {
  if (names) return names
  names = new Map()
  const words = shortcodes.trim().split(/\s+/)
  for (let at = 0; at + 1 < words.length; at += 2)
    for (const name of words[at + 1]!.split(',')) names.set(name, words[at]!)
  return names
}

function flag(name: string) {
  const [, country] = /^flag[-_]([a-z]{2})$/.exec(name) ?? []
  if (!country) return undefined
  return String.fromCodePoint(...[...country].map((letter) => letter.charCodeAt(0) - 97 + 0x1f1e6))
}

/** A tone follows the first person or hand; what cannot take one stays as it is. */
function toned(emoji: string, tone: string) {
  const [first = '', ...rest] = emoji
  if (!/^\p{Emoji_Modifier_Base}/u.test(first)) return pictured(emoji)
  return first + tone + rest.join('').replace(/^\ufe0f/, '')
}

/** Characters that are text by default (☹, ✈) ask to be drawn as pictures. */
function pictured(emoji: string) {
  const single = emoji.length <= 2 && !/^\p{Emoji_Presentation}/u.test(emoji)
  return single && /^\p{Emoji}/u.test(emoji) ? emoji + '\ufe0f' : emoji
}
