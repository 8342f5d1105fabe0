import { describe, expect, test } from 'vitest'
import { highlightCode, mentionedHandles, renderMarkdown, renderPost } from './index.ts'

const people: Record<string, string> = { yuki: '/m/yuki', ユキ: '/m/ユキ', 민준: '/m/민준' }
const options = {
  topicUrl: (topic: number, post: number) => `/t/x/${topic}/${post}`,
  mention: (handle: string) => people[handle],
}
const html = (markdown: string) => renderMarkdown(markdown, options)

test('paragraphs keep their lines, headings begin at h3, tables can be scrolled', async () => {
  expect(html('a\nb')).toBe('<p>a<br>\nb</p>\n')
  expect(html('# A\n\n#### B')).toBe('<h3>A</h3>\n<h6>B</h6>\n')
  const table = html('| a | b |\n| --- | --: |\n| 1 | 2 |')
  expect(table).toContain('<div class="scroll" tabindex="0"><table>')
  expect(table).toContain('<td class="right">2</td>')
  expect(table).not.toContain('style')
  expect(await renderPost('a')).toBe(html('a'))
})

test('a quote names its source and links to it', () => {
  expect(html('> [quote: Yuki, 123/4]\n> a')).toBe(
    '<blockquote>\n<cite data-post="123/4">Yuki <a href="/t/x/123/4">4</a></cite>\n<p>a</p>\n</blockquote>\n',
  )
  expect(html('> [quote: <b>Ken</b>]\n>\n> - a')).toContain(
    '<cite>&lt;b&gt;Ken&lt;/b&gt;</cite>\n<ul>',
  )
  expect(html('[quote: Yuki, 123/4]')).toBe('<p>[quote: Yuki, 123/4]</p>\n')
  expect(renderMarkdown('> [quote: Yuki, 123/4]\n> a')).not.toContain('<a')
})

test('details and spoilers nest, and end with their block', () => {
  expect(html(':::details A *b*\nc\n\n:::spoiler\nd\n:::\n:::\ne')).toBe(
    '<details><summary>A <em>b</em></summary>\n<p>c</p>\n<div class="spoiler" tabindex="0">\n<p>d</p>\n</div>\n</details>\n<p>e</p>\n',
  )
  expect(html(':::details\n```\n:::\n```\n:::')).toContain('<code>:::\n</code>')
  expect(html('> :::spoiler\n> a\n\nb')).toMatch(/<\/div>\n<\/blockquote>\n<p>b<\/p>/)
  expect(html('a [spoiler]*b*[/spoiler]')).toContain(
    '<span class="spoiler" tabindex="0"><em>b</em></span>',
  )
})

test('the few tags that are harmless work in pairs, all others are text', () => {
  expect(html('<kbd>Ctrl</kbd> x<sup>2</sup> a<br>b')).toBe(
    '<p><kbd>Ctrl</kbd> x<sup>2</sup> a<br>\nb</p>\n',
  )
  expect(html('<u>a')).toBe('<p>&lt;u&gt;a</p>\n')
  expect(html('<u>*a</u>*')).not.toContain('<u>')
  expect(html('<kbd onclick=x>a</kbd>')).toBe('<p>&lt;kbd onclick=x&gt;a&lt;/kbd&gt;</p>\n')
  expect(html('<b>a</b> <iostream>')).toBe('<p>&lt;b&gt;a&lt;/b&gt; &lt;iostream&gt;</p>\n')
})

test('mentions link to members, also with particles stuck to them', () => {
  expect(html('@yuki, ok')).toContain('<a class="mention" href="/m/yuki">@yuki</a>, ok')
  expect(html('@ユキさんへ')).toContain('<a class="mention" href="/m/ユキ">@ユキ</a>さんへ')
  expect(html('@민준님께')).toContain('<a class="mention" href="/m/민준">@민준</a>님께')
  expect(html('@yukiko a@yuki `@yuki` [@yuki](https://x.org)')).not.toContain('mention')
  expect(mentionedHandles('@yuki and @민준님, mail a@b.c')).toEqual([
    'yuki',
    '민준님',
    '민준',
    '민',
  ])
})

test('emphasis works beside Japanese and Korean', () => {
  expect(html('これは**「大事」**です')).toContain('<strong>「大事」</strong>')
  expect(html('**"중요"**합니다')).toContain('<strong>&quot;중요&quot;</strong>')
  expect(html('snake_case_name 2 * 3 * 4')).toBe('<p>snake_case_name 2 * 3 * 4</p>\n')
})

test('foreign images are links until clicked', () => {
  expect(html('![a "cat"](https://x.org/c.png)')).toBe(
    '<p><a class="image" data-image href="https://x.org/c.png" rel="nofollow ugc noopener">a &quot;cat&quot;</a></p>\n',
  )
  expect(html('![](https://x.org/%E7%8C%AB.png?a)')).toContain('>猫.png</a>')
  expect(html('[![](https://x.org/a.png)](https://y.org)')).toBe(
    '<p><a href="https://y.org" rel="nofollow ugc noopener"><span class="image">a.png</span></a></p>\n',
  )
})

test('addresses in text are links, file names are not', () => {
  expect(html('https://x.org/a_b_c?d=e')).toContain(
    '<a href="https://x.org/a_b_c?d=e" rel="nofollow ugc noopener">',
  )
  expect(html('main.cc build.sh readme.md example.com')).not.toContain('<a')
  expect(html('[a](/c/tea)')).toBe('<p><a href="/c/tea">a</a></p>\n')
})

