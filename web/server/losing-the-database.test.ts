import { afterAll, beforeAll, expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { emptyStage } from '../../core/src/platform/database/embedded/stage.for-tests.ts'
import { started, until } from './for-tests/running.ts'

const stage = emptyStage()
let site: Awaited<ReturnType<typeof started>>

beforeAll(async () => {
  site = await started({ HIROBA_DATA: stage.root })
}, 60_000)
afterAll(async () => {
  site.kill('SIGTERM')
  await site.ended
  await stage.clear()
}, 30_000)

test('a lost database is said kindly in the reader’s language, and comes back by itself', async () => {
  await site.get('/database')
  const postmaster = Number(
    readFileSync(join(stage.cluster, 'postmaster.pid'), 'utf8').split('\n')[0],
  )
  process.kill(postmaster, 'SIGKILL')

  const away = await until(async () => {
    const answer = await site.get('/database', { 'accept-language': 'ko' })
    return answer.status === 503 ? answer : null
  })
  expect(away.headers['retry-after']).toBe('5')
  expect(away.headers['content-security-policy']).toContain("default-src 'none'")
  expect(away.text).toContain('곧 돌아오겠습니다')
  expect(away.text).toContain(away.headers['x-request-id'])

  await until(async () => (await site.get('/database')).status === 200)
  await until(async () => (await site.get('/readyz')).status === 200)
  await until(async () => (await site.get('/database')).headers['x-hiroba-cache'] === 'hit')
})

test('a file of the build needs no database', async () => {
  expect((await site.get('/_app/immutable/look.css')).status).toBe(200)
})
