import { describe, expect, test } from 'vitest'
import { encodingsOf, languageLiked, languageWanted } from './negotiation.ts'

describe('encodings a client takes', () => {
  test.each([
    ['gzip, deflate, br, zstd', ['br', 'zstd', 'gzip']],
    ['GZIP', ['gzip']],
    ['br;q=0, *', ['zstd', 'gzip']],
    ['br ; q=0.1', ['br']],
    ['identity', []],
    ['', []],
    [undefined, []],
    [`${'x,'.repeat(5000)}gzip`, []],
  ])('%s', (header, encodings) => {
    expect(encodingsOf(header)).toEqual(encodings)
  })
})

describe('the language a browser likes best', () => {
  test.each([
    ['ja', 'ja'],
    ['en-GB,en;q=0.9,ja;q=0.8', 'en'],
    ['fr, ko;q=0.3, ja;q=0.7', 'ja'],
    ['ko-KR', 'ko'],
    ['ja;q=0, fr', ''],
    ['*', ''],
    ['', ''],
  ])('%s', (header, language) => {
    expect(languageLiked(header)).toBe(language)
  })

  test('yields to the one chosen here, wherever its cookie stands', () => {
    const chosen = (cookie: string) => languageWanted({ cookie, 'accept-language': 'ja' })
    expect(chosen('a=b; hiroba_lang=ko; c=d')).toBe('ko')
    expect(chosen('xhiroba_lang=ko')).toBe('ja')
    expect(chosen('hiroba_lang=kok')).toBe('ja')
  })
})
