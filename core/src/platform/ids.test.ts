import { expect, test } from 'vitest'
import { derivedId, newId } from './ids.ts'

test('ids are UUIDv7 of the true time and sort by it', () => {
  const early = newId(new Date('2014-01-16T10:00:00.123Z'))
  const late = newId(new Date('2026-11-20T10:00:00.123Z'))
  expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(early < late).toBe(true)
  expect(parseInt(early.replaceAll('-', '').slice(0, 12), 16)).toBe(
    Date.UTC(2014, 0, 16, 10, 0, 0, 123),
  )
})

test('an imported thing has the same id each time, and no other thing has it', () => {
  const at = new Date('2016-05-03T03:43:23Z')
  expect(derivedId(at, 'discourse:site', 'post', '11938')).toBe(
    derivedId(at, 'discourse:site', 'post', '11938'),
  )
  const others = [
    derivedId(at, 'discourse:site', 'post', '11939'),
    derivedId(at, 'discourse:sitep', 'ost', '11938'),
    derivedId(at, 'jsonl:file', 'post', '11938'),
    derivedId(new Date(0), 'discourse:site', 'post', '11938'),
  ]
  expect(new Set([...others, derivedId(at, 'discourse:site', 'post', '11938')]).size).toBe(5)
})
