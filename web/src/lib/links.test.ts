import { expect, test } from 'vitest'
import { linksOf, safeReturn, withBase, withQuery } from './links.ts'

const link = linksOf('/c/village')
const topic = { number: 12, slug: 'まめの-話' }

test('every address stands inside its community', () => {
  expect(link.home).toBe('/c/village')
  expect(link.topic(topic)).toBe(`/c/village/t/${encodeURIComponent('まめの-話')}/12`)
  expect(link.post(topic, 45)).toBe(`${link.topic(topic)}/45`)
  expect(link.person({ handle: 'a/b?c' })).toBe('/c/village/people/a%2Fb%3Fc')
  expect(linksOf('').home).toBe('/')
  expect(linksOf('').category({ number: 3, slug: 'help' })).toBe('/categories/3/help')
})

test('the first page of a topic has one address', () => {
  expect(link.topicPage(topic, 1)).toBe(link.topic(topic))
  expect(link.topicPage(topic, 3)).toBe(`${link.topic(topic)}?page=3`)
})

test('a choice of language leads back to this site only', () => {
  expect(safeReturn('/c/village/latest?after=x')).toBe('/c/village/latest?after=x')
  for (const elsewhere of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/a\r\nset-cookie: x=1',
    'javascript:alert(1)',
    '',
    null,
  ])
    expect(safeReturn(elsewhere)).toBe('/')
})

test('stored HTML gets the place where the community really stands', () => {
  const html = '<a href="~/t/12/3">3</a> <p>="~/ stays when it is text: =&quot;~/</p>'
  expect(withBase('<a href="~/t/12/3">3</a>', '/c/village')).toBe(
    '<a href="/c/village/t/12/3">3</a>',
  )
  expect(withBase('<a href="~/t/12/3">3</a>', '')).toBe('<a href="/t/12/3">3</a>')
  expect(withBase(html, '/c/v')).toContain('=&quot;~/')
})

test('a change of the query keeps the rest of it', () => {
  const url = new URL('http://x/c/v/top?period=all&after=abc')
  expect(withQuery(url, { after: 'd e' })).toBe('/c/v/top?period=all&after=d+e')
  expect(withQuery(url, { after: null })).toBe('/c/v/top?period=all')
  expect(withQuery(new URL('http://x/latest?after=1'), { after: null })).toBe('/latest')
})
