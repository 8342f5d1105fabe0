import type { EChartsCoreOption } from 'echarts/core'
import type * as Parts from './echarts.ts'

/**
 * Colours as ECharts is told them. Each stands for a custom property of the page, which takes its
 * place in the finished drawing: so one drawing follows light, dark and the community's accent.
 */
export const colour = {
  accent: '#0a0001',
  muted: '#0a0002',
  ink: '#0a0003',
  line: '#0a0004',
  rule: '#0a0005',
  'chart-1': '#0a0011',
  'chart-2': '#0a0012',
  'chart-3': '#0a0013',
  'chart-before': '#0a0020',
} as const

export type Colour = keyof typeof colour

/** A drawing for a wide screen and one drawn anew for a phone, both complete `<svg>` elements. */
export type Drawing = { wide: string; narrow: string }

export type Canvas = {
  width: number
  height: number
  /** Free space around the plot; labels stand in it. */
  left: number
  right: number
  top: number
  bottom: number
}

export const wide: Canvas = { width: 760, height: 262, left: 44, right: 136, top: 34, bottom: 42 }
export const narrow: Canvas = { width: 335, height: 232, left: 32, right: 58, top: 30, bottom: 30 }

/** What ECharts draws, and marks of ours above it, in the same coordinates. */
export type Plot = { option: EChartsCoreOption; marks: string[] }

/**
 * Draws with ECharts on the server. No style element and no script is left in the drawing, ids are
 * none: it may stand any number of times in a page under a strict content security policy.
 */
export async function drawn(
  description: string,
  canvas: Canvas,
  kind: 'wide' | 'narrow',
  plot: Plot,
): Promise<string> {
  const { width, height } = canvas
  const echarts = await load()
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption({ animation: false, ...plot.option })
    const inner = clean(chart.renderToSVGString()) + plot.marks.join('')
    const label = escape(description)
    return `<svg class="chart ${kind}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">${inner}</svg>`
  } finally {
    chart.dispose()
  }
}

/** A word on the drawing; `class` as in figures.css: plain, `ink` or `ann`. */
export function text(
  x: number,
  y: number,
  words: string,
  more: { class?: 'ink' | 'ann'; anchor?: 'middle' | 'end' } = {},
): string {
  const look = more.class ? ` class="${more.class}"` : ''
  const anchor = more.anchor ? ` text-anchor="${more.anchor}"` : ''
  return `<text x="${round(x)}" y="${round(y)}"${look}${anchor}>${escape(words)}</text>`
}

export function dot(x: number, y: number): string {
  return `<circle cx="${round(x)}" cy="${round(y)}" r="4" fill="var(--color-accent)"/>`
}

/** Where a value stands on the canvas, the axis going from 0 to `top`. */
export function heightOf(value: number, top: number, canvas: Canvas): number {
  const { height, top: above, bottom } = canvas
  return above + (height - above - bottom) * (1 - value / top)
}

export type Scale = { top: number; step: number }

/** An axis from 0 with about four round steps, reaching over `highest`. */
export function scaleTo(highest: number, whole = false): Scale {
  const rough = Math.max(highest, whole ? 2 : 1e-9) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const nice = [1, 2, 2.5, 5, 10].map((n) => n * power)
  let step = nice.find((one) => one >= rough && (!whole || Number.isInteger(one))) ?? 10 * power
  if (whole) step = Math.max(1, step)
  return { top: step * Math.ceil(highest / step || 1), step }
}

/** ECharts takes 0.6 s and 45 MB to load: only a process that draws does. */
let loading: Promise<typeof Parts> | undefined

async function load() {
  const { init } = await (loading ??= import('./echarts.ts'))
  return { init }
}

const property = new Map<string, string>(
  Object.entries(colour).map(([name, code]) => [code, `var(--color-${name})`]),
)

/** What ECharts wrote, less what only a browser with its script could use. */
function clean(svg: string): string {
  return svg
    .replace(/^<svg[^>]*>\s*|\s*<\/svg>\s*$/g, '')
    .replace(/<rect [^>]*fill="none"><\/rect>\s*/, '')
    .replace(/<(style|defs)[\s\S]*?<\/\1>\s*/g, '')
    .replace(/<\/?g\b[^>]*>|<path d=""[^>]*><\/path>/g, '') // its groups only clip
    .replace(/ (?:class|pointer-events|xml:space|ecmeta_\w+)="[^"]*"/g, '')
    .replace(/<text ([^>]*)>/g, (_, attributes: string) => `<text ${restyled(attributes)}>`)
    .replace(/#0a00\d\d/g, (code) => property.get(code) ?? code)
    .replace(/>\s+</g, '><')
}

/** The page sets font and size; a fill must be a style to win over the style sheet. */
function restyled(attributes: string): string {
  return attributes.replace(/style="[^"]*"/, '').replace(/fill="([^"]*)"/, 'style="fill:$1"')
}

function escape(words: string): string {
  return words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

function round(n: number): number {
  return Math.round(n * 10) / 10
}
