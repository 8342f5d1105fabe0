import { describe, expect, test } from 'vitest'
import { lineOf } from './progress.ts'

describe('the line of a long work', () => {
  test('has share, count, rate and time left', () => {
    expect(lineOf('urho3d', 9000, 36_000, 3)).toBe(
      'urho3d ━━━━━━──────────────────  25 %  9,000 / 36,000  3,000/s  0:09 left',
    )
  })

  test('says what it knows when nobody knows how much there is', () => {
    expect(lineOf('urho3d', 9000, undefined, 3)).toBe('urho3d  9,000  3,000/s')
  })

  test('stays within its bar when more comes than was expected', () => {
    expect(lineOf('x', 20, 10, 1)).toContain('100 %')
    expect(lineOf('x', 20, 10, 1)).toContain('0:00 left')
  })
})
