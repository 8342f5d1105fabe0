import { Refusal } from '../platform/refusal.ts'

/** Where a list goes on: the sort key and id of its last line. Opaque in addresses. */
export type Cursor = { key: number; id: string }

export function cursorText(key: Date | number, id: string): string {
  return `${(+key).toString(36)}.${id.replaceAll('-', '')}`
}

/** Throws `invalid cursor_bad` when somebody made it up. */
export function cursorFrom(text: string): Cursor {
  const [key, id] = text.split('.')
  const number = parseInt(key ?? '', 36)
  if (!id || !/^[0-9a-f]{32}$/.test(id) || !Number.isSafeInteger(number) || number < 0)
    throw new Refusal('invalid', 'cursor_bad')
  return { key: number, id: id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') }
}
