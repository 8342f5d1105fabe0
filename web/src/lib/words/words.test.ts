import { expect, test } from 'vitest'
import { en } from './en.ts'
import { isWord, wordsIn, type Word } from './index.ts'
import { ja } from './ja.ts'
import { ko } from './ko.ts'
import type { Text } from './say.ts'

const keys = Object.keys(en).toSorted()
const textsOf = (text: Text) => (typeof text === 'string' ? [text] : [text.one, text.other])
const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, place]) => place!)

test.each([
  ['ja', ja],
  ['ko', ko],
])('%s has words for every key and for no other', (_, catalogue) => {
  expect(Object.keys(catalogue).toSorted()).toEqual(keys)
})

test.each([
  ['ja', ja],
  ['ko', ko],
])('%s fills the same places as English', (_, catalogue) => {
  const differing = keys.filter((key) => {
    const wanted = new Set(textsOf(en[key as Word]).flatMap(places))
    const given = new Set(textsOf(catalogue[key as Word]).flatMap(places))
    return wanted.symmetricDifference(given).size > 0
  })
  expect(differing).toEqual([])
})

test('no words shout, apologise or wink, in any language', () => {
  const all = [en, ja, ko].flatMap((catalogue) => Object.values<Text>(catalogue).flatMap(textsOf))
  const wrong = all.filter((text) =>
    /[!！]|申し訳|させていただ|죄송|Oops|Something went wrong|\p{Extended_Pictographic}/u.test(
      text,
    ),
  )
  expect(wrong).toEqual([])
})

test('a number is written as the language writes it, and English counts one apart', () => {
  expect(wordsIn('en')('list.replies', { n: 1 })).toBe('1 reply')
  expect(wordsIn('en')('list.replies', { n: 1204 })).toBe('1,204 replies')
  expect(wordsIn('ja')('list.shown', { n: 1204, shown: 30 })).toBe('1,204件中30件')
  expect(wordsIn('ko')('list.shown', { n: 1204, shown: 30 })).toBe('1,204개 가운데 30개')
})

test('what a member calls themselves is not read as a place to fill', () => {
  expect(wordsIn('en')('topic.solvedBy', { name: '{n} $& Hana' })).toBe('Solved by {n} $& Hana')
})

test('keys put together from data are known before they are said', () => {
  expect(isWord('react.like')).toBe(true)
  expect(isWord('react.toString')).toBe(false)
})
