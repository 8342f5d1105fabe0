import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { openDatabase, transaction } from '../database/database.ts'
import { domain } from '../domain.ts'
import { system, type Actor, type Here } from '../here.ts'
import { houseOf } from '../house.ts'
import { testHiroba, village } from '../../testing/village.ts'
import { announce, factKind } from './facts.ts'
import { projection, reaction, type Listener } from './listeners.ts'
import { rebuild, relay, waiting } from './relay.ts'
import type { Fact } from './facts.ts'

const importer: Actor = { kind: 'import', source: 'test', audiences: 'all' }
const subjectId = '01900000-0000-7000-8000-000000000001'

/** A house of its own over the same database: one kind of fact, one projection, one reaction. */
async function houseWith(hear: Partial<Record<'counts' | 'letters', Listener['hear']>>) {
  const v = await village()
  const hiroba = await testHiroba()
  const heard: Record<string, Fact[]> = { counts: [], letters: [] }
  const hearing = (name: 'counts' | 'letters'): Listener['hear'] =>
    hear[name] ?? (async (_, told) => void heard[name]!.push(...told))
  const house = houseOf([
    domain({
      name: 'well',
      facts: [factKind('well.drawn', z.object({ litres: z.number() }))],
      listeners: [
        projection(`counts-${v.community.id}`, ['well.drawn'], hearing('counts')),
        reaction(`letters-${v.community.id}`, ['well.drawn'], hearing('letters')),
      ],
    }),
  ])
  const db = openDatabase({
    url: hiroba.db.pool.options.connectionString!,
    house,
    guarded: true,
    size: 4,
  })
  const here = (actor: Actor = system): Here => ({
    community: v.community,
    actor,
    now: new Date(),
    db,
  })
  const draw = (litres: number, actor?: Actor) =>
    transaction(here(actor), (here) =>
      announce(here, {
        kind: 'well.drawn',
        memberId: null,
        subjectKind: 'well',
        subjectId,
        data: { litres },
      }),
    )
  return { v, here, heard, draw, close: () => db.pool.end(), name: `counts-${v.community.id}` }
}

test('a fact is heard once by each listener, and its row in the outbox is gone', async () => {
  const { here, heard, draw, close } = await houseWith({})
  await draw(3)
  await draw(4)
  expect(await waiting(here())).toBe(4)
  await relay(here())
  expect(heard.counts!.map((fact) => fact.data)).toEqual([{ litres: 3 }, { litres: 4 }])
  expect(heard.letters).toHaveLength(2)
  expect(await waiting(here())).toBe(0)
  await relay(here())
  expect(heard.counts).toHaveLength(2)
  await close()
})

test('reactions never see the imported past; projections do', async () => {
  const { here, heard, draw, close } = await houseWith({})
  await draw(1, importer)
  await relay(here())
  expect(heard.counts).toHaveLength(1)
  expect(heard.letters).toHaveLength(0)
  await close()
})

test('a change that is undone tells nothing', async () => {
  const { here, heard, close } = await houseWith({})
  const undone = transaction(here(), async (here) => {
    await announce(here, {
      ...{ kind: 'well.drawn', memberId: null, subjectKind: 'well', subjectId },
      data: { litres: 1 },
    })
    throw new Error('the rope broke')
  })
  await expect(undone).rejects.toThrow('the rope broke')
  await relay(here())
  expect(heard.counts).toHaveLength(0)
  await close()
})

test('a listener that fails hears the same facts again', async () => {
  let failures = 1
  const again: Fact[] = []
  const { here, draw, close } = await houseWith({
    counts: async (_, told) => {
      if (failures-- > 0) throw new Error('no ink')
      again.push(...told)
    },
  })
  await draw(5)
  await expect(relay(here())).rejects.toThrow('no ink')
  await relay(here())
  expect(again.map((fact) => fact.data)).toEqual([{ litres: 5 }])
  await close()
})

test('two relays at once hand each fact on once', async () => {
  const { here, heard, draw, close } = await houseWith({})
  for (let litres = 0; litres < 30; litres++) await draw(litres)
  await Promise.all([relay(here(), 3), relay(here(), 3), relay(here(), 3)])
  await relay(here())
  expect(heard.counts!.map((fact) => fact.data['litres']).sort((a, b) => +a! - +b!)).toEqual(
    Array.from({ length: 30 }, (_, i) => i),
  )
  await close()
})

test('a projection can be told the whole past again, in its order', async () => {
  const { here, heard, draw, close, name } = await houseWith({})
  for (let litres = 0; litres < 12; litres++) await draw(litres)
  await relay(here())
  heard.counts!.length = 0
  expect(await rebuild(here(), name, 5)).toBe(12)
  expect(heard.counts!.map((fact) => fact.data['litres'])).toEqual([...Array(12).keys()])
  await close()
})

test('facts outside a transaction, of unknown kinds or with wrong data are bugs', async () => {
  const { here, close } = await houseWith({})
  const fact = { kind: 'well.drawn', memberId: null, subjectKind: 'well', subjectId }
  await expect(announce(here(), { ...fact, data: { litres: 1 } })).rejects.toThrow(/transaction/)
  await expect(
    transaction(here(), (here) => announce(here, { ...fact, kind: 'well.dry', data: {} })),
  ).rejects.toThrow(/no domain announces/)
  await expect(
    transaction(here(), (here) => announce(here, { ...fact, data: { litres: 'two' } })),
  ).rejects.toThrow()
  await close()
})

test('a transaction is tried again after a deadlock', async () => {
  const { here, v, close } = await houseWith({})
  const row = (n: number) => sql`insert into counters (community_id, kind, next)
    values (${v.community.id}, ${`k${n}`}, 0) on conflict do nothing`
  for (const n of [1, 2]) await here().db.run(row(n))
  const raise = (n: number) => sql`update counters set next = next + 1
    where community_id = ${v.community.id} and kind = ${`k${n}`}`
  let met = 0
  const both = (first: number, second: number) =>
    transaction(here(), async (here) => {
      await here.db.run(raise(first))
      met++
      while (met < 2) await new Promise((resolve) => setTimeout(resolve, 5))
      await here.db.run(raise(second))
    })
  await Promise.all([both(1, 2), both(2, 1)])
  const rows = await here().db.run<{ next: number }>(
    sql`select next from counters where community_id = ${v.community.id} order by kind`,
  )
  expect(rows.map((counter) => counter.next)).toEqual([2, 2])
  await close()
})
