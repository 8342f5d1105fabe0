import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { jsonLines, type JsonlEvent } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'hiroba-jsonl-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const now = new Date('2026-11-20T00:00:00Z')

let files = 0
async function read(content: string | Buffer) {
  const path = join(folder, `${files++}.jsonl`)
  writeFileSync(path, content)
  const events: JsonlEvent[] = []
  for await (const event of jsonLines(path, { now })) events.push(event)
  return events
}

const records = (events: JsonlEvent[]) => events.flatMap(({ record }) => (record ? [record] : []))
const reasons = (events: JsonlEvent[]) =>
  events.flatMap(({ line, reject }) => (reject ? [`${line} ${reject.reason}`] : []))

test('each line is a record, ids kept as strings, unknown fields and blank lines passed over', async () => {
  const events = await read(
    '\ufeff{"sourceId": 12, "text": "한국어", "lang": "ko", "extra": [1]}\r\n\n' +
      '{"sourceId": "r1", "topic": 12, "text": "返信", "author": "Yuki", "title": null}',
  )
  expect(events).toEqual([
    { line: 1, record: { sourceId: '12', text: '한국어', lang: 'ko' } },
    { line: 3, record: { sourceId: 'r1', topic: '12', text: '返信', author: 'Yuki' } },
  ])
})

test('gzip is known by its bytes, and everything before its cut comes in', async () => {
  const lines = Array.from({ length: 5000 }, (_, id) =>
    JSON.stringify({ sourceId: id, text: `t${id * 7919}` }),
  )
  const packed = gzipSync(lines.join('\n'))
  expect(records(await read(packed))).toHaveLength(5000)
  const cut = await read(packed.subarray(0, packed.length / 2))
  expect(records(cut).length).toBeGreaterThan(1000)
  expect(records(cut).map(({ sourceId }) => sourceId)).toEqual(
    records(cut).map((_, id) => String(id)),
  )
  expect(reasons(cut)).toEqual([`${records(cut).length + 1} gzip_truncated`])
})

test('a bad line is told by number and reason, the rest goes on', async () => {
  const good = '{"sourceId": 1, "text": "good"}\n'
  const events = await read(
    Buffer.concat([
      Buffer.from('{"sourceId": 1, "text"\n[1]\n{"text": "no id"}\n{"sourceId": 2}\n'),
      Buffer.from('{"sourceId": 3, "text": "x", "lang": 5}\n{"sourceId": {}, "text": "x"}\n'),
      Buffer.from([0x22, 0xff, 0x22, 0x0a]),
      Buffer.from('{"sourceId": 4, "text": "x", "createdAt": "1970-01-01"}\n'),
      Buffer.from('{"sourceId": 5, "text": "x", "createdAt": "2099-01-01"}\n'),
      Buffer.from('{"sourceId": 6, "text": "x", "createdAt": "soon"}\nnull\n' + good),
    ]),
  )
  expect(reasons(events)).toEqual([
    '1 invalid_json',
    '2 wrong_shape',
    '3 wrong_shape',
    '4 wrong_shape',
    '5 wrong_shape',
    '6 wrong_shape',
    '7 invalid_utf8',
    '8 date_out_of_range',
    '9 date_out_of_range',
    '10 invalid_date',
    '11 wrong_shape',
  ])
  expect(records(events)).toEqual([{ sourceId: '1', text: 'good' }])
})

test('a line of 9 MB is read, one of 11 MB left out', async () => {
  const line = (id: number, size: number) =>
    JSON.stringify({ sourceId: id, text: 'x'.repeat(size) })
  const events = await read(`${line(1, 9_000_000)}\n${line(2, 11_000_000)}\n${line(3, 5)}\n`)
  expect(records(events).map(({ sourceId }) => sourceId)).toEqual(['1', '3'])
  expect(reasons(events)).toEqual(['2 line_too_long'])
})

test('a path that leads nowhere is refused', async () => {
  const nothing = jsonLines(join(folder, 'nothing.jsonl'))[Symbol.asyncIterator]().next()
  await expect(nothing).rejects.toMatchObject({ kind: 'not_found' })
})
