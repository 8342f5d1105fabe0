/**
 * The colour a community chose, fit for a style attribute; null when it chose none or what it chose
 * is no plain CSS colour. Only the hue counts: tokens.css clamps the rest.
 */
export function accentOf(community: { accent?: string | null } | null): string | null {
  const accent = community?.accent
  if (!accent) return null
  if (!checked.has(accent)) checked.set(accent, isColour(accent))
  return checked.get(accent) ? accent : null
}

/** As many as there are communities; a page needs no more than to look it up. */
const checked = new Map<string, boolean>()

function isColour(text: string): boolean {
  return /^(#[0-9a-f]{3,8}|[a-z]{3,30}|[a-z]{3,8}\([\d\s.,%/a-z-]{1,60}\))$/i.test(text)
}
