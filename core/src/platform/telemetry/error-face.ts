/** What a log may say of an error: kind, code, message and where in the code; never the data it was about. */
export type ErrorFace = {
  type: string
  message: string
  code?: string
  stack?: string[]
  cause?: ErrorFace
}

/**
 * Errors of the database repeat what people wrote: in `detail`, `where` and the parameters of a
 * failed query. Only fields named here go on, and quoted values in a message become "…".
 */
export function errorFace(error: unknown, depth = 0): ErrorFace {
  if (!(error instanceof Error)) return { type: typeof error, message: 'thrown value' }
  const { code, cause } = error as Error & { code?: unknown }
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim())
  return {
    type: error.name,
    message: withoutValues(error.message),
    ...(typeof code === 'string' && { code }),
    ...(frames.length > 0 && { stack: frames }),
    ...(cause instanceof Error && depth < 3 && { cause: errorFace(cause, depth + 1) }),
  }
}

function withoutValues(message: string): string {
  return message
    .replace(/\n?params:[\s\S]*$/, '')
    .replace(/"[^"\n]*[@\s][^"\n]*"/g, '"…"')
    .replace(/: "[^"\n]*"/g, ': "…"')
    .replace(/[^\s@"'<>]+@[^\s@"'<>]+/g, '…@…')
    .replace(/\b\d{1,3}(\.\d{1,3}){3}\b/g, '…')
    .slice(0, 500)
}
