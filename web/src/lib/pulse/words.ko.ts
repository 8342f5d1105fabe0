import { formatsIn } from './formats.ts'
import type { PulseWords } from './words.en.ts'

const { number, decimal, percent, points, span } = formatsIn('ko')

const units = { minutes: '분', hours: '시간', days: '일' }
const hours = (value: number) => {
  const { text, unit } = span(value)
  return text + units[unit]
}
const during = (name: string) => (name.endsWith('까지') ? `${name}는` : `${name}에는`)
const at = (name: string) => (name.endsWith('까지') ? name : `${name}에`)
const spans = { month: '달', quarter: '분기', year: '해' }
const sorts = { month: '월', quarter: '분기', year: '연도' }
const next = { month: '다음 달', quarter: '다음 분기', year: '이듬해' }

export const ko: PulseWords = {
  title: '광장의 맥박',
  description: '이 커뮤니티가 어떻게 지내는지, 누구나 확인할 수 있는 숫자로 보여줍니다.',
  lead: (now, before, zone) =>
    (before === null ? `${now}의 모습입니다.` : `${now}의 모습을 ${before}의 모습과 견줍니다.`) +
    ` 하루의 경계는 ${zone} 자정입니다.`,
  empty: '아직 셀 것이 없습니다',
  emptyIs:
    '누군가 글을 쓰기 시작하면, 누가 얼마나 빨리 답을 받았는지, 누가 다시 왔는지 여기에 나옵니다.',
  kinds: { month: '월', quarter: '분기', year: '연도', range: '기간 고르기' },
  kindsLabel: '기간의 길이',
  period: { month: '볼 달', quarter: '볼 분기', year: '볼 해' },
  from: '시작',
  to: '끝',
  show: '보기',
  earlier: '이전',
  later: '다음',
  asChart: '그림',
  asTable: '표',
  showAs: '보는 방식',
  tooFew: '데이터가 부족합니다',
  none: '–',
  during,
  hours,
  percent,
  ofCount: (share) => `${number(share.of)}건 가운데 ${number(share.count)}건`,
  ofPeople: (share) => `${number(share.of)}명 가운데 ${number(share.count)}명`,
  to95: (low, high) => (high === null ? `${low} 이상` : `${low}~${high}`),
  aYearBefore: '1년 전',
  beforeIt: '이전',

  terms: {
    counts: '무엇을 세나요',
    now: '이 기간',
    before: '이전 기간',
    change: '차이',
    care: '읽을 때 주의',
    interval: '구간',
  },
  keys: {
    now: '이 기간',
    band: '95% 구간',
    sameBefore: { year: '1년 전 같은 시기', range: '같은 길이만큼 이전' },
    newcomers: '처음 쓴 사람',
    regulars: '전에도 쓴 사람',
    topics: '이야기',
    replies: '답글',
  },
  heads: {
    period: '기간',
    questions: '질문',
    half: '절반이 답을 받기까지',
    interval: '95% 구간',
    waiting: '일주일간 답글 없음',
    share: '비율',
    members: '글을 쓴 사람',
    newcomers: '처음',
    topics: '이야기',
    replies: '답글',
    perTopic: '이야기당 답글',
    posts: '글',
    few: '절반을 쓴 사람 수',
    busiest: '가장 많이 쓴 사람의 비율',
    gini: '지니 계수',
    joined: '처음 쓴 때',
    people: '사람',
    hour: '시',
  },

  answered: {
    unit: units,
    strong: (m, name) => {
      if (m.topics === 0) return `${during(name)} 질문이 없었습니다.`
      if (m.topics < 20) return `${during(name)} 질문이 ${number(m.topics)}건뿐이었습니다.`
      const none = `일주일이 지나도 답글이 없던 질문은 ${percent(m.unanswered!.share)}입니다.`
      if (!m.median)
        return `${during(name)} 질문 ${number(m.topics)}건 가운데 답글을 받은 것이 절반에 못 미칩니다. ${none}`
      return `${during(name)} 질문 ${number(m.topics)}건의 절반이 ${hours(m.median.median)} 안에 답글을 받았습니다. ${none}`
    },
    few: '답이 얼마나 빨리 오는지 말하기에는 너무 적습니다. 20건이 필요합니다.',
    rest: (before, name, overlap) => {
      if (before.topics < 20 || !before.median)
        return `${during(name)} 질문이 적어 견줄 수 없습니다.`
      const was = `${during(name)} ${hours(before.median.median)}, ${percent(before.unanswered!.share)}였습니다.`
      if (overlap === null) return was
      return `${was} ${overlap ? '두 구간이 겹치므로 우연일 수 있습니다.' : '우연으로 보기 어려운 차이입니다.'}`
    },
    is: '질문부터 본인과 시스템이 아닌 다른 사람의 첫 답글까지 걸린 시간입니다. 아직 기다리는 질문도 빼지 않고 기다린 만큼 셉니다(카플란-마이어).',
    drawn: (name) => `질문의 절반이 답글을 받기까지 걸린 시간과 구간, ${name}까지`,
  },
  unanswered: {
    strong: (share) =>
      `질문 ${number(share.of)}건 가운데 ${number(share.count)}건은 일주일이 지나도 답글이 없었습니다(${percent(share.share)}).`,
    rest: (before, name, change) => {
      const was = `${during(name)} ${number(before.of)}건 가운데 ${number(before.count)}건, ${percent(before.share)}였습니다.`
      if (!change) return was
      const chance = change.low <= 0 && change.high >= 0
      return `${was} ${chance ? '차이는 우연일 수 있습니다.' : '우연으로 보기 어려운 차이입니다.'}`
    },
    is: '7일 안에 다른 멤버의 답글을 받지 못한 질문입니다. 아직 7일이 지나지 않은 질문도 기다리는 것으로 셉니다.',
    drawn: (name) => `일주일간 답글이 없던 질문의 비율과 구간, ${name}까지`,
    change: (change) => `${points(change.by)}퍼센트포인트`,
  },
  people: {
    strong: (m, name) =>
      m.contributors === 0
        ? `${during(name)} 아무도 쓰지 않았습니다.`
        : `${during(name)} ${number(m.contributors)}명이 글을 썼고, 그 가운데 ${number(m.newcomers)}명은 처음이었습니다.`,
    rest: (before, name) =>
      `${during(name)} ${number(before.contributors)}명, 처음은 ${number(before.newcomers)}명이었습니다.`,
    is: '이야기나 답글을 하나라도 쓴 멤버입니다. 처음: 첫 글이 이 기간에 있는 사람. 시스템과 자동 글은 세지 않습니다.',
    whole: '추정이 아니라 모두 센 값이어서 구간이 없습니다.',
    drawn: (name) => `글을 쓴 사람 수, 위는 처음 쓴 사람, 아래는 전에도 쓴 사람, ${name}까지`,
    value: (m) => `${number(m.contributors)}명, 처음 ${number(m.newcomers)}명`,
  },
  posts: {
    strong: (m, name) =>
      `${during(name)} 이야기 ${number(m.topics)}건과 답글 ${number(m.replies)}건이 올라왔습니다.`,
    rest: (now, before, name) =>
      before === null
        ? `이야기 하나에 답글 ${decimal(now)}건입니다.`
        : `이야기 하나에 답글 ${decimal(now)}건이고, ${during(name)} ${decimal(before)}건이었습니다.`,
    is: '멤버가 연 이야기와, 멤버가 쓴 나머지 글 모두(답글)입니다. 숨긴 글은 세고, 지운 글과 시스템 기록은 세지 않습니다.',
    drawn: (name) => `이야기와 답글의 수, ${name}까지`,
    value: (m) => `${number(m.topics)}건과 ${number(m.replies)}건`,
  },
  few: {
    strong: (m, posts) =>
      `글 ${number(posts)}건의 절반을 ${number(m.contributors)}명 가운데 ${number(m.absenceFactor)}명이 썼습니다.`,
    rest: (m, before, name) =>
      (before
        ? `${during(name)} ${number(before.contributors)}명 가운데 ${number(before.absenceFactor)}명이었습니다. `
        : '') + `가장 많이 쓴 사람은 전체의 ${percent(m.busiest!.share)}입니다.`,
    is: '글의 절반 이상을 쓴 가장 적은 사람 수입니다. 몇 명이 떠나면 절반이 사라지는지 보여줍니다. 지니 계수는 모두 똑같이 쓰면 0, 한 사람이 거의 다 쓰면 1에 가까워집니다.',
    care: '두 사람 이하가 이곳을 떠받치고 있습니다. 누구와 일을 나눌지 생각할 때입니다.',
    drawn: (name) => `글의 절반을 쓴 사람 수, ${name}까지`,
    value: (m, gini) =>
      `${number(m.contributors)}명 가운데 ${number(m.absenceFactor)}명, 지니 계수 ${gini}`,
  },
  kept: {
    strong: (share, name, unit) =>
      `${at(name)} 처음 쓴 사람의 ${share}가 ${next[unit]}에도 썼습니다.`,
    rest: (low, high, unit) =>
      low === high
        ? `그 전 ${spans[unit]}에는 ${low}였습니다.`
        : `그 전에는 ${low}~${high}였습니다.`,
    alone: '스무 명 이상인 때는 여기뿐입니다.',
    tooFew: '처음 쓴 사람이 적어 견줄 수 없습니다.',
    tooFewIs: '뒤를 따라가 볼 사람이 20명 이상인 때가 없습니다.',
    is: (unit) =>
      `처음 글을 쓴 ${sorts[unit]}별로 멤버를 나누고, 그 뒤 각 ${spans[unit]}에 쓴 사람의 비율(%)을 셉니다.`,
    first: { month: '0개월', quarter: '0분기', year: '0년' },
    legend: '다시 쓴 사람의 비율(%)',
    steps: (low, high) => `${low} 미만~${high} 이상`,
    few: '20명이 안 되는 칸은 색이 없고, 10명이 안 되는 칸은 비워 둡니다.',
  },
  hours24: {
    strong: (weekday, hour) => `글이 가장 많이 올라오는 요일은 ${weekday}, 시간대는 ${hour}입니다.`,
    rest: (hour) => `가장 적은 시간대는 ${hour}입니다.`,
    between: (hour) => `${hour}시~${hour + 1}시`,
    is: (zone) => `멤버의 글을 요일과 시각으로 센 것입니다(${zone}).`,
    caption: '요일과 시각별 글 수',
    legend: '한 시간의 글 수',
    legendOfThree: '세 시간의 글 수',
    steps: (low, high) => `${low}~${high}`,
    weekdays: ['월요일', '화요일', '수요일', '목요일', '금요일', '토요일', '일요일'],
    posts: (n) => `글 ${number(n)}건`,
  },
}
