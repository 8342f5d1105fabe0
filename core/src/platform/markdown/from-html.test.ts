import { describe, expect, test } from 'vitest'
import { markdownFromHtml, renderMarkdown } from './index.ts'
import { visibleInRendered, visibleInSource } from './visible-text.ts'

const base = 'https://forum.example'
const from = (html: string) => markdownFromHtml(html, { base })

describe('text', () => {
  test('carries no needless backslash', () => {
    for (const text of [
      'snake_case_name and __init__.py',
      'Node* node = a * b',
      'vector<iostream> & co',
      '#include and #1 and C#',
      'a [note] and (x)',
      '1.5 times 2014.',
      'use a-b or a_b or ~user',
      'x & y; AT&T',
      'これは大事です。',
    ])
      expect(from(`<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)).toBe(
        text.startsWith('snake') ? 'snake_case_name and \\_\\_init\\_\\_.py' : text,
      )
  })

  test.each([
    '*not emphasis*',
    '_neither_',
    '**nor this**',
    '~~nor this~~',
    '`a` and `b`',
    '[a](b) and ![c](d)',
    '# no heading',
    '- no item',
    '+ no item',
    '1. no item',
    '2) no item',
    '> no quote',
    '---',
    '* * *',
    '```no fence',
    '~~~',
    ':::details no',
    '[ref]: http://x.y',
    '[quote: Ken, 1/2]',
    '<http://auto.link>',
    '<kbd>no tag</kbd>',
    '[spoiler]no[/spoiler]',
    '&amp; &lt; &#42;',
    'a\\*b \\\\server\\share \\',
    '| a | b |',
    'look![x',
    '@ken and a@b.c',
  ])('that looks like Markdown stays text: %s', (text) => {
    const html = `<p>${escaped(text)}</p>`
    const rendered = renderMarkdown(from(html))
    expect(visibleInRendered(rendered)).toBe(visibleInSource(html))
    expect(rendered).toMatch(/^<p>[^]*<\/p>\n$/)
    expect(rendered).not.toMatch(/<(em|strong|code|a class="image|kbd|h\d|span|s)\b/)
  })

  test.each([
    'a\n===',
    'a\n---',
    'a\n- b',
    'a\n1. b',
    'a | b\n--|--',
    'a\n# b',
    'a\n> b',
    'a\n```',
  ])('on a second line opens no block either: %j', (text) => {
    const html = `<p>${escaped(text).replaceAll('\n', '<br>\n')}</p>`
    const rendered = renderMarkdown(from(html))
    expect(rendered).toMatch(/^<p>[^]*<br>[^]*<\/p>\n$/)
    expect(visibleInRendered(rendered)).toBe(visibleInSource(html))
  })
})

test('a line break ends a line, two end a paragraph', () => {
  expect(from('<p>a<br>\nb<br><br>c</p><p>d\ne</p>')).toBe('a\nb\n\nc\n\nd e')
})

test('emphasis moves its spaces out, joins, and gives way where Markdown cannot see it', () => {
  expect(from('a<b> b </b>c')).toBe('a **b** c')
  expect(from('<b>a</b><strong>b</strong> <em>c</em>')).toBe('**ab** *c*')
  expect(from('<em><strong>x</strong></em> <s>y</s> <b></b>')).toBe('***x*** ~~y~~')
  expect(from('<b><b>a</b></b>')).toBe('**a**')
  expect(from('a<b>.b</b>c')).toBe('a.bc')
  expect(from('これは<b>「大事」</b>です')).toBe('これは**「大事」**です')
  expect(from('<span class="bbcode-b">b</span> <span class="bbcode-u">u</span>')).toBe(
    '**b** <u>u</u>',
  )
})

test('links become absolute, bare where text and address agree, text where they are unsafe', () => {
  expect(from('<a href="/t/x/1">that</a>')).toBe('[that](https://forum.example/t/x/1)')
  expect(from('<a href="//x.org/a">b</a>')).toBe('[b](https://x.org/a)')
  expect(from('see <a href="https://x.org/a">https://x.org/a</a> now')).toBe(
    'see https://x.org/a now',
  )
  expect(from('(<a href="https://x.org/a">https://x.org/a</a>)')).toBe('(<https://x.org/a>)')
  expect(from('<a href="https://x.org/a b)">[solved] x</a>')).toBe(
    '[[solved] x](https://x.org/a%20b%29)',
  )
  expect(from('<a href="javascript:alert(1)">x</a><a href=" java&#10;script:y">y</a>')).toBe('xy')
  expect(from('<a href="https://x.org"></a>a')).toBe('a')
})

test('links into the imported site can be led elsewhere', () => {
  const link = (address: string) => address.replace(base, 'https://new.example/c/tea')
  expect(markdownFromHtml('<a href="/t/x/1">a</a>', { base, link })).toBe(
    '[a](https://new.example/c/tea/t/x/1)',
  )
})

test('mentions stay plain names', () => {
  expect(from('<a class="mention" href="/u/yuki_t">@yuki_t</a>, hi')).toBe('@yuki_t, hi')
  expect(from('<span class="mention">@_ken_</span>')).toBe('@_ken_')
})

test('code keeps its language, its backticks and its blank lines', () => {
  expect(from('<pre><code class="lang-cpp">int a;\n\n#define b\n</code></pre>')).toBe(
    '```cpp\nint a;\n\n#define b\n```',
  )
  expect(from('<pre><code class="lang-auto">x</code></pre>')).toBe('```\nx\n```')
  expect(from('<pre><code class="C++">x</code></pre>')).toBe('```cpp\nx\n```')
  expect(from('<pre>```\nx</pre>')).toBe('````\n```\nx\n````')
  expect(from('<code>a`b</code> <code>`</code> <code> </code>')).toBe('``a`b`` `` ` `` ` `')
})

test('lists nest, keep their numbers, and hold blocks', () => {
  expect(from('<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>')).toBe('- a\n  - b\n- c')
  expect(from('<ol start="3"><li>a</li><li>b</li></ol>')).toBe('3. a\n4. b')
  expect(from('<ol><li><p>a</p><pre>x\n\ny</pre></li><li><p>b</p></li></ol>')).toBe(
    '1. a\n\n   ```\n   x\n\n   y\n   ```\n\n2. b',
  )
  expect(from('<ul><li>a</li></ul><ul><li>b</li></ul>')).toBe('- a\n\n+ b')
  expect(from('<ul><li><ul><li>x</li></ul></li><li></li></ul>')).toBe('- + x')
})

test('tables keep their head, alignment, breaks and bars', () => {
  const html =
    '<table><thead><tr><th>a</th><th style="text-align:right">b</th></tr></thead>' +
    '<tbody><tr><td>1<br>2</td><td><code>x|y</code></td></tr></tbody></table>'
  expect(from(html)).toBe('| a | b |\n| --- | --: |\n| 1<br>2 | `x\\|y` |')
  expect(visibleInRendered(renderMarkdown(from(html)))).toBe('ab12x|y')
})

test('a quote says who and where, in words and for the renderer', () => {
  const quote =
    '<aside class="quote" data-username="Yuki" data-post="4" data-topic="123"><div class="title">' +
    '<div class="quote-controls"></div><img class="avatar" src="/a.png"> Yuki:</div>' +
    '<blockquote><p>a</p><p>b</p></blockquote></aside><p>c</p>'
  expect(from(quote)).toBe('> [quote: Yuki, 123/4]\n> a\n>\n> b\n\nc')
  const old = '<aside class="quote"><div class="title">Ken:</div><blockquote>x</blockquote></aside>'
  expect(from(old)).toBe('> [quote: Ken]\n> x')
  const ofTopic =
    '<aside class="quote" data-post="2" data-topic="9"><div class="title"><a href="/t/9">Tea, cold</a> ' +
    '<a class="badge-wrapper" href="/c/1"><span>Support</span></a></div><blockquote>x</blockquote></aside>'
  expect(from(ofTopic)).toBe('> [quote: Tea, cold, 9/2]\n> x')
})

test('link boxes and videos become links with their title', () => {
  const box =
    '<aside class="onebox githubblob"><header class="source"><a href="https://g.org/x">g.org</a></header>' +
    '<article class="onebox-body"><h4><a href="https://g.org/x">x at main</a></h4><pre><code><ol><li>1</li></ol>' +
    '</code></pre></article></aside>'
  expect(from(box)).toBe('[x at main](https://g.org/x)')
  expect(from('<div class="lazyYT" data-youtube-id="ab-1" data-youtube-title="A [b]"></div>')).toBe(
    '[A [b]](https://www.youtube.com/watch?v=ab-1)',
  )
  expect(from('<iframe src="https://www.youtube.com/embed/q1?x=1"></iframe>')).toBe(
    'https://www.youtube.com/watch?v=q1',
  )
  expect(
    from('<video><source src="/a.mp4"><a href="/a.mp4">https://forum.example/a.mp4</a></video>'),
  ).toBe('https://forum.example/a.mp4')
})

test('images keep words and address, emoji become characters', () => {
  expect(from('<img src="/u/a.png" alt="tea|690x388">')).toBe(
    '![tea](https://forum.example/u/a.png)',
  )
  expect(
    from(
      '<div class="lightbox-wrapper"><a class="lightbox" href="/big.png"><img src="/small.png" alt="cat">' +
        '<div class="meta"><span class="filename">cat.png</span></div></a></div>',
    ),
  ).toBe('![cat](https://forum.example/big.png)')
  expect(from('<a href="https://x.org"><img src="/a.png"></a>')).toBe(
    '[![](https://forum.example/a.png)](https://x.org)',
  )
  expect(from('ok <img class="emoji" title=":smile:" alt=":smile:" src="/e.png">')).toBe('ok 😄')
  expect(from('<img class="emoji" alt=":our_own:" src="/e.png">')).toBe(':our_own:')
  expect(from('<img src="data:image/png;base64,xx" alt="gone">')).toBe('gone')
})

test('details, spoilers, polls, keys and rubies', () => {
  expect(from('<details><summary>Why <b>so</b></summary><p>a</p></details>b')).toBe(
    ':::details Why **so**\na\n:::\n\nb',
  )
  expect(from('a <span class="spoiler">b</span>')).toBe('a [spoiler]b[/spoiler]')
  expect(from('<div class="spoiler"><p>a</p></div>')).toBe(':::spoiler\na\n:::')
  expect(
    from(
      '<div class="poll"><div><ul><li>yes</li><li>no</li></ul><div class="poll-info">0 voters</div></div></div>',
    ),
  ).toBe('- yes\n- no')
  expect(from('<kbd>Ctrl</kbd> H<sub>2</sub>O')).toBe('<kbd>Ctrl</kbd> H<sub>2</sub>O')
  expect(from('<ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>')).toBe('漢字(かんじ)')
  expect(from('<h2>a #</h2><hr>b')).toBe('## a \\#\n\n---\n\nb')
})

test('scripts, styles and drawings leave nothing behind', () => {
  expect(
    from(
      'a<script>alert("<p>x</p>")</script><style>p{}</style><svg><title>t</title><path d="M0"/></svg>b',
    ),
  ).toBe('ab')
})

test('what PostgreSQL could not keep is gone', () => {
  expect(from('<p>a\0b &#0; \ud800</p>')).toBe('ab \ufffd \ufffd')
})

describe('HTML nested without end', () => {
  const deep = 10_000
  test.each([
    'div',
    'b',
    'blockquote',
    'ul><li',
    'table><tr><td',
    'aside class="quote"',
    'details',
    'a href=/x',
    'span',
  ])('keeps its text: %s', (tag) => {
    const markdown = from(`<${tag}>`.repeat(deep) + '<p>heart</p>' + '</x>'.repeat(deep) + 'end')
    expect(visibleInRendered(renderMarkdown(markdown))).toBe('heartend')
    expect(markdown.length).toBeLessThan(20_000)
  })
})

function escaped(text: string) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
