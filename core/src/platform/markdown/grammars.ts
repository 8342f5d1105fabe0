/**
 * How a language is coloured: rules tried in this order at every place, k keyword, s string,
 * c comment, n number or name that stands for a value; then words, which are keywords if listed.
 */
export type Grammar = {
  rules: [class_: 'k' | 's' | 'c' | 'n', pattern: string][]
  words: Set<string>
}

/** The grammar of a language that `languageNamed` answers; undefined where there is none. */
export function grammarOf(language: string): Grammar | undefined {
  let grammar = made.get(language)
  if (!grammar && Object.hasOwn(makers, language))
    made.set(language, (grammar = makers[language]!()))
  return grammar
}

const made = new Map<string, Grammar>()

const slashes = String.raw`//[^\n]*`
const stars = String.raw`/\*[^]*?(?:\*/|$)`
const hashes = String.raw`#[^\n]*`
const double = String.raw`"[^"\\\n]*(?:\\[^][^"\\\n]*)*"?`
const single = String.raw`'[^'\\\n]*(?:\\[^][^'\\\n]*)*'?`
const backticked = String.raw`\x60[^\x60\\]*(?:\\[^][^\x60\\]*)*\x60?`
const tripled = String.raw`"""[^]*?(?:"""|$)|'''[^]*?(?:'''|$)`
const number = String.raw`(?<![\p{L}\p{N}_$])(?:0[xXbBoO][\da-fA-F_]+|\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?)[a-zA-Z%]*`
const preprocessor = String.raw`(?<=^|\n)[ \t]*#[ \t]*include[ \t]*|(?<=^|\n)[ \t]*#[ \t]*[a-z]+`
const included = String.raw`(?<=#[ \t]*include[ \t]*)<[^>\n]*>`

function grammar(rules: Grammar['rules'], words = ''): Grammar {
  return { rules, words: new Set(words.split(' ')) }
}

function cLike(words: string, more: Grammar['rules'] = []) {
  const rules: Grammar['rules'] = [
    ['c', `${slashes}|${stars}`],
    ...more,
    ['s', `${double}|${single}`],
    ['n', number],
  ]
  return grammar(rules, words)
}

const cWords =
  'auto break case char const continue default do double else enum extern float for goto if inline int long register return short signed sizeof static struct switch typedef union unsigned void volatile while bool true false NULL'
const cppWords = `${cWords} alignas alignof and asm catch class co_await co_return co_yield concept consteval constexpr const_cast decltype delete dynamic_cast explicit export final friend in inout out is mutable namespace new noexcept not nullptr operator or override private protected public reinterpret_cast requires shared_ptr static_assert static_cast template this thread_local throw try typeid typename using virtual wchar_t xor uint int8 int16 int32 int64 uint8 uint16 uint32 uint64 size_t cast mixin interface funcdef import`
const jsWords =
  'async await break case catch class const continue debugger default delete do else export extends false finally for from function get if import in instanceof let new null of return set static super switch this throw true try typeof undefined var void while with yield'
const tsWords = `${jsWords} abstract any as asserts bigint boolean declare enum implements infer interface is keyof module namespace never number object private protected public readonly satisfies string symbol type unique unknown`
const glslWords = `${cWords} attribute uniform varying in out inout layout precision highp mediump lowp vec2 vec3 vec4 ivec2 ivec3 ivec4 mat2 mat3 mat4 sampler2D sampler3D samplerCube sampler2DShadow discard float2 float3 float4 float3x3 float4x4 half half2 half3 half4 cbuffer Texture2D SamplerState uint`
const sqlWords =
  'add all alter and any as asc begin between by case cast check column commit constraint create cross database default delete desc distinct drop else end except exists explain false fetch for foreign from full function grant group having if in index inner insert intersect into is join key left like limit not null offset on or order outer over partition primary procedure references returning right rollback row rows select set table then to transaction trigger true truncate union unique update using values view when where window with'

