import type { Drawing } from './canvas.ts'

const most = 300
/** 300 pictures of some 20 kB each. */
const drawings = new Map<string, Promise<Drawing>>()

/** The drawing of the same picture made before, else a new one; the longest unused is dropped. */
export function kept(
  kind: string,
  picture: object,
  draw: () => Promise<Drawing>,
): Promise<Drawing> {
  const key = kind + JSON.stringify(picture)
  const drawing = drawings.get(key) ?? draw()
  drawings.delete(key)
  drawings.set(key, drawing)
  drawing.catch(() => drawings.delete(key))
  if (drawings.size > most) drawings.delete(drawings.keys().next().value!)
  return drawing
}
