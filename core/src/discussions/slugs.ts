/**
 * The readable part of an address: the words of a title in their own script (kana, kanji and
 * hangul stay), lower case, joined by hyphens, at most 80 characters. Never empty.
 */
export function slugOf(title: string): string {
  const joined = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .slice(0, 80)
    .replace(/[\ud800-\udbff]$/, '')
    .replace(/^-+|-+$/g, '')
  return joined || 'topic'
}