const makers: Record<string, () => Grammar> = {
  c: () =>
    cLike(cWords, [
      ['s', included],
      ['k', preprocessor],
    ]),
  cpp: () =>
    cLike(cppWords, [
      ['s', included],
      ['k', preprocessor],
    ]),
  angelscript: () =>
    cLike(cppWords, [
      ['s', included],
      ['k', preprocessor],
    ]),
  glsl: () => cLike(glslWords, [['k', preprocessor]]),
  csharp: () =>
    cLike(
      'abstract as async await base bool break byte case catch char checked class const continue decimal default delegate do double else enum event explicit extern false finally fixed float for foreach get goto if implicit in init int interface internal is lock long namespace new null object operator out override params partial private protected public readonly record ref required return sbyte sealed set short sizeof static string struct switch this throw true try typeof uint ulong unsafe ushort using value var virtual void volatile when where while yield',
      [
        ['k', preprocessor],
        ['s', '@"[^"]*(?:""[^"]*)*"?'],
      ],
    ),
  java: () =>
    cLike(
      'abstract assert boolean break byte case catch char class const continue default do double else enum extends false final finally float for if implements import instanceof int interface long native new null package private protected public record return sealed short static super switch synchronized this throw throws transient true try var void volatile while yield',
      [
        ['n', '@[A-Za-z.]+'],
        ['s', tripled],
      ],
    ),
  kotlin: () =>
    cLike(
      'abstract actual as break by catch class companion const constructor continue crossinline data def do else enum expect external false final finally for fun get if import in infix init inline inner interface internal is lateinit noinline null object open operator out override package private protected public reified return sealed set super suspend this throw true try typealias val var vararg when where while apply plugin',
      [
        ['n', '@[A-Za-z.]+'],
        ['s', tripled],
      ],
    ),
  swift: () =>
    cLike(
      'actor any as associatedtype async await break case catch class continue convenience default defer deinit do else enum extension fallthrough false fileprivate final for func get guard if import in indirect init inout internal is lazy let mutating nil nonmutating open operator optional override private protocol public repeat required rethrows return self Self set some static struct subscript super switch throw throws true try typealias unowned var weak where while',
      [
        ['n', '@[A-Za-z]+'],
        ['s', tripled],
      ],
    ),
  go: () =>
    cLike(
      'any bool break byte case chan complex128 const continue default defer else error fallthrough false float32 float64 for func go goto if import int int64 interface iota map nil package range return rune select string struct switch true type uint uint64 var',
      [['s', backticked]],
    ),
  rust: () =>
    grammar(
      [
        ['c', `${slashes}|${stars}`],
        ['n', String.raw`#!?\[[^\]\n]*\]`],
        ['s', String.raw`b?${double}|'(?:[^'\\\n]|\\[^'\n]{1,8})'`],
        ['n', String.raw`'[a-z_]+\b|${number}`],
      ],
      'as async await bool break char const continue crate dyn else enum extern f32 f64 false fn for i16 i32 i64 i8 if impl in let loop match mod move mut pub ref return Self self static str String struct super trait true type u16 u32 u64 u8 unsafe use usize where while',
    ),
  javascript: () => cLike(jsWords, [['s', backticked]]),
  typescript: () =>
    cLike(tsWords, [
      ['s', backticked],
      ['n', '@[A-Za-z]+'],
    ]),
  php: () =>
    grammar(
      [
        ['c', `${slashes}|${stars}|${hashes}`],
        ['k', String.raw`<\?(?:php|=)?|\?>`],
        ['s', `${double}|${single}`],
        ['n', String.raw`\$\w+|${number}`],
      ],
      'abstract and array as break case catch class clone const continue declare default do echo else elseif empty endforeach endif enum extends false final finally fn for foreach function global if implements include instanceof interface isset list match namespace new null or print private protected public readonly require require_once return static string switch this throw trait true try unset use var void while yield',
    ),
  python: () =>
    grammar(
      [
        ['c', hashes],
        ['s', `[rRbBfFuU]{0,2}(?:${tripled}|${double}|${single})`],
        ['n', String.raw`(?<=^|\n)[ \t]*@[\w.]+|${number}`],
      ],
      'and as assert async await break class continue def del elif else except False finally for from global if import in is lambda match None nonlocal not or pass print raise return self True try while with yield',
    ),
  ruby: () =>
    grammar(
      [
        ['c', hashes],
        ['s', `${double}|${single}`],
        ['n', String.raw`(?<!:):[a-z_]\w*|@{1,2}\w+|${number}`],
      ],
      'alias and attr_accessor attr_reader begin break case class def defined do else elsif end ensure false for if in include module next nil not or private puts raise redo require rescue retry return self super then true undef unless until when while yield',
    ),
  lua: () =>
    grammar(
      [
        ['c', String.raw`--\[\[[^]*?(?:\]\]|$)|--[^\n]*`],
        ['s', String.raw`\[\[[^]*?(?:\]\]|$)|${double}|${single}`],
        ['n', number],
      ],
      'and break do else elseif end false for function goto if in local nil not or repeat return self then true until while',
    ),
  bash: () =>
    grammar(
      [
        ['c', String.raw`(?<=^|[\s;])#[^\n]*|(?<=^|\n)(?:rem|REM)\b[^\n]*`],
        ['s', String.raw`"[^"\\]*(?:\\[^][^"\\]*)*"?|'[^'\n]*'?`],
        ['n', String.raw`\$\{[^}\n]*\}?|\$[\w?#@*!]+|%\w+%|(?<=\s)--?[A-Za-z][\w-]*`],
      ],
      'alias case cd do done echo elif else esac exit export fi for function git if in local make mkdir npm return set source sudo then until while',
    ),
  cmake: () =>
    grammar(
      [
        ['c', hashes],
        ['s', double],
        ['n', String.raw`\$\{[^}\n]*\}?|${number}`],
        ['k', String.raw`(?<![\w-])[A-Za-z_]+(?=[ \t]*\()`],
      ],
      'ON OFF TRUE FALSE AND OR NOT',
    ),
  sql: () =>
    grammar(
      [
        ['c', String.raw`--[^\n]*|${stars}`],
        ['s', String.raw`'[^']*(?:''[^']*)*'?|"[^"\n]*"?`],
        ['n', number],
      ],
      `${sqlWords} ${sqlWords.toUpperCase()}`,
    ),
  json: () =>
    grammar(
      [
        ['c', `${slashes}|${stars}`],
        ['k', `${double}(?=\\s*:)`],
        ['s', double],
        ['n', number],
      ],
      'true false null',
    ),
  yaml: () =>
    grammar(
      [
        ['c', String.raw`(?<=^|\s)#[^\n]*`],
        ['k', String.raw`(?<=^|\n|- )[ \t]*[\w.\/-]+(?=:(?:\s|$))|(?<=^|\n)---`],
        ['s', `${double}|${single}`],
        ['n', String.raw`[&*][\w-]+|${number}`],
      ],
      'true false null yes no on off',
    ),
  ini: () =>
    grammar(
      [
        ['c', String.raw`(?<=^|\n)[ \t]*[#;][^\n]*`],
        ['k', String.raw`(?<=^|\n)[ \t]*\[[^\]\n]*\]|(?<=^|\n)[ \t]*[\w.-]+(?=[ \t]*=)`],
        ['s', `${double}|${single}`],
        ['n', number],
      ],
      'true false',
    ),
  css: () =>
    grammar(
      [
        ['c', `${stars}|(?<=^|\\s)//[^\\n]*`],
        ['s', `${double}|${single}`],
        ['k', String.raw`@[\w-]+|(?<=[{;\s])[a-z-]+(?=[ \t]*:[^:\n]*[;}\n])`],
        ['n', String.raw`#[\da-fA-F]{3,8}\b|--[\w-]+|${number}`],
      ],
      'important',
    ),
  xml: markup,
  html: markup,
  markdown: () =>
    grammar([
      ['k', String.raw`(?<=^|\n)#{1,6} [^\n]*|(?<=^|\n)[ \t]*(?:[-*+]|\d+\.)(?= )`],
      ['s', String.raw`\x60[^\x60\n]+\x60`],
      ['c', String.raw`(?<=^|\n)>[^\n]*`],
    ]),
  diff: () =>
    grammar([
      ['c', String.raw`(?<=^|\n)(?:diff|index|---|\+\+\+)[^\n]*`],
      ['k', String.raw`(?<=^|\n)@@[^\n]*`],
      ['s', String.raw`(?<=^|\n)\+[^\n]*`],
      ['n', String.raw`(?<=^|\n)-[^\n]*`],
    ]),
}

function markup() {
  return grammar([
    ['c', String.raw`<!--[^]*?(?:-->|$)`],
    ['k', String.raw`<[!?/]?[A-Za-z][\w:.-]*|[?/]?>`],
    ['s', String.raw`(?<==\s*)(?:"[^"<]*"|'[^'<]*')`],
    ['n', String.raw`(?<=\s)[\w:.-]+(?=\s*=\s*["'])|&#?\w{1,31};`],
  ])
}
