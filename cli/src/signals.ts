/**
 * Waits for SIGTERM, Ctrl-C or the terminal's end, or for somebody inside to ask for the stop. From
 * then on a second signal ends the process at once.
 */
export function stopAsked(inside?: Promise<unknown>): Promise<unknown> {
  return new Promise((resolve) => {
    const asked = (why: unknown) => {
      for (const signal of signals) process.off(signal, asked).on(signal, () => process.exit(1))
      resolve(why)
    }
    for (const signal of signals) process.on(signal, asked)
    void inside?.then(asked)
  })
}

const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const
