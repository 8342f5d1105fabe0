import { expect, test } from 'vitest'
import { atom, rss, xml, type Feed } from './feeds.ts'

const feed: Feed = {
  title: 'Beans & "peas"',
  page: 'https://village.example/?a=1&b=2',
  self: 'https://village.example/feed.xml',
  lang: 'ja',
  updated: new Date('2026-11-20T00:00:00Z'),
  entries: [
    {
      id: 'urn:uuid:0190',
      title: 'Why ]]> & <b>?',
      link: 'https://village.example/t/x/1',
      author: "Hana's <script>",
      at: new Date('2026-11-19T00:00:00Z'),
      lang: 'ja',
      html: '<p>種 &amp; 土</p>',
    },
  ],
}

test('text is written so that no reader takes it for markup', () => {
  expect(xml(`<a href="x">'&'</a>`)).toBe('&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;')
})

test('characters that XML has no room for are left out; all others stay', () => {
  expect(xml('a\u0000b\u0008c\u000bd\ufffee\ud800f')).toBe('abcdef')
  expect(xml('種\t\n😀𠮷')).toBe('種\t\n😀𠮷')
})

test.each([
  ['RSS', rss(feed)],
  ['Atom', atom(feed)],
])('%s holds every text escaped once', (_, text) => {
  expect(text).toContain('Beans &amp; &quot;peas&quot;')
  expect(text).toContain('Hana&#39;s &lt;script&gt;')
  expect(text).toContain('Why ]]&gt; &amp; &lt;b&gt;?')
  expect(text).toContain('&lt;p&gt;種 &amp;amp; 土&lt;/p&gt;')
  expect(text).not.toMatch(/<script|<b>|&(?!amp;|lt;|gt;|quot;|#39;)/)
})

test('every element that is opened is closed', () => {
  for (const text of [rss(feed), atom(feed)]) {
    const open: string[] = []
    for (const [, slash, name, self] of text.matchAll(/<(\/?)([\w:]+)[^>]*?(\/?)>/g)) {
      if (self) continue
      if (slash) expect(open.pop()).toBe(name)
      else open.push(name!)
    }
    expect(open).toEqual([])
  }
})
