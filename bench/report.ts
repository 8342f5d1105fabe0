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
    'Written by `npm run bench`; the raw numbers stand in `results.json`. Two shared cores carry the server, PostgreSQL and the load generator together; between runs figures differ by a tenth to a quarter.',
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
  const wished = 'atLeast' in aim ? `≥ ${number(aim.atLeast)}` : `≤ ${number(aim.atMost)}`
  const figure = is === null ? 'not measured' : `${number(is)} ${unit}`.trim()
  return [what, figure, wished, isMet(judged) ? 'met' : 'missed', beside ?? '']
}

function sectionLines({ title, tables, notes }: Section): string[] {
  return ['', `## ${title}`, '', ...notes.flatMap((note) => [note, '']), ...tables.flatMap(titled)]
}

function titled({ title, ...rest }: Table): string[] {
  return [...(title ? [`**${title}**`, ''] : []), ...table(rest), '']
}

/** Cells in columns of one width, so that it can be read as it is and a formatter leaves it. */
function table({ head, rows }: Table): string[] {
  const cells = [head, ...rows].map((row) =>
    row.map((cell) => (typeof cell === 'number' ? number(cell) : cell.replaceAll('|', '\\|'))),
  )
  const widths = head.map((_, at) => Math.max(3, ...cells.map((row) => widthOf(row[at]!))))
  const line = (row: string[]) =>
    `| ${row.map((cell, at) => cell + ' '.repeat(widths[at]! - widthOf(cell))).join(' | ')} |`
  return [
    line(cells[0]!),
    `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`,
    ...cells.slice(1).map(line),
  ]
}

/** Kanji and hangul take two columns. */
function widthOf(text: string): number {
  return [...text].reduce(
    (sum, sign) =>
      sum + (/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7ff\uff01-\uff60]/.test(sign) ? 2 : 1),
    0,
  )
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
