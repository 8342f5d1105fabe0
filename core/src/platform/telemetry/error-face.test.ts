import { expect, test } from 'vitest'
import { errorFace } from './index.ts'

test('an error of the database tells its code and place, and nothing of what people wrote', () => {
  const cause = Object.assign(
    new Error('invalid input syntax for type integer: "hana’s secret" near hana@plaza.example'),
    { code: '22P02', detail: 'Failing row contains (Hana, 090-1234-5678).', where: 'Hana' },
  )
  const error = new Error('Failed query: select $1\nparams: Hana,090-1234-5678', { cause })
  const face = errorFace(error)
  expect(face).toMatchObject({
    type: 'Error',
    message: 'Failed query: select $1',
    cause: { code: '22P02', message: expect.stringContaining('invalid input syntax') },
  })
  expect(face.stack?.[0]).toMatch(/^at .*error-face\.test\.ts/)
  expect(JSON.stringify(face)).not.toMatch(/hana|090/i)
})

test('a stack has no message in it, and a thrown value says nothing of itself', () => {
  const error = new TypeError('cannot read Hana at 203.0.113.7')
  expect(errorFace(error).stack?.join()).not.toContain('Hana')
  expect(errorFace(error).message).not.toContain('203.0.113.7')
  expect(errorFace('hana@plaza.example')).toEqual({ type: 'string', message: 'thrown value' })
})
