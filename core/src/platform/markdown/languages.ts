/** The languages code is highlighted in, and the other names people give them after the fence. */
const aliases: Record<string, string> = {
  javascript: 'js jsx mjs cjs node ecmascript',
  typescript: 'ts tsx mts cts',
  json: 'jsonc json5 webmanifest',
  python: 'py py3 python3 pyw',
  c: 'h',
  cpp: 'c++ cc cxx hpp hxx hh inl ino arduino objc objective-c objectivec mm',
  angelscript: 'as script',
  csharp: 'cs c# dotnet',
  java: '',
  go: 'golang',
  rust: 'rs',
  html: 'htm vue svelte xhtml',
  css: 'scss sass less',
  xml: 'svg xaml plist ui rss',
  bash: 'sh shell zsh console shellsession terminal bat batch cmd powershell ps1 dockerfile makefile',
  sql: 'mysql postgresql postgres pgsql sqlite plsql',
  lua: 'luau moonscript',
  glsl: 'hlsl shader vert frag wgsl cg fx',
  yaml: 'yml',
  ruby: 'rb gemspec',
  php: '',
  kotlin: 'kt kts gradle groovy',
  swift: '',
  diff: 'patch udiff',
  cmake: '',
  ini: 'toml conf cfg properties gitmodules editorconfig',
  markdown: 'md mdown',
}

let canonical: Map<string, string> | undefined

/** `C++`, `lang-cs`, `language-sh` to cpp, csharp, bash; undefined for no or an unknown language. */
export function languageNamed(name: string): string | undefined {
  canonical ??= new Map(
    Object.entries(aliases).flatMap(([language, others]) =>
      [language, ...others.split(' ')].map((each) => [each, language] as const),
    ),
  )
  const plain = name
    .trim()
    .toLowerCase()
    .replace(/^(lang|language)-/, '')
  return plain === '' ? undefined : canonical.get(plain)
}

/**
 * What to write after a fence for a class of `<code>`: the known name, an unknown one as it is,
 * '' where the site guessed or said that there is none.
 */
export function fenceName(classes: string): string {
  for (const each of classes.split(/\s+/)) {
    const name = each.replace(/^(lang|language)-/, '')
    if (name === each && !languageNamed(each)) continue
    if (/^(auto|nohighlight|plaintext|text|txt|none|hljs|)$/i.test(name)) continue
    return languageNamed(name) ?? name.toLowerCase().replace(/[^\w+#.-]/g, '')
  }
  return ''
}
