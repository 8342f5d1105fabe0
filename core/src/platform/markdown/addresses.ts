/**
 * An address as a link may carry it: http, https, mailto, or a path of this site; absolute against
 * `base` where it is relative. Undefined for every other scheme and for what is no address.
 */
export function safeAddress(address: string, base?: string): string | undefined {
  const given = address.trim()
  if (given === '' || given.startsWith('#')) return undefined
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(given.replace(/[\u0000-\u0020\u007f]/g, ''))?.[1]
  if (scheme) return /^(https?|mailto)$/i.test(scheme) ? written(given) : undefined
  if (base && URL.canParse(given, base)) return written(new URL(given, base).href)
  if (given.startsWith('//')) return written('https:' + given)
  return given.startsWith('/') ? written(given) : undefined
}

/** The player's address of an embedded video, turned into the page a person can visit. */
export function watchAddress(embedded: string): string {
  const [, id] =
    /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]+)/.exec(embedded) ?? []
  return id ? `https://www.youtube.com/watch?v=${id}` : embedded
}

/** Percent-encodes what would end the address in Markdown or start something else inside it. */
function written(address: string) {
  if (!/[\s<>()\\`|*"\u0000-\u001f\u007f&]/.test(address)) return address
  const parentheses = balanced(address) ? /(?!)/ : /[()]/g
  return address
    .replace(/[\s<>\\`|"\u0000-\u001f\u007f]/g, percent)
    .replace(parentheses, percent)
    .replace(/&(?=#?\w{1,31};)/g, '%26')
}

function percent(character: string) {
  if (character === '(') return '%28'
  if (character === ')') return '%29'
  return encodeURIComponent(character)
}

function balanced(address: string) {
  let depth = 0
  for (const character of address) {
    if (character === '(' && ++depth > 8) return false
    if (character === ')' && --depth < 0) return false
  }
  return depth === 0
}
