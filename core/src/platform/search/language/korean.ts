import { FINAL, changed, finalOf, jamoOf } from './jamo.ts'
import type { Jamo } from './jamo.ts'

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
  const closed = final > 0 && !(final === FINAL.l && particle.startsWith('로'))
  return closed ? !AFTER_VOWEL.has(particle) : !AFTER_CONSONANT.has(particle)
}

/** The noun in a 하다 or 되다 verb, whatever its ending, and how such a verb may go on. */
export function nounVerb(word: string): { noun: string; forms: string[] } | null {
  const match =
    /^(.{2,}?)(?:(하|한|할|함|합|해|했|하여)|(되|된|될|됨|됩|돼|됐))(다|는|기|지|고|게|면|며|자|도록|려면|려고|니다|요|서|야|던|여|어요|어|습니다|니까|거나|었다|였다|으로|은|을|를|세요|시다|주세요)?$/.exec(
      word,
    )
  if (!match) return null
  const [, noun = '', doing] = match
  const tails = doing
    ? ['하', '한', '할', '함', '합', '해', '했']
    : ['되', '된', '될', '됨', '됩', '돼', '됐']
  return { noun, forms: tails.map((tail) => noun + tail) }
}

const VOWEL_PAIRS =
  '에어 에애 에이 에으 어오 어아 애아 애이 야요 야오 여어 유우 요오 이위 이으'.split(' ')
const TENSE_PAIRS = '까카 따타 빠파 싸사 짜차 까가 따다 빠바 짜자'.split(' ')
const [SHORTEST_LOAN, LONGEST_LOAN] = [3, 8]

/**
 * Loan words are spelled by ear: another vowel, a tense consonant. One syllable differs at a time; nonsense among
 * the results costs little, for nobody wrote it.
 */
export function loanSpellings(word: string): string[] {
  if (word.length < SHORTEST_LOAN || word.length > LONGEST_LOAN) return []
  const found: string[] = []
  for (let i = 0; i < word.length; i++) {
    for (const other of heardAlike(word[i]!))
      found.push(word.slice(0, i) + other + word.slice(i + 1))
  }
  return found
}

function heardAlike(character: string): string[] {
  const own = jamoOf(character)
  if (!own) return []
  const vowels = VOWEL_PAIRS.flatMap((pair) => otherOf(pair, own, 'vowel'))
  const initials = TENSE_PAIRS.flatMap((pair) => otherOf(pair, own, 'initial').slice(0, 1))
  return [
    ...vowels.map((vowel) => changed(character, { vowel })),
    ...initials.map((initial) => changed(character, { initial })),
  ]
}

/** The partner's jamo when the syllable has one of the pair's; tense consonants only become plain. */
function otherOf(pair: string, own: Jamo, kind: 'vowel' | 'initial'): number[] {
  const [a, b] = [...pair].map((each) => jamoOf(each)![kind]) as [number, number]
  if (own[kind] === a) return [b]
  return kind === 'vowel' && own[kind] === b ? [a] : []
}

function set(words: string): Set<string> {
  return new Set(words.split(' '))
}
