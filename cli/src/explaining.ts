import { isRefusal } from '@hiroba/core/platform'
import { sentence } from '@hiroba/core/config'
import { fill, operatorsLanguage } from './language.ts'
import { refusals, shell } from './words.ts'

/**
 * Says on standard error why a command stopped: one sentence for what a person can mend, and for a
 * bug a line, with the stack only when HIROBA_DEBUG=1.
 */
export function explain(error: unknown): void {
  console.error(explanation(error))
  if (!isRefusal(error) && process.env.HIROBA_DEBUG === '1') console.error(error)
}

export function explanation(error: unknown): string {
  const language = operatorsLanguage()
  if (isRefusal(error)) {
    const ours = refusals[error.code]?.[language]
    if (ours) return fill(ours, error.data)
    return sentence(error, language) ?? fill(shell.refused[language], { code: error.code })
  }
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR')
    return fill(shell[code][language], { path: String((error as NodeJS.ErrnoException).path) })
  return fill(shell.bug[language], { message: message ?? String(error) })
}
