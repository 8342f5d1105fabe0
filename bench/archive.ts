import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { extract, pack } from 'tar-stream'
import { sources } from './options.ts'

/** The first topics of the archive, until they hold `posts` posts: for runs of a small size. */
export async function smallArchive(folder: string, posts: number): Promise<string> {
  const path = join(folder, 'some-topics.tar.gz')
  const taken: { name: string; content: Buffer }[] = []
  let left = posts
  const reading = extract()
  const unpacking = pipeline(createReadStream(sources.archive), createGunzip(), reading)
  unpacking.catch(() => {}) // left in the middle
  for await (const entry of reading) {
    const chunks: Buffer[] = []
    for await (const chunk of entry) chunks.push(chunk as Buffer)
    if (entry.header.type !== 'file') continue
    const content = Buffer.concat(chunks)
    left -= content.toString('utf8').match(/"cooked":/g)?.length ?? 0
    taken.push({ name: entry.header.name, content })
    if (left <= 0) break
  }
  const writing = pack()
  for (const { name, content } of taken) writing.entry({ name }, content)
  writing.finalize()
  await pipeline(writing, createGzip(), createWriteStream(path))
  return path
}
