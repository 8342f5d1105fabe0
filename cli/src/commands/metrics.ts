import { CommanderError, Option, type Command } from 'commander'
import type { Cohort, Figure, Unit } from '@hiroba/core/insights'
import type { Here, Locale } from '@hiroba/core/platform'
import { fill, operatorsLanguage } from '../language.ts'

type Given = {
  community: string
  from?: string
  to?: string
  by: Unit
  timezone?: string
  cohorts?: boolean
  json?: boolean
}

export function metricsCommand(program: Command): void {
  program
    .command('metrics')
    .description('how a community lives, in figures; docs/figures.md says what each counts')
    .requiredOption('--community <slug>', 'which community')
    .option('--from <period>', 'first period, such as 2014-01; the first post when absent')
    .option('--to <period>', 'last period, included; the newest post when absent')
    .addOption(
      new Option('--by <unit>', 'a line for each')
        .choices(['day', 'week', 'month', 'quarter', 'year'])
        .default('month'),
    )
    .option('--timezone <zone>', 'such as Asia/Tokyo; the community’s own when absent')
    .option('--cohorts', 'newcomers of each period, and how many of them wrote again')
    .option('--json', 'print JSON')
    .action(metrics)
}

async function metrics(given: Given): Promise<void> {
  const { withHiroba, printJson } = await import('../run.ts')
  const { cohorts, figures } = await import('@hiroba/core/insights')
  await check(given)
  await withHiroba({}, async ({ communityHere }) => {
    const here = await communityHere(given.community)
    const asked = await stretchOf(here, given)
    if (!asked) {
      if (given.json) printJson([])
      else console.log(words.nothing[operatorsLanguage()])
      return
    }
    await check({ ...given, ...asked })
    if (given.cohorts) {
      const found = await cohorts(here, asked)
      return given.json ? printJson(found) : console.log(table(cohortRows(found)))
    }
    const found = await figures(here, asked)
    return given.json ? printJson(found) : console.log(table(figureRows(found)))
  })
}

/** What cannot be asked is said before the database is opened, in one sentence, with exit code 2. */
async function check({ from, to, by, timezone }: Given): Promise<void> {
  const { isRefusal } = await import('@hiroba/core/platform')
  const { periodsBetween } = await import('@hiroba/core/insights')
  const [first, last] = [from ?? to ?? '2000', to ?? from ?? '2000']
  try {
    periodsBetween({ from: first, to: last, by, timeZone: timezone ?? 'UTC' })
  } catch (error) {
    const said = isRefusal(error) && mistakes[error.code]?.[operatorsLanguage()]
    if (!said) throw error
    console.error(fill(said, error.data))
    throw new CommanderError(2, error.code, said)
  }
}

/** From the first post to the newest, where nothing else was asked for; null before the first post. */
async function stretchOf(here: Here, { from, to, by, timezone }: Given) {
  const { monthsWritten } = await import('@hiroba/core/insights')
  const zone = timezone ? { timeZone: timezone } : {}
  if (from && to) return { from, to, by, ...zone }
  const written = await monthsWritten(here, timezone)
  if (!written) return null
  return { from: from ?? written.first, to: to ?? written.last, by, ...zone }
}

function figureRows(figures: Figure[]): string[][] {
  const language = operatorsLanguage()
  const number = new Intl.NumberFormat(language)
  const short = new Intl.NumberFormat(language, { maximumFractionDigits: 2 })
  const share = new Intl.NumberFormat(language, { style: 'percent' })
  const or = (value: number | null, format: Intl.NumberFormat) =>
    value === null ? '–' : format.format(value)
  const rows = figures.map((figure) => [
    figure.period,
    number.format(figure.contributors),
    number.format(figure.new_contributors),
    number.format(figure.topics),
    number.format(figure.replies),
    or(figure.unanswered_7d, share),
    or(figure.ttfr_median_hours, short),
    number.format(figure.absence_factor),
    or(figure.gini, short),
  ])
  return [heads[language], ...rows]
}

