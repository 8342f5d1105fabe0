import { pino, type DestinationStream, type Logger } from 'pino'
import { errorFace } from './error-face.ts'

export type Log = Logger

/**
 * JSON lines on standard error, so that standard output stays for people. Lines are gathered and
 * written together; `closeLog` writes what is left. No personal data goes in: see `errorFace`.
 */
export function openLog(level: string, destination?: DestinationStream): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: timestamps(),
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: errorFace },
    },
    destination ?? gathering(),
  )
}

/** Writes what is still gathered. */
export function closeLog(log: Log): void {
  try {
    ;(log as unknown as { [key: symbol]: { flushSync?: () => void } })[
      pino.symbols.streamSym
    ]?.flushSync?.()
  } catch {
    // A reader that is gone (a closed pipe) can be told nothing more.
  }
}

/** Many lines fall into one millisecond: the text of a time costs as much as the rest of a line. */
function timestamps(): () => string {
  let last = 0
  let text = ''
  return () => {
    const now = Date.now()
    if (now !== last) {
      last = now
      text = `,"time":"${new Date(now).toISOString()}"`
    }
    return text
  }
}

function gathering(): DestinationStream {
  const stream = pino.destination({ dest: 2, sync: false, minLength: 8192, periodicFlush: 500 })
  stream.on('error', () => {}) // a closed pipe must not end the server
  return stream
}
