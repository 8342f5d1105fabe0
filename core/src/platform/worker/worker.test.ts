import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { communitiesDomain, found } from '../../communities/index.ts'
import { freshDatabase } from '../../testing/database.ts'
import { openDatabase, transaction, type Db } from '../database/database.ts'
import { domain } from '../domain.ts'
import { announce, factKind } from '../facts/facts.ts'
import { projection } from '../facts/listeners.ts'
import { operator, type Here } from '../here.ts'
import { houseOf } from '../house.ts'
import { addJob, job } from '../jobs.ts'
import { openMetrics } from '../telemetry/index.ts'
import { queueFigures, startWorker, type Worker } from './index.ts'

const heard: string[] = []
const brewed: string[] = []
let isKettleBroken = false
let isListenerDeaf = false
let kettle = Promise.withResolvers<void>()

const tea = domain({
  name: 'tea',
  facts: [factKind('tea.poured')],
  listeners: [
    projection('tea.guestbook', ['tea.poured'], async (_, told) => {
      if (isListenerDeaf) throw new Error('deaf')
      heard.push(...told.map((fact) => fact.subjectId))
    }),
  ],
  jobs: [
    job('tea.brew', z.object({ leaf: z.string() }), async (_, { leaf }) => {
      if (isKettleBroken) throw new Error('the kettle is broken')
      brewed.push(leaf)
    }),
    job('tea.wait', z.object({}), () => kettle.promise),
  ],
})

let database: Awaited<ReturnType<typeof freshDatabase>>
let db: Db
let here: Here
let worker: Worker | undefined

beforeAll(async () => {
  database = await freshDatabase()
  db = openDatabase({ url: database.url, house: houseOf([communitiesDomain, tea]) })
  const lobby = { actor: operator, now: new Date(), db }
  here = { ...lobby, community: await found(lobby, { slug: 'tea' }) }
})
afterEach(async () => {
  await worker?.stop()
  worker = undefined
})
afterAll(async () => {
  await db.pool.end()
  await database.drop()
})

const metrics = openMetrics()
const start = async () => (worker = await startWorker({ db }, { url: () => database.url, metrics }))

async function pour(): Promise<string> {
  const subjectId = randomUUID()
  const fact = { kind: 'tea.poured', memberId: null, subjectKind: 'cup', subjectId, data: {} }
  await transaction(here, (here) => announce(here, fact))
  return subjectId
}

test('facts told before and after the start reach their listener once', async () => {
  const before = await pour()
  await start()
  const after = await pour()
  const both = [before, after].toSorted()
  await expect.poll(() => heard.toSorted(), { timeout: 20_000 }).toEqual(both)
  expect((await queueFigures(here)).outbox).toBe(0)
  expect(worker!.isAlive()).toBe(true)
})

test('a listener that fails loses nothing and hears it at a later turn', async () => {
  isListenerDeaf = true
  await start()
  const cup = await pour()
  await expect.poll(async () => (await queueFigures(here)).outbox).toBe(1)
  expect(heard).not.toContain(cup)
  isListenerDeaf = false
  await expect.poll(() => heard, { timeout: 20_000 }).toContain(cup)
})

test('jobs run with their payload; one that fails is kept for later and counted', async () => {
  await start()
  await addJob(here, 'tea.brew', { leaf: 'sencha' })
  await expect.poll(() => brewed, { timeout: 20_000 }).toEqual(['sencha'])

  isKettleBroken = true
  await addJob(here, 'tea.brew', { leaf: 'assam' })
  const failures = 'hiroba_job_seconds_count{kind="tea.brew",end="failed"} 1'
  await expect.poll(() => metrics.text(), { timeout: 20_000 }).toContain(failures)
  expect(await queueFigures(here)).toMatchObject({ waiting: 1, dead: 0 })
  isKettleBroken = false
})

test('a stop lets a running job end', async () => {
  kettle = Promise.withResolvers()
  const stopping = await start()
  await addJob(here, 'tea.wait', {})
  await expect.poll(lockedJobs, { timeout: 20_000 }).toBe(1)
  worker = undefined
  let hasStopped = false
  const stopped = stopping.stop().then(() => (hasStopped = true))
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(hasStopped).toBe(false)
  kettle.resolve()
  await stopped
  expect(await lockedJobs()).toBe(0)
})

test('jobs of a worker that was killed run again when the next one starts', async () => {
  await addJob(here, 'tea.brew', { leaf: 'oolong' })
  // As a killed worker leaves it: locked just now, by somebody who is no more.
  await withClient(async (client) => {
    await client.query(`update graphile_worker._private_jobs set locked_at = now(),
      locked_by = 'worker-gone', attempts = 1 where attempts = 0`)
    await client.query(`update graphile_worker._private_job_queues set locked_at = now(),
      locked_by = 'worker-gone'`)
  })
  await start()
  await expect.poll(() => brewed, { timeout: 20_000 }).toContain('oolong')
})

async function lockedJobs(): Promise<number> {
  let count = 0
  await withClient(async (client) => {
    const { rows } = await client.query(
      'select count(*)::int as n from graphile_worker.jobs where locked_at is not null',
    )
    count = rows[0].n
  })
  return count
}

async function withClient(work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: database.url })
  await client.connect()
  await work(client)
  await client.end()
}
