import { expect, test } from 'vitest'
import { rejectReasons } from '../../core/src/imports/reading/rejects.ts'
import { fill } from './language.ts'
import { imported } from './words-import.ts'
import { reasons } from './words-reasons.ts'
import { refusals, shell } from './words.ts'

const names = (text: string) => [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name!).toSorted()

test('a sentence is told the same things in every language', () => {
  const differing = Object.entries({ ...refusals, ...shell, ...imported }).filter(
    ([, { en, ja, ko }]) =>
      String(names(ja)) !== String(names(en)) || String(names(ko)) !== String(names(en)),
  )
  expect(differing.map(([key]) => key)).toEqual([])
})

test('one is counted apart from several', () => {
  expect(fill('{posts|post|posts} by {name}', { posts: 1, name: 'Hana' })).toBe('1 post by Hana')
  expect(fill('{posts|post|posts}', { posts: 11 })).toBe('11 posts')
})

test('whatever a reader finds wrong has words', () => {
  expect(rejectReasons.filter((reason) => !reasons[reason])).toEqual([])
})
