/** Signs of a language, each with its weight; the guess needs a weight of 4 and a clear lead. */
const signs: Record<string, [number, RegExp][]> = {
  cpp: [
    [4, /^[ \t]*#\s*(include|define|ifdef|ifndef|pragma)\b/m],
    [3, /\b\w+::~?\w+\s*[(;<{]/],
    [3, /\b(?:SharedPtr|WeakPtr|std::\w+|nullptr|virtual|template\s*<)\b/],
    [2, /\w->\w/],
    [2, /^[ \t]*(?:public|private|protected)\s*:/m],
    [2, /\b(?:void|int|float|bool|unsigned|double)\s+[*&]?\w+\s*(?:\(|=|;|\[)/],
    [1, /[;{}][ \t]*$/m],
    [1, /^[ \t]*\/\//m],
    [2, /\b(?:const\s+)?[A-Z]\w*\s*[*&@]\s*\w+\s*=/],
    [2, /\b[A-Z]\w+\(.*\);[ \t]*$/m],
  ],
  csharp: [
    [4, /^[ \t]*using\s+[A-Z][\w.]*;[ \t]*$/m],
    [
      3,
      /\b(?:public|private|protected|internal)\s+(?:static\s+|override\s+|async\s+)?[A-Za-z<>[\]]+\s+\w+/,
    ],
    [2, /\b(?:string|var)\s+\w+\s*=.*\bnew\b/],
    [3, /\{\s*get;/],
  ],
  xml: [
    [6, /^[ \t]*<\?xml\b/],
    [5, /^[ \t]*<([A-Za-z][\w.-]*)(?:\s+[\w:.-]+="[^"]*")*\s*\/?>/],
    [2, /<\/[A-Za-z][\w.-]*>/],
    [2, /\s[\w-]+="[^"]*"\s*\/?>/],
  ],
  python: [
    [4, /^[ \t]*def\s+\w+\s*\(.*\)\s*(?:->.*)?:[ \t]*$/m],
    [3, /^[ \t]*(?:from\s+[\w.]+\s+)?import\s+[\w., ]+[ \t]*$/m],
    [3, /^[ \t]*(?:if|for|while|elif|with|class)\b[^{};]*:[ \t]*$/m],
    [2, /\bself\.\w+|\bNone\b|\bTrue\b/],
  ],
  lua: [
    [4, /^[ \t]*(?:local\s+)?function\s+[\w.:]+\s*\([^)]*\)[ \t]*$/m],
    [4, /^[ \t]*local\s+\w+\s*=/m],
    [3, /^[ \t]*if\b.*\bthen[ \t]*$/m],
    [2, /^[ \t]*end[ \t]*$/m],
  ],
  json: [
    [5, /^[ \t]*[{[]\s*(?:"[^"\n]*"\s*:|\{|\[)/],
    [2, /"\s*:\s*(?:"|\d|\[|\{|true|false|null)/],
  ],
  glsl: [
    [4, /\b(?:uniform|varying|attribute|precision)\s+\w+\s+\w+/],
    [4, /\b(?:gl_\w+|[iu]?vec[234]|mat[34]|sampler2D|texture2D)\b/],
    [2, /\bfloat[234]\b|\bSV_\w+|\bcbuffer\b/],
    [2, /^[ \t]*void\s+(?:main|VS|PS)\s*\(/m],
  ],
  javascript: [
    [4, /\b(?:const|let)\s+[\w{}\s,]+=|\bfunction\s*\w*\s*\([^)]*\)\s*\{/],
    [3, /=>\s*[{(\w]|\bconsole\.log\(|\bdocument\.|\brequire\(/],
  ],
  cmake: [
    [
      5,
      /^[ \t]*(?:cmake_minimum_required|target_link_libraries|add_(?:executable|library)|find_package)\s*\(/im,
    ],
    [3, /^[ \t]*(?:set|if|endif|include)\s*\([A-Z_$]/m],
  ],
  bash: [
    [5, /^#!.*\b(?:ba|z)?sh\b/],
    [4, /^[ \t]*\$ \w+/m],
    [
      4,
      /^[ \t]*(?:sudo|apt-get|git (?:clone|pull|push|checkout|add)|cd|make|cmake|npm|mkdir|chmod)\s+[\w./~-]+/m,
    ],
    [2, /^[ \t]*export\s+\w+=/m],
  ],
  diff: [
    [6, /^@@ -\d+(?:,\d+)? \+\d+/m],
    [3, /^(?:diff --git|--- |\+\+\+ )/m],
  ],
  sql: [[5, /^[ \t]*(?:select\b.*\bfrom|insert\s+into|create\s+table|update\s+\w+\s+set)\b/im]],
}

/**
 * The language of code whose author named none; undefined when in doubt (output of a program, plain
 * text), for wrong colours are worse than none. Reads the first 4,000 characters.
 */
export function guessLanguage(code: string): string | undefined {
  const head = code.slice(0, 4000)
  let [best, most, second] = [undefined as string | undefined, 0, 0]
  for (const [language, marks] of Object.entries(signs)) {
    let weight = 0
    for (const [worth, sign] of marks) if (sign.test(head)) weight += worth
    if (weight > most) [best, most, second] = [language, weight, most]
    else if (weight > second) second = weight
  }
  return most >= 4 && most > second ? best : undefined
}
