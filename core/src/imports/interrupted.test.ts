import { expect, test } from 'vitest'
import { stagedImport } from './interrupted.for-tests.ts'
import { archiveOf, forumOf, jsonlOf, scatteredLines } from './sources.for-tests.ts'

const sources = {
  discourse: await archiveOf(...forumOf(100, 16)),
  jsonl: jsonlOf(...scatteredLines(1600)),
}

test.each(['discourse', 'jsonl'] as const)(
  'an import of %s that is killed and run again ends as if never killed',
  { timeout: 120_000 },
  async (kind) => {
    const calm = await stagedImport(kind, sources[kind])
    const shaken = await stagedImport(kind, sources[kind])
    const whole = await calm.run()
    const killed = [await shaken.run(1, Math.random() * 80), await shaken.run(1200, 0)]
    const last = await shaken.run()
    expect(killed).toContain(null)
    expect(last!.topics).toBeLessThan(whole!.topics)
    expect(last!.rejected).toEqual(whole!.rejected)
    expect(await shaken.dumped()).toEqual(await calm.dumped())
    await calm.drop()
    await shaken.drop()
  },
)