function cohortRows(cohorts: Cohort[]): string[][] {
  const longest = Math.max(0, ...cohorts.map((cohort) => cohort.retained.length))
  const later = Array.from({ length: longest }, (_, k) => (k ? `+${k}` : '0'))
  return [
    [words.cohort[operatorsLanguage()], ...later],
    ...cohorts.map(({ cohort, retained }) => [cohort, ...retained.map(String)]),
  ]
}

/** Columns side by side, the first to the left and numbers to the right. */
function table(rows: string[][]): string {
  const count = Math.max(...rows.map((row) => row.length))
  const widths = Array.from({ length: count }, (_, at) =>
    Math.max(...rows.map((row) => widthOf(row[at] ?? ''))),
  )
  const cell = (text: string, at: number) => {
    const space = ' '.repeat(widths[at]! - widthOf(text))
    return at === 0 ? text + space : space + text
  }
  return rows.map((row) => row.map(cell).join('  ').trimEnd()).join('\n')
}

/** Kana, kanji and hangul take two columns of a terminal. */
function widthOf(text: string): number {
  return [...text].reduce(
    (sum, sign) =>
      sum + (/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7ff\uff01-\uff60]/.test(sign) ? 2 : 1),
    0,
  )
}

const heads: Record<Locale, string[]> = {
  en: [
    'period',
    'people',
    'new',
    'topics',
    'replies',
    'no answer in 7 d',
    'half answered in h',
    'absence factor',
    'gini',
  ],
  ja: [
    '期間',
    '書いた人',
    '初めて',
    'トピック',
    '返信',
    '7日返信なし',
    '半数に返信(時間)',
    '不在係数',
    'ジニ係数',
  ],
  ko: [
    '기간',
    '쓴 사람',
    '처음',
    '이야기',
    '답글',
    '7일간 답글 없음',
    '절반이 답을 받기까지(시간)',
    '부재 계수',
    '지니 계수',
  ],
}

const words = {
  cohort: { en: 'first post in', ja: '初投稿の時期', ko: '첫 글을 쓴 때' },
  nothing: {
    en: 'Nobody has written here yet, so there is nothing to measure.',
    ja: 'まだ誰も書いていないので、数えるものがありません。',
    ko: '아직 아무도 글을 쓰지 않아 셀 것이 없습니다.',
  },
} satisfies Record<string, Record<Locale, string>>

const mistakes: Record<string, Record<Locale, string>> = {
  period_bad: {
    en: '"{period}" is no period: write 2014, 2014-Q1, 2014-01, 2014-W03 or 2014-01-05.',
    ja: '「{period}」は期間として読めません。2014、2014-Q1、2014-01、2014-W03、2014-01-05 のように書いてください。',
    ko: '"{period}"은(는) 기간이 아닙니다. 2014, 2014-Q1, 2014-01, 2014-W03, 2014-01-05처럼 쓰세요.',
  },
  period_order: {
    en: '--from {from} lies after --to {to}: change the two round.',
    ja: '--from {from} が --to {to} より後です。入れ替えてください。',
    ko: '--from {from}이(가) --to {to}보다 늦습니다. 둘을 바꿔 주세요.',
  },
  periods_too_many: {
    en: 'That makes more than {most} lines: ask for a shorter time, or for longer periods with --by.',
    ja: '{most} 行を超えます。期間を短くするか、--by で長い単位にしてください。',
    ko: '{most}줄이 넘습니다. 기간을 줄이거나 --by로 더 긴 단위를 고르세요.',
  },
  time_zone_bad: {
    en: '"{timeZone}" is not a time zone: write one such as Asia/Tokyo, Asia/Seoul or UTC.',
    ja: '「{timeZone}」はタイムゾーンではありません。Asia/Tokyo のように書いてください。',
    ko: '"{timeZone}"은(는) 시간대가 아닙니다. Asia/Seoul처럼 쓰세요.',
  },
}
