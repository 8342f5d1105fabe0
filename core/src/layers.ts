/**
 * The layers of the house, lowest first. A folder may import from folders of lower layers and from
 * itself; neighbours of one layer talk by facts, subjects, or on the page. `layers.test.ts` checks
 * every import of core, web and cli against this file.
 */
export const layers: readonly (readonly string[])[] = [
  ['platform'],
  ['communities', 'members'],
  // spaces
  ['discussions'],
  // lookouts: imported by the edges only
  ['imports', 'insights'],
]

/** Within a layer, who may import whom all the same. */
export const neighbours: Record<string, readonly string[]> = { members: ['communities'] }

/** Files outside the layers: they compose. */
export const composers: readonly string[] = ['app.ts', 'layers.ts', 'testing']
