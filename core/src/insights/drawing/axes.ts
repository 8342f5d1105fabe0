import { colour, type Canvas, type Scale } from './canvas.ts'

const words = { color: colour.muted, fontSize: 12 }

/** Where the plot lies, with the lines of look.md: pale rules across, an ink line at 0. */
export function axes(canvas: Canvas, labels: string[], scale: Scale, write: (n: number) => string) {
  const { left, right, top, bottom } = canvas
  return {
    // the plot stays where our own marks expect it, however long a label is
    grid: { left, right, top, bottom, outerBoundsMode: 'none' },
    yAxis: {
      type: 'value',
      min: 0,
      max: scale.top,
      interval: scale.step,
      axisLabel: { ...words, formatter: write, margin: 8 },
      axisTick: { show: false },
      axisLine: { show: false },
      splitLine: { lineStyle: { color: colour.line }, showMinLine: false },
    },
    xAxis: {
      type: 'category',
      data: labels,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colour.rule } },
      axisLabel: { ...words, interval: 0, margin: 12, hideOverlap: false },
    },
  }
}

/** The period before: grey and dashed. */
export function beforeLine(values: (number | null)[]) {
  return {
    type: 'line',
    data: values,
    symbol: 'none',
    silent: true,
    clip: false,
    lineStyle: { color: colour['chart-before'], width: 1.5, type: [4, 3] },
    z: 3,
  }
}
