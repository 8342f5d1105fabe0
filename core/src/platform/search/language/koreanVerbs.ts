import { FINAL, changed, finalOf, vowelOf } from './jamo.ts'

/**
 * Forms of Korean verbs and adjectives by rule. A form is a beginning (`만들` stands for 만들고, 만들어서 …); `_쓴`
 * stands for the syllable alone between spaces.
 */
export interface Stem {
  stem: string
  /** The dictionary form was given; otherwise the ending is a guess. */
  sure: boolean
}

const ENDING =
  /^(.{2,}?)(?:습니다|었습니다|았습니다|었다|았다|었어요|았어요|어요|아요|려고|려면|는데|니까|세요|면서|는|기|고|지|게|면|며|도록|거나|던)$/

export function verbStem(word: string): Stem | null {
  if (word.length >= 2 && word.endsWith('다')) return { stem: word.slice(0, -1), sure: true }
  const stem = ENDING.exec(word)?.[1]
  return stem ? { stem, sure: false } : null
}

/** Beginnings of all forms of a verb: the regular ones, the contracted ones, and the irregular classes. */
export function verbForms(stem: string): string[] {
  const head = stem.slice(0, -1)
  const last = stem.at(-1)!
  const forms = [...regular(last), ...irregular(last, head)].map((form) => head + form)
  return [
    ...new Set([stem, ...forms, ...doubledL(head, last)].flatMap((form) => spelledOut(form, stem))),
  ]
}

function regular(last: string): string[] {
  const final = finalOf(last)
  if (final === FINAL.none) return [...withFinals(last, 'n', 'l', 'b', 'm'), ...contracted(last)]
  if (final === FINAL.l)
    return [changed(last, { final: FINAL.none }), ...withFinals(last, 'n', 'b')]
  return []
}

/** ㅂ to 우, ㄷ to ㄹ, ㅅ gone, ㅎ gone (the last in longer stems only: 그렇다, but 좋다). */
function irregular(last: string, head: string): string[] {
  const open = changed(last, { final: FINAL.none })
  const liquid = changed(last, { final: FINAL.l })
  const join = (stem: string, ends: string) => ends.split(' ').map((end) => stem + end)
  switch (finalOf(last)) {
    case FINAL.b:
      return join(open, '운 울 움 우 워 웠 와 왔')
    case FINAL.d:
      return join(liquid, '어 었 은 을 으 아 았')
    case FINAL.s:
      return join(open, '어 었 은 을 으 아 았')
    case FINAL.h:
      return head ? [...withFinals(last, 'n', 'l'), changed(open, { vowel: V.ae })] : []
    default:
      return []
  }
}

const V = {
  a: 0,
  ae: 1,
  eo: 4,
  e: 5,
  yeo: 6,
  o: 8,
  wa: 9,
  wae: 10,
  oe: 11,
  u: 13,
  weo: 14,
  eu: 18,
  i: 20,
}
/** 가+아 = 가, 오+아 = 와, 배우+어 = 배워, 고치+어 = 고쳐, 쓰+어 = 써, 되+어 = 돼. */
const CONTRACTED: Record<number, number[]> = {
  [V.a]: [V.a],
  [V.ae]: [V.ae],
  [V.eo]: [V.eo],
  [V.e]: [V.e],
  [V.yeo]: [V.yeo],
  [V.o]: [V.wa],
  [V.oe]: [V.wae],
  [V.u]: [V.weo],
  [V.eu]: [V.eo, V.a],
  [V.i]: [V.yeo],
}

function contracted(last: string): string[] {
  if (last === '하') return ['해', '했']
  return (CONTRACTED[vowelOf(last)] ?? []).flatMap((vowel) => {
    const syllable = changed(last, { vowel })
    return [syllable, changed(syllable, { final: FINAL.ss })]
  })
}

/** 모르 -> 몰라, 몰랐; 부르 -> 불러, 불렀. */
function doubledL(head: string, last: string): string[] {
  if (last !== '르' || !head) return []
  const before = head.slice(0, -1) + changed(head.at(-1)!, { final: FINAL.l })
  return ['라', '랐', '러', '렀'].map((end) => before + end)
}

const AFTER_OPEN = '다 고 지 는 기 게 면 며 니 서 자 던 도 요 려 세 네 거 시 셨 나 냐 죠 러'
const AFTER_CLOSED = '다 고 지 는 기 게 은 을 음 어 아 었 았 으 습 자 던 도 네 거 니 나 냐 죠 면 며'
const AFTER_CONTRACTED = '서 요 도 야 라 봐 보 주 줘 준 줄 져 졌 진 놓 놨 버'
const AFTER_N = '다 데 지 거 것'
const AFTER_L = '수 때 게 까 래 지 거 것'
const AFTER_B = '니 시'

/** One-syllable beginnings would find half the language; they are written out with their likeliest endings. */
function spelledOut(form: string, stem: string): string[] {
  if (form.length > 1) return [form]
  const final = finalOf(form)
  const ends = (endings: string) => endings.split(' ').map((end) => form + end)
  if (form === stem) return ends(final ? AFTER_CLOSED : AFTER_OPEN)
  if (final === FINAL.ss) return [form]
  if (final === FINAL.n) return [`_${form}`, ...ends(AFTER_N)]
  if (final === FINAL.l) return [`_${form}`, ...ends(AFTER_L)]
  if (final === FINAL.b) return ends(AFTER_B)
  if (final === FINAL.m) return [`_${form}`]
  // 여는, 아는: a stem in ㄹ without it; otherwise 써, 봐.
  return finalOf(stem) === FINAL.l
    ? ends('는 니 세 네 시 셨 나')
    : [`_${form}`, ...ends(AFTER_CONTRACTED)]
}

function withFinals(character: string, ...names: (keyof typeof FINAL)[]): string[] {
  return names.map((name) => changed(character, { final: FINAL[name] }))
}