describe('hostile text', () => {
  test.each([
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt:alert(1))',
    '[a](java\nscript:alert(1))',
    '[a](&#106;avascript:alert(1))',
    '[a](javascript&colon;alert(1))',
    '[a](%6aavascript:alert(1))',
    '[a](<java\tscript:alert(1)>)',
    '<javascript:alert(1)>',
    '![a](javascript:alert(1))',
    '[a](data:text/html;base64,x)',
    '![a](data:image/svg+xml,x)',
    '[a](vbscript:x) [b](file:///etc/passwd) [c](blob:x)',
    '[a][b]\n\n[b]: javascript:alert(1)',
    '[quote: x](javascript:1)',
  ])('gets no unsafe address: %j', (markdown) => {
    expect(html(markdown)).not.toMatch(/(href|src)="(?!https?:|mailto:|\/|#|%6a)/i)
  })

  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[<img src=x onerror=alert(1)>](https://x.org)',
    '[a](https://x.org "\\" onmouseover=\\"alert(1)")',
    '[a](https://x.org/"onmouseover="alert(1))',
    '![" onerror="alert(1)](https://x.org/a.png)',
    '![](https://x.org/%22%3E%3Cscript%3E.png)',
    '```"><script>alert(1)</script>\nx\n```',
    '```cpp\n</code></pre><script>alert(1)</script>\n```',
    ':::details <script>alert(1)</script>\n:::',
    '> [quote: <script>alert(1)</script>, 1/2]\n> a',
    '@"><script>alert(1)</script>',
    '<a href="https://x.org" onclick="x">a</a>',
    '<!-- --><svg onload=alert(1)>',
    '`</code><script>`',
  ])('gets no tag or attribute of its own: %j', (markdown) => {
    const rendered = html(markdown)
    const tags = rendered.match(/<[a-z][^>]*>/gi) ?? []
    for (const tag of tags) {
      expect(tag).not.toMatch(/^<(script|img|svg|iframe)/i)
      expect(tag.replace(/"[^"]*"/g, '""')).not.toMatch(/\son\w+=|\sstyle=/i)
    }
  })

  test('cannot turn the direction of the text', () => {
    expect(html('a\u202egnp.exe\u2066b `\u202e`')).toBe(
      '<p>agnp.exeb <code></code></p>\n'.replace('<code></code>', '``'),
    )
  })

  test.each([
    ['quotes', '> '],
    ['lists', '- '],
    ['brackets', '['],
    ['image brackets', '!['],
    ['half links', '[a]('],
    ['stars', '*a '],
    ['mixed stars', '**a_b*c'],
    ['backticks', '`a'],
    ['tags', '<kbd>'],
    ['containers', ':::details a\n'],
    ['schemes', 'a://'],
    ['mentions', '@あ'],
    ['entities', '&a'],
    ['table cells', '|a'],
    ['strikes', '~~a '],
  ])('of 200 kB of %s is done with', (_, part) => {
    expect(html(part.repeat(200_000 / part.length)).length).toBeGreaterThan(0)
  })
})

describe('code', () => {
  test('is coloured by classes in its language', () => {
    expect(highlightCode('#include <a>\nint x = 0x1f; // "c"', 'C++')).toBe(
      '<span class="tok-k">#include </span><span class="tok-s">&lt;a&gt;</span>\n' +
        '<span class="tok-k">int</span> x = <span class="tok-n">0x1f</span>; <span class="tok-c">// &quot;c&quot;</span>',
    )
    expect(html('```py\ndef f(): # x\n```')).toContain('<code><span class="tok-k">def</span>')
    expect(highlightCode('<a b="c">&amp;', 'xml')).toContain(
      '<span class="tok-s">&quot;c&quot;</span>',
    )
  })

  test.each([
    ['cpp', 'void Game::Start()\n{\n    Node* node = scene_->CreateChild("A");\n}'],
    ['xml', '<?xml version="1.0"?>\n<material><technique name="a.xml"/></material>'],
    ['python', 'import os\n\ndef main():\n    print("x")'],
    ['lua', 'local x = 1\nfunction Start()\n  print(x)\nend'],
    ['json', '{\n  "a": [1, 2],\n  "b": true\n}'],
    ['glsl', 'uniform sampler2D tex;\nvoid main() { gl_FragColor = vec4(1.0); }'],
    ['bash', '$ git clone https://x.org/a\ncd a'],
  ])('without a language is guessed when it is clear: %s', (language, code) => {
    expect(highlightCode(code)).toBe(highlightCode(code, language))
    expect(highlightCode(code)).toContain('tok-')
  })

  test('stays plain when it is output, prose, unknown or long', () => {
    expect(highlightCode('Failed to open file a.txt\nExit code 1')).toBe(
      'Failed to open file a.txt\nExit code 1',
    )
    expect(highlightCode('今日は雨でした。')).toBe('今日は雨でした。')
    expect(highlightCode('int a;', 'brainfuck')).toBe('int a;')
    expect(highlightCode('int a; '.repeat(4000), 'cpp')).not.toContain('tok-')
  })

  test('loses no character to the colours, whatever the language', () => {
    const odd =
      'a "b\\"c \'d /* e <f g="h"> # i // j `k ${l} 1.5e3 @m \n-- n [[o]] <!-- p &amp; \u{1f600}'
    const languages =
      'c cpp angelscript csharp java go rust html css xml bash sql lua glsl yaml ruby php kotlin swift diff cmake ini markdown js ts json python'
    for (const language of languages.split(' ')) {
      const text = highlightCode(odd, language).replace(/<\/?span[^>]*>/g, '')
      expect(text).toBe(highlightCode(odd, 'none'))
    }
  })
})
