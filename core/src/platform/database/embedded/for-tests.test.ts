import { expect, test } from 'vitest'
import { createDatabase, databaseUrl, dropDatabase, testServerUrl } from './for-tests.ts'
import { rowsOf } from './stage.for-tests.ts'

test('tests get databases of their own, copied from a template', async () => {
  const [template, copy] = [`test_${process.pid}_template`, `test_${process.pid} "copy"`]
  try {
    await rowsOf(await createDatabase(template), 'create table tea as select 3 as cups')
    expect(await createDatabase(copy, template)).toBe(databaseUrl(copy))
    expect(await rowsOf(databaseUrl(copy), 'select cups from tea')).toEqual([{ cups: 3 }])
  } finally {
    for (const name of [copy, template]) await dropDatabase(name)
  }
  await expect(rowsOf(databaseUrl(copy), 'select 1')).rejects.toMatchObject({ code: '3D000' })
})

test('the server of the tests answers', async () => {
  expect(await rowsOf(testServerUrl(), 'select 1 as one')).toEqual([{ one: 1 }])
})
