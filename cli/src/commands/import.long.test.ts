import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { archiveOf, forumOf } from '../../../core/src/imports/sources.for-tests.ts'
import {
  emptyStage,
  kill,
  postmasterPid,
} from '../../../core/src/platform/database/embedded/stage.for-tests.ts'
import { hiroba } from '../../../web/server/for-tests/running.ts'

const stage = emptyStage()
afterAll(() => stage.clear(), 30_000)
const forum = await archiveOf(...forumOf(600, 30))
const args = ['import', 'discourse', forum, '--community', 'tea', '--create', '--json']
const start = () => hiroba(args, { HIROBA_DATA: stage.root })

test(
  'an import whose database is killed says so, and the next one ends it',
  { timeout: 300_000 },
  async () => {
    const cut = start()
    while (!/tea .*\d/.test(cut.err())) await sleep(50) // its first line of progress
    kill(postmasterPid(stage.cluster)!, 'SIGKILL')
    expect(await cut.ended).toBe(1)
    const [sentence, ...more] = cut
      .err()
      .trim()
      .split('\n')
      .filter((line) => !/\d+\/s/.test(line))
    expect(sentence).toMatch(/^The database ended in the middle\..*run the same command again/)
    expect(more).toEqual([])
    const next = start()
    expect(await next.ended).toBe(0)
    const { topics, replies, notes, there } = JSON.parse(next.out()) as Record<string, number>
    expect(topics! + replies! + notes! + there!).toBe(600 * 30)
    expect(there).toBeGreaterThan(0)
  },
)
