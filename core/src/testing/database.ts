import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import {
  createDatabase,
  databaseUrl,
  dropDatabase,
} from '../platform/database/embedded/for-tests.ts'
import { migrate } from '../platform/database/migrate.ts'

/**
 * A migrated database of the test file's own, copied from a template in some 20 ms. The template is
 * made once for each state of the migrations.
 */
export async function freshDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const template = `hiroba_template_${migrationsDigest()}`
  await makeTemplate(template)
  const name = `test_${process.pid}_${Date.now().toString(36)}_${made++}`
  await createDatabase(name, template)
  return { url: databaseUrl(name), drop: () => dropDatabase(name) }
}

let made = 0

/** Several test processes may come at once: who is first makes it under another name. */
async function makeTemplate(template: string): Promise<void> {
  const draft = `${template}_${process.pid}`
  try {
    await createDatabase(draft, template)
    await dropDatabase(draft)
    return
  } catch {
    await createDatabase(draft)
  }
  await migrate(databaseUrl(draft))
  await createDatabase(template, draft).catch(() => {}) // another process was first
  await dropDatabase(draft)
}

function migrationsDigest(): string {
  const folder = fileURLToPath(new URL('../../migrations', import.meta.url))
  const hash = createHash('sha256')
  for (const file of readdirSync(folder).sort())
    if (file.endsWith('.sql')) hash.update(readFileSync(`${folder}/${file}`))
  return hash.digest('hex').slice(0, 12)
}
