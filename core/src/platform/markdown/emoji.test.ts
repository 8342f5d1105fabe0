import { expect, test } from 'vitest'
import { emojiNamed } from './emoji.ts'

test('the names of Discourse, GitHub and Slack give the same emoji', () => {
  expect(emojiNamed(':slight_smile:')).toBe('🙂')
  expect(emojiNamed('slightly_smiling_face')).toBe('🙂')
  expect(emojiNamed(':+1:')).toBe('👍')
  expect(emojiNamed('thumbsup')).toBe('👍')
  expect(emojiNamed(':man_facepalming:')).toBe('🤦‍♂️')
})

test('skin tones and flags are made by rule', () => {
  expect(emojiNamed(':vulcan_salute:t3:')).toBe('🖖🏼')
  expect(emojiNamed(':bowing_man:t6:')).toBe('🙇🏿‍♂️')
  expect(emojiNamed(':rocket:t3:')).toBe('🚀')
  expect(emojiNamed(':flag_kr:')).toBe('🇰🇷')
})

test('characters that are text by default are drawn as pictures', () => {
  expect(emojiNamed(':frowning_face:')).toBe('☹️')
  expect(emojiNamed(':heart:')).toBe('❤️')
})

test('an emoji of a site’s own has no character', () => {
  expect(emojiNamed(':urho:')).toBeUndefined()
  expect(emojiNamed('')).toBeUndefined()
})
