import { isMet, type Judged, type Section, type Table } from './part.ts'
import type { Machine } from './machine.ts'

/** A part as it is kept: when and where it was measured, and what came out. */
export type Kept = {
  date: string
  commit: string
  machine: Machine & { postgresql: string }
  seconds: number
  posts: number
  data: unknown
}

export type Told = { name: string; kept: Kept; section: Section }

/** The page of all figures, each beside its aim. */
export function report(told: Told[]): string {
  const heads = [...new Set(told.map(({ kept }) => measuredOn(kept)))]
  return [
    '# Measured',
    '',
    ...heads.map((head) => `${head}${heads.length > 1 ? ` (${namesOf(told, head)})` : ''}  `),
    '',
    'Written by `npm run bench`; the raw numbers stand in `results.json`. Server, PostgreSQL and load generator share the cores; between runs figures differ by a tenth to a quarter.',
    '',
    '## Figures and aims',
    '',
    ...table({
      head: ['figure', 'is', 'aim', '', 'beside'],
      rows: told.flatMap(({ section }) => section.judged.map(judgedRow)),
    }),
    ...told.flatMap(({ section }) => sectionLines(section)),
  ].join('\n')
}

/** The same in a few lines, for the terminal. */
export function verdicts(section: Section): string {
  return section.judged
    .map((one) => judgedRow(one))
    .map(
      ([what, is, aim, word]) =>
        `  ${word === 'met' ? 'met   ' : 'MISSED'}  ${what}: ${is} (${aim})`,
    )
    .join('\n')
}

function judgedRow(judged: Judged): string[] {
  const { what, is, unit, aim, beside } = judged
  const word = isMet(judged) ? 'met' : 'missed'
  if (unit === 'yes') return [what, is ? 'yes' : 'no', 'yes', word, beside ?? '']
  const wished = 'atLeast' in aim ? `≥ ${number(aim.atLeast)}` : `≤ ${number(aim.atMost)}`
  const figure = is === null ? 'not measured' : `${number(is)} ${unit}`.trim()
  return [what, figure, wished, word, beside ?? '']
}

function sectionLines({ title, tables, notes }: Section): string[] {
  return ['', `## ${title}`, '', ...notes.flatMap((note) => [note, '']), ...tables.flatMap(titled)]
}

function titled({ title, ...rest }: Table): string[] {
  return [...(title ? [`**${title}**`, ''] : []), ...table(rest), '']
}

function table({ head, rows }: Table): string[] {
  const cells = [head, ...rows].map((row) =>
    row.map((cell) => (typeof cell === 'number' ? number(cell) : cell.replaceAll('|', '\\|'))),
  )
  const [first, ...others] = cells.map((row) => `| ${row.join(' | ')} |`)
  return [first!, `|${head.map(() => ' --- |').join('')}`, ...others]
}

function number(value: number): string {
  return Number.isNaN(value) ? '–' : value.toLocaleString('en', { maximumFractionDigits: 4 })
}

function measuredOn({ date, commit, machine: m, posts }: Kept): string {
  return `${date}, commit ${commit}, ${posts.toLocaleString('en')} posts: ${m.cpu}, ${m.cores} cores, ${m.gigabytes} GB, ${m.system}, Node ${m.node}, PostgreSQL ${m.postgresql}`
}

function namesOf(told: Told[], head: string): string {
  return told
    .filter(({ kept }) => measuredOn(kept) === head)
    .map(({ name }) => name)
    .join(', ')
}
