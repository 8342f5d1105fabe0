/**
 * Korean without a dictionary: what may hang on a noun, and what a verb turns into. Syllables are taken apart by
 * the arithmetic of the Unicode block (syllable = 0xac00 + (initial * 21 + vowel) * 28 + final).
 */
const BASE = 0xac00
const FINALS = { none: 0, n: 4, d: 7, l: 8, m: 16, b: 17, s: 19, ss: 20, h: 27 }
const VOWELS = {
  a: 0,
  ae: 1,
  ya: 2,
  eo: 4,
  e: 5,
  yeo: 6,
  o: 8,
  wa: 9,
  wae: 10,
  oe: 11,
  u: 13,
} as const
const MORE_VOWELS = { weo: 14, eu: 18, i: 20 } as const

const LONGEST_PARTICLE = 4
const PARTICLES = set(
  '으로부터 에서부터 에게서는 들에게는 이라면 이라고 이라는 이라도 에서는 에서도 에게는 에게도 에게서 으로는 으로도 까지는 ' +
    '까지도 부터는 들에게 입니다 이에요 에서 에게 에는 에도 에의 으로 로는 로도 까지 부터 보다 처럼 마다 밖에 하고 이나 이랑 이란 ' +
    '라고 라는 라면 한테 께서 조차 마저 들은 들이 들을 들의 들과 들도 예요 들 은 는 이 가 을 를 의 에 로 와 과 도 만 나 랑',
)

/** These ask for a final consonant before them, or for none; the rest stand anywhere. */
const AFTER_CONSONANT = set(
  '은 이 을 과 으로 이나 이랑 이란 이라고 이라는 이라면 이라도 으로는 으로도 으로부터 이에요',
)
const AFTER_VOWEL = set('는 가 를 와 나 랑 로 라고 라는 라면 로는 로도 예요')

/** The noun of an eojeol when something that may be a particle hangs on it; at least two syllables stay. */
export function withoutParticle(eojeol: string): string | null {
  for (let length = Math.min(LONGEST_PARTICLE, eojeol.length - 2); length > 0; length--) {
    const noun = eojeol.slice(0, -length)
    const particle = eojeol.slice(-length)
    if (PARTICLES.has(particle) && mayFollow(particle, finalOf(noun.at(-1)!))) return noun
  }
  return null
}

/** 은/는, 이/가 … go by the final consonant; 로 takes ㄹ for none. */
function mayFollow(particle: string, final: number): boolean {
  const closed = final > 0 && !(final === FINALS.l && particle.startsWith('로'))
  return closed ? !AFTER_VOWEL.has(particle) : !AFTER_CONSONANT.has(particle)
}

/** The noun in a 하다 or 되다 verb, whatever its ending, and how such a verb may go on. */
export function nounVerb(word: string): { noun: string; forms: string[] } | null {
  const match =
    /^(.{2,}?)(?:(하|한|할|함|합|해|했|하여)|(되|된|될|됨|됩|돼|됐))(다|는|기|지|고|게|면|며|자|도록|려면|려고|니다|요|서|야|던|여|어요|어|습니다|니까|거나|었다|였다|으로|은|을|를|세요|시다|주세요)?$/.exec(
      word,
    )
  if (!match) return null
  const [, noun = '', doing, , ending] = match
  // 한, 할, 함, 된 at the end of a plain noun (권한, 기한) need an ending that only a verb takes.
  if (!ending && noun.length < 2) return null
  const tails = doing
    ? ['하', '한', '할', '함', '합', '해', '했']
    : ['되', '된', '될', '됨', '됩', '돼', '됐']
  return { noun, forms: tails.map((tail) => noun + tail) }
}

const VERB_ENDING =
  /^(.{2,})(?:다|는|기|고|지|게|면서|면|며|니까|세요|습니다|었습니다|았습니다|었다|았다|었어요|았어요|어요|아요|려고|려면|도록|거나|는데|던)$/

/** The stem of a verb or adjective: sure for the dictionary form, a guess for others (two syllables at least). */
export function verbStem(word: string): { stem: string; sure: boolean } | null {
  if (word.length >= 2 && word.endsWith('다')) return { stem: word.slice(0, -1), sure: true }
  const stem = VERB_ENDING.exec(word)?.[1]
  return stem ? { stem, sure: false } : null
}

/** Beginnings of all forms of a verb: the regular ones, the contracted ones, and the irregular classes. */
export function verbForms(stem: string): string[] {
  const head = stem.slice(0, -1)
  const last = stem.at(-1)!
  const final = finalOf(last)
  const open = withFinal(last, FINALS.none)
  const forms = new Set<string>([stem])
  const add = (...syllables: string[]) => syllables.forEach((each) => forms.add(head + each))

  if (final === FINALS.none) {
    add(...finals(last, 'n', 'l', 'b', 'm'), ...contractions(head, last))
    if (last === '르') lastOfHead(head).forEach((form) => forms.add(form))
  }
  if (final === FINALS.l) add(open, ...finals(last, 'n', 'b'))
  if (final === FINALS.b)
    add(...['운', '울', '움', '우', '워', '웠', '와', '왔'].map((end) => open + end))
  if (final === FINALS.d) add(withFinal(last, FINALS.l))
  if (final === FINALS.s)
    add(...['어', '었', '은', '을', '아', '았', '으'].map((end) => open + end))
  if (final === FINALS.h) add(...finals(last, 'n', 'l'), withVowel(open, VOWELS.ae))
  return [...forms].flatMap(spelledOut)
}

