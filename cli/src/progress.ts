import { fill, operatorsLanguage } from './language.ts'
import { shell } from './words.ts'

export type Progress = {
  /** So many more are done. */
  advance(by?: number): void
  /** A total that was not known before, or is known better now. */
  expect(total: number): void
  done(): void
}

const silentFor = 2000

/**
 * Shows on standard error how far a long work has come, with rate and time left, once it takes more
 * than two seconds: a bar in a terminal, else a plain line every five seconds.
 */
export function progress(label: string, total?: number): Progress {
  const started = Date.now()
  const isTerminal = process.stderr.isTTY === true
  let count = 0
  let shownAt = 0

  function show() {
    const elapsed = Date.now() - started
    if (elapsed < silentFor || Date.now() - shownAt < (isTerminal ? 100 : 5000)) return
    shownAt = Date.now()
    const line = lineOf(label, count, total, elapsed / 1000)
    process.stderr.write(isTerminal ? `\r\u001b[2K${line}` : `${line}\n`)
  }

  return {
    advance(by = 1) {
      count += by
      show()
    },
    expect(known) {
      total = known
    },
    done() {
      if (shownAt > 0 && isTerminal) process.stderr.write('\r\u001b[2K')
    },
  }
}

/** `posts ━━━━━━────  61 %  22,400 / 36,895  2,310/s  0:06 left` */
export function lineOf(
  label: string,
  count: number,
  total: number | undefined,
  seconds: number,
): string {
  const rate = count / seconds
  const figures = `${numbers.format(count)}${total ? ` / ${numbers.format(total)}` : ''}`
  const speed = `${numbers.format(Math.round(rate))}/s`
  if (!total) return `${label}  ${figures}  ${speed}`
  const share = Math.min(1, count / total)
  const filled = Math.round(share * 24)
  const bar = '━'.repeat(filled) + '─'.repeat(24 - filled)
  const left = rate > 0 ? Math.max(0, (total - count) / rate) : 0
  const time = `${Math.floor(left / 60)}:${String(Math.floor(left % 60)).padStart(2, '0')}`
  const remaining = fill(shell.left[operatorsLanguage()], { time })
  const percent = `${Math.floor(share * 100)} %`.padStart(5)
  return `${label} ${bar} ${percent}  ${figures}  ${speed}  ${remaining}`
}

const numbers = new Intl.NumberFormat('en')
