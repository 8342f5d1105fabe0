import { formatsIn } from './formats.ts'
import type { PulseWords } from './words.en.ts'

const { number, decimal, percent, points, span } = formatsIn('ja')

const units = { minutes: '分', hours: '時間', days: '日' }
const hours = (value: number) => {
  const { text, unit } = span(value)
  return text + units[unit]
}
const during = (name: string) => `${name}は`
const spans = { month: '月', quarter: '四半期', year: '年' }
const next = { month: '翌月', quarter: '次の四半期', year: '翌年' }

export const ja: PulseWords = {
  title: '広場の脈',
  description: 'このコミュニティの暮らしを、誰でも確かめられる数字で見せます。',
  lead: (now, before, zone) =>
    (before === null ? `${now}の数字です。` : `${now}を${before}と比べています。`) +
    `一日の境は${zone}の午前0時です。`,
  empty: 'まだ数えるものがありません',
  emptyIs: '誰かが書きはじめると、返信がついた人、つくまでの時間、戻ってきた人がここに出ます。',
  kinds: { month: '月', quarter: '四半期', year: '年', range: '期間を選ぶ' },
  kindsLabel: '期間の長さ',
  period: { month: '見る月', quarter: '見る四半期', year: '見る年' },
  from: '始まり',
  to: '終わり',
  show: '見る',
  earlier: '前へ',
  later: '次へ',
  asChart: '図',
  asTable: '表',
  showAs: '見せ方',
  tooFew: 'データが足りません',
  none: '–',
  during,
  hours,
  percent,
  ofCount: (share) => `${number(share.of)}件中${number(share.count)}件`,
  ofPeople: (share) => `${number(share.of)}人中${number(share.count)}人`,
  to95: (low, high) => (high === null ? `${low}以上` : `${low}〜${high}`),
  aYearBefore: '1年前',
  beforeIt: '前',

  terms: {
    counts: '数えているもの',
    now: 'この期間',
    before: '前の期間',
    change: '差',
    care: '読むときの注意',
    interval: '区間',
  },
  keys: {
    now: 'この期間',
    band: '95%区間',
    sameBefore: { year: '1年前の同じ時期', range: '同じ長さだけ前' },
    newcomers: '初めて書いた人',
    regulars: '前にも書いた人',
    topics: 'トピック',
    replies: '返信',
  },
  heads: {
    period: '期間',
    questions: '質問',
    half: '半分に返信がつくまで',
    interval: '95%区間',
    waiting: '1週間返信なし',
    share: '割合',
    members: '書いた人',
    newcomers: '初めて',
    topics: 'トピック',
    replies: '返信',
    perTopic: 'トピックあたり返信',
    posts: '投稿',
    few: '半分を書いた人数',
    busiest: '最も多い人の割合',
    gini: 'ジニ係数',
    joined: '初めて書いた時期',
    people: '人数',
    hour: '時',
  },

  answered: {
    unit: units,
    strong: (m, name) => {
      if (m.topics === 0) return `${name}の質問はありませんでした。`
      if (m.topics < 20) return `${name}の質問は${number(m.topics)}件だけでした。`
      const none = `1週間たっても返信がなかったのは${percent(m.unanswered!.share)}です。`
      if (!m.median)
        return `${name}の質問${number(m.topics)}件のうち、返信がついたのは半分に届きません。${none}`
      return `${name}は、質問${number(m.topics)}件の半分に${hours(m.median.median)}以内に返信がつきました。${none}`
    },
    few: 'どれだけ早く返信がつくかを言うには少なすぎます。20件が要ります。',
    rest: (before, name, overlap) => {
      if (before.topics < 20 || !before.median) return `${name}は質問が少なく、比べられません。`
      const was = `${name}は${hours(before.median.median)}、${percent(before.unanswered!.share)}でした。`
      if (overlap === null) return was
      return (
        was +
        (overlap
          ? '二つの区間は重なるので、偶然かもしれません。'
          : '偶然では説明のつかない差です。')
      )
    },
    is: '質問から、本人とシステム以外による最初の返信までの時間です。まだ待っている質問は除かず、待った時間だけ数えに入れます（カプラン・マイヤー法）。',
    drawn: (name) => `質問の半分に返信がつくまでの時間と区間、${name}まで`,
  },
  unanswered: {
    strong: (share) =>
      `質問${number(share.of)}件のうち${number(share.count)}件は、1週間たっても返信がありませんでした（${percent(share.share)}）。`,
    rest: (before, name, change) => {
      const was = `${name}は${number(before.of)}件中${number(before.count)}件、${percent(before.share)}でした。`
      if (!change) return was
      const chance = change.low <= 0 && change.high >= 0
      return was + (chance ? '差は偶然かもしれません。' : '偶然とは言いにくい差です。')
    },
    is: '7日のうちに、ほかのメンバーから返信がつかなかった質問です。まだ7日たっていない質問も、待っているものとして数えます。',
    drawn: (name) => `1週間返信のない質問の割合と区間、${name}まで`,
    change: (change) => `${points(change.by)}ポイント`,
  },
  people: {
    strong: (m, name) =>
      m.contributors === 0
        ? `${name}は誰も書きませんでした。`
        : `${name}は${number(m.contributors)}人が書き、うち${number(m.newcomers)}人は初めてでした。`,
    rest: (before, name) =>
      `${name}は${number(before.contributors)}人、うち初めては${number(before.newcomers)}人でした。`,
    is: 'トピックか返信を一つでも書いたメンバーです。「初めて」は、最初の投稿がこの期間にある人。システムや自動の投稿は数えません。',
    whole: '推定ではなく、すべて数えた値です。区間はありません。',
    drawn: (name) => `書いた人数、上が初めての人、下が前にも書いた人、${name}まで`,
    value: (m) => `${number(m.contributors)}人、初めて${number(m.newcomers)}人`,
  },
  posts: {
    strong: (m, name) =>
      `${name}に書かれたのは、トピック${number(m.topics)}件と返信${number(m.replies)}件です。`,
    rest: (now, before, name) =>
      `トピック一つに返信${decimal(now)}件` +
      (before === null ? 'です。' : `、${name}は${decimal(before)}件でした。`),
    is: 'メンバーが開いたトピックと、そのほかのメンバーの投稿すべて（返信）。非表示の投稿は数え、削除された投稿とシステムの記録は数えません。',
    drawn: (name) => `トピックと返信の数、${name}まで`,
    value: (m) => `${number(m.topics)}件と${number(m.replies)}件`,
  },
  few: {
    strong: (m, posts) =>
      `投稿${number(posts)}件の半分は、${number(m.contributors)}人中${number(m.absenceFactor)}人が書きました。`,
    rest: (m, before, name) =>
      (before
        ? `${name}は${number(before.contributors)}人中${number(before.absenceFactor)}人でした。`
        : '') + `最も多く書いた人は全体の${percent(m.busiest!.share)}です。`,
    is: '投稿の半分以上を書いた、最も少ない人数です。何人いなくなると半分が失われるかを示します。ジニ係数は、みな同じだけ書けば0、一人がほとんど書けば1に近づきます。',
    care: 'この場所は、一人か二人に支えられています。誰と分け合えるかを考えるときです。',
    drawn: (name) => `投稿の半分を書いた人数、${name}まで`,
    value: (m, gini) =>
      `${number(m.contributors)}人中${number(m.absenceFactor)}人、ジニ係数${gini}`,
  },
  kept: {
    strong: (share, name, unit) =>
      `${name}に初めて書いた人の${share}が、${next[unit]}にも書きました。`,
    rest: (low, high, unit) =>
      low === high
        ? `その前の${spans[unit]}は${low}でした。`
        : `それより前は${low}〜${high}でした。`,
    alone: '20人以上いるのはこの時期だけです。',
    tooFew: '初めて書いた人が少なく、比べられません。',
    tooFewIs: '追っていける人が20人以上いる時期がありません。',
    is: (unit) =>
      `最初に投稿した${spans[unit]}でメンバーを分け、その後の${spans[unit]}に書いた人の割合（%）です。`,
    first: { month: '0か月', quarter: '0期', year: '0年' },
    legend: 'また書いた人の割合（%）',
    steps: (low, high) => `${low}未満〜${high}以上`,
    few: '20人に満たない欄は色をつけず、10人に満たない欄は空けます。',
  },
  hours24: {
    strong: (weekday, hour) => `最も多く書かれる曜日は${weekday}、時間帯は${hour}です。`,
    rest: (hour) => `最も少ない時間帯は${hour}です。`,
    between: (hour) => `${hour}時台`,
    is: (zone) => `メンバーの投稿を曜日と時刻で数えたものです（${zone}）。`,
    caption: '曜日と時刻ごとの投稿数',
    legend: '1時間あたりの投稿数',
    legendOfThree: '3時間あたりの投稿数',
    steps: (low, high) => `${low}〜${high}`,
    weekdays: ['月曜', '火曜', '水曜', '木曜', '金曜', '土曜', '日曜'],
    posts: (n) => `投稿${number(n)}件`,
  },
}