const LOAN_VOWELS: Record<string, string[]> = {
  에: ['어', '애'],
  어: ['에', '오', '아'],
  애: ['에', '아'],
  오: ['어'],
  아: ['어', '애'],
  야: ['요'],
  여: ['어'],
  유: ['우'],
  요: ['오'],
  이: ['위'],
  위: ['이'],
}
const TENSE: Record<string, string> = { 까: '카', 따: '타', 빠: '파', 싸: '사', 짜: '차' }

/**
 * Loan words are spelled by ear: another vowel, a tense consonant. One syllable differs at a time; nonsense among
 * the results costs nothing, for nobody wrote it.
 */
export function loanSpellings(word: string): string[] {
  if (word.length < 4 || word.length > 8) return []
  const found: string[] = []
  for (let i = 0; i < word.length; i++) {
    const { initial, vowel, final } = parts(word[i]!)
    for (const [from, targets] of Object.entries(LOAN_VOWELS)) {
      if (parts(from).vowel !== vowel) continue
      for (const to of targets)
        found.push(replaced(word, i, syllable(initial, parts(to).vowel, final)))
    }
    for (const [from, to] of Object.entries(TENSE)) {
      if (parts(from).initial === initial)
        found.push(replaced(word, i, syllable(parts(to).initial, vowel, final)))
    }
  }
  return found
}

/** One-syllable beginnings would find half the language; they are written out with their likeliest endings. */
function spelledOut(form: string): string[] {
  if (form.length > 1) return [form]
  const closed = finalOf(form)
  if (closed === FINALS.ss) return [form]
  if (closed === FINALS.n || closed === FINALS.l) return []
  const endings = closed
    ? '다 고 지 는 기 게 은 을 어 아 었 았 으 습 자 던 도 네 거 니'
    : '다 고 지 는 기 게 면 니 서 자 던 도 요 려 세 네 거'
  return endings.split(' ').map((ending) => form + ending)
}

/** 가+아 = 가, 오+아 = 와, 배우+어 = 배워, 고치+어 = 고쳐, 쓰+어 = 써, 되+어 = 돼; each also with the past ㅆ. */
function contractions(head: string, last: string): string[] {
  const { vowel } = parts(last)
  const to: Record<number, number[]> = {
    [VOWELS.a]: [VOWELS.a],
    [VOWELS.ae]: [VOWELS.ae],
    [VOWELS.eo]: [VOWELS.eo],
    [VOWELS.e]: [VOWELS.e],
    [VOWELS.yeo]: [VOWELS.yeo],
    [VOWELS.o]: [VOWELS.wa],
    [VOWELS.oe]: [VOWELS.wae],
    [VOWELS.u]: [MORE_VOWELS.weo],
    [MORE_VOWELS.eu]: head ? [VOWELS.a, VOWELS.eo] : [VOWELS.eo],
    [MORE_VOWELS.i]: [VOWELS.yeo],
  }
  if (last === '하') return ['해', '했']
  return (to[vowel] ?? []).flatMap((changed) => {
    const contracted = withVowel(last, changed)
    const past = withFinal(contracted, FINALS.ss)
    // 머물러, 몰라: 르 is treated apart; 가 stays 가.
    return contracted === last ? [past] : [contracted, past]
  })
}

/** 모르 -> 몰라, 몰랐; 부르 -> 불러, 불렀. */
function lastOfHead(head: string): string[] {
  if (!head) return []
  const before = head.slice(0, -1) + withFinal(head.at(-1)!, FINALS.l)
  return ['라', '랐', '러', '렀'].map((end) => before + end)
}

function finals(character: string, ...names: (keyof typeof FINALS)[]): string[] {
  return names.map((name) => withFinal(character, FINALS[name]))
}

export function finalOf(character: string): number {
  const code = character.charCodeAt(0) - BASE
  return code >= 0 && code < 11172 ? code % 28 : 0
}

function parts(character: string): { initial: number; vowel: number; final: number } {
  const code = character.charCodeAt(0) - BASE
  if (code < 0 || code >= 11172) return { initial: -1, vowel: -1, final: -1 }
  return { initial: Math.floor(code / 588), vowel: Math.floor(code / 28) % 21, final: code % 28 }
}

function syllable(initial: number, vowel: number, final: number): string {
  return String.fromCharCode(BASE + (initial * 21 + vowel) * 28 + final)
}

function withFinal(character: string, final: number): string {
  const { initial, vowel } = parts(character)
  return initial < 0 ? character : syllable(initial, vowel, final)
}

function withVowel(character: string, vowel: number): string {
  const { initial, final } = parts(character)
  return initial < 0 ? character : syllable(initial, vowel, final)
}

function replaced(word: string, index: number, character: string): string {
  return word.slice(0, index) + character + word.slice(index + 1)
}

function set(words: string): Set<string> {
  return new Set(words.split(' '))
}
