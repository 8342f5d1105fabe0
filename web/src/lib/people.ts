import type { Person } from '@hiroba/core/discussions'

/** What somebody is called here: imported members may have a handle only. */
export function nameOf({ name, handle }: Pick<Person, 'name' | 'handle'>): string {
  return name || handle
}

/** The letter in somebody's circle: the first that is one, as it is read first in any script. */
export function initial(person: Pick<Person, 'name' | 'handle'>): string {
  const letter = /\p{L}|\p{N}/u.exec(nameOf(person))?.[0] ?? '·'
  return letter.toLocaleUpperCase('en')
}

/** The hue of somebody's circle, the same wherever they appear. */
export function hue(handle: string): number {
  let sum = 7
  for (let index = 0; index < handle.length; index++)
    sum = (sum * 31 + handle.charCodeAt(index)) % 36_000
  return (sum % 36) * 10
}
