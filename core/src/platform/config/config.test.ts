import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isRefusal } from '../refusal.ts'
import { listeningOn, readConfig, sentence } from './index.ts'
import type { Spoken } from './index.ts'

const asRoot = process.getuid?.() === 0
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hiroba-config-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('settings left out', () => {
  test('take their defaults, and the data directory and the secret are made', () => {
    const config = readConfig({}, folder)
    expect(config).toMatchObject({
      port: 3000,
      dataDir: join(folder, 'data'),
      databaseUrl: null,
      url: 'http://localhost:3000',
      urlIsDefault: true,
      smtpUrl: null,
      logLevel: 'info',
    })
    expect(config.secret.length).toBeGreaterThanOrEqual(32)
    expect(statSync(join(folder, 'data/secret')).mode & 0o777).toBe(0o600)
  })

  test('keep the secret from one start to the next', () => {
    expect(readConfig({}, folder).secret).toBe(readConfig({}, folder).secret)
  })

  test('take the port really listened on into the default address, never into a given one', () => {
    const free = listeningOn(readConfig({ PORT: '0' }, folder), 4711)
    expect(free).toMatchObject({ port: 4711, url: 'http://localhost:4711' })
    const given = readConfig({ PORT: '0', HIROBA_URL: 'https://plaza.example' }, folder)
    expect(listeningOn(given, 4711).url).toBe('https://plaza.example')
  })
})

describe('given settings', () => {
  test('are taken as they are', () => {
    const secret = 'a secret of more than thirty-two characters'
    const config = readConfig(
      {
        PORT: '8080',
        HIROBA_DATA: 'elsewhere',
        DATABASE_URL: 'postgres://hana:tea@db.example/hiroba',
        HIROBA_URL: 'https://plaza.example/',
        SMTP_URL: 'smtps://mail.example:465',
        HIROBA_SECRET: secret,
        HIROBA_LOG: 'debug',
      },
      folder,
    )
    expect(config).toEqual({
      port: 8080,
      dataDir: join(folder, 'elsewhere'),
      databaseUrl: 'postgres://hana:tea@db.example/hiroba',
      url: 'https://plaza.example',
      urlIsDefault: false,
      smtpUrl: 'smtps://mail.example:465',
      secret,
      logLevel: 'debug',
    })
  })

  test('of the environment win over .env, and .env wins over the default', () => {
    writeFileSync(join(folder, '.env'), '\uFEFFPORT=4000\r\n# a remark\r\nHIROBA_LOG="warn"\r\n')
    expect(readConfig({ PORT: '5000' }, folder)).toMatchObject({ port: 5000, logLevel: 'warn' })
    expect(readConfig({}, folder).port).toBe(4000)
    expect(readConfig({ PORT: '' }, folder).port).toBe(4000)
  })

  test('of .env.example are accepted as they stand', () => {
    writeFileSync(
      join(folder, '.env'),
      readFileSync(new URL('../../../../.env.example', import.meta.url)),
    )
    const { secret: _, ...config } = readConfig({}, folder)
    const { secret: __, ...defaults } = readConfig({}, mkdtempSync(join(folder, 'bare-')))
    expect({ ...config, dataDir: '' }).toEqual({ ...defaults, dataDir: '' })
  })
})

describe('a bad value is refused with the variable and the fix', () => {
  test.each([
    ['PORT', 'abc', 'not_a_port'],
    ['PORT', '-1', 'not_a_port'],
    ['PORT', '65536', 'not_a_port'],
    ['PORT', '80.5', 'not_a_port'],
    ['HIROBA_URL', 'plaza.example', 'not_an_origin'],
    ['HIROBA_URL', 'ftp://plaza.example', 'not_an_origin'],
    ['HIROBA_URL', 'https://plaza.example/community', 'not_an_origin'],
    ['HIROBA_URL', 'https://plaza.example/?a=b', 'not_an_origin'],
    ['HIROBA_URL', 'https://hana:tea@plaza.example', 'not_an_origin'],
    ['DATABASE_URL', 'mysql://db.example/hiroba', 'not_a_database_url'],
    ['DATABASE_URL', 'postgres://db.example', 'not_a_database_url'],
    ['DATABASE_URL', 'db.example', 'not_a_database_url'],
    ['SMTP_URL', 'http://mail.example', 'not_an_smtp_url'],
    ['SMTP_URL', 'smtp://', 'not_an_smtp_url'],
    ['HIROBA_SECRET', 'short', 'secret_too_short'],
    ['HIROBA_LOG', 'loud', 'not_a_log_level'],
  ])('%s=%s', (variable, value, problem) => {
    const refusal = refusalOf(() => readConfig({ [variable]: value }, folder))
    expect(refusal).toMatchObject({ kind: 'invalid', code: 'config_bad' })
    expect(refusal.data).toMatchObject({ variable, problem, fix: expect.any(String) })
    for (const locale of ['en', 'ja', 'ko'] as const) {
      const said = sentence(refusal, locale)!
      expect(said).toContain(variable)
      expect(said).toContain(refusal.data.fix)
      expect(said).not.toMatch(/[{}]|undefined/)
    }
  })

  test('and nothing is made on the disk', () => {
    refusalOf(() => readConfig({ PORT: 'abc', HIROBA_DATA: 'data' }, folder))
    expect(() => statSync(join(folder, 'data'))).toThrow('ENOENT')
  })

  test.each([
    ['DATABASE_URL', 'mysql://hana:tea-leaves@db.example/hiroba'],
    ['SMTP_URL', 'http://hana:tea-leaves@mail.example'],
    ['HIROBA_SECRET', 'tea-leaves'],
  ])('%s is never repeated, because it may hold a password', (variable, value) => {
    const refusal = refusalOf(() => readConfig({ [variable]: value }, folder))
    expect(JSON.stringify(refusal) + sentence(refusal, 'en')).not.toContain('tea-leaves')
  })
})

describe('a data directory that cannot be used is refused', () => {
  test('when a file stands in its place', () => {
    writeFileSync(join(folder, 'file'), '')
    for (const HIROBA_DATA of ['file', 'file/below']) {
      const refusal = refusalOf(() => readConfig({ HIROBA_DATA }, folder))
      expect(refusal.data).toMatchObject({ variable: 'HIROBA_DATA', problem: 'data_not_a_folder' })
    }
  })

  test.skipIf(asRoot)('when this user may not write there', () => {
    mkdirSync(join(folder, 'closed'))
    chmodSync(join(folder, 'closed'), 0o500)
    const refusal = refusalOf(() => readConfig({ HIROBA_DATA: 'closed' }, folder))
    expect(refusal.data).toMatchObject({ variable: 'HIROBA_DATA', problem: 'data_not_writable' })
  })

  test('when the place takes no files at all', () => {
    const refusal = refusalOf(() => readConfig({ HIROBA_DATA: '/proc/hiroba' }, folder))
    expect(refusal.data).toMatchObject({ variable: 'HIROBA_DATA' })
  })

  test.skipIf(!mayMount())('when its disk can only be read, or has less than 200 MB left', () => {
    const disk = join(folder, 'disk')
    mkdirSync(disk)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=50m', 'none', disk])
    try {
      const full = refusalOf(() => readConfig({ HIROBA_DATA: 'disk' }, folder))
      expect(full).toMatchObject({ kind: 'unavailable', code: 'disk_full' })
      expect(sentence(full, 'en')).toContain(`MB are free at ${disk}`)
      execFileSync('mount', ['-o', 'remount,ro', disk])
      const readOnly = refusalOf(() => readConfig({ HIROBA_DATA: 'disk' }, folder))
      expect(readOnly.data).toMatchObject({ problem: 'data_read_only', path: disk })
    } finally {
      execFileSync('umount', [disk])
    }
  })

  test('when the kept secret has been cut short', () => {
    mkdirSync(join(folder, 'data'))
    writeFileSync(join(folder, 'data/secret'), 'stump\n')
    const refusal = refusalOf(() => readConfig({}, folder))
    expect(refusal.data).toMatchObject({ problem: 'secret_file_too_short' })
    expect(sentence(refusal, 'ko')).not.toContain('stump')
  })
})

test('processes that begin at the same moment agree on one secret', async () => {
  const script = join(folder, 'secret.ts')
  const config = new URL('./index.ts', import.meta.url).href
  writeFileSync(
    script,
    `import { readConfig } from '${config}'; process.stdout.write(readConfig({}, '${folder}').secret)`,
  )
  const { execFile } = await import('node:child_process')
  const { promisify } = await import('node:util')
  const run = promisify(execFile)
  const runs = await Promise.all([1, 2, 3, 4].map(() => run(process.execPath, [script])))
  expect(new Set(runs.map(({ stdout }) => stdout)).size).toBe(1)
})

function refusalOf(attempt: () => unknown): Spoken {
  try {
    attempt()
  } catch (error) {
    if (isRefusal(error)) return error
    throw error
  }
  throw new Error('nothing was refused')
}

function mayMount(): boolean {
  if (!asRoot || process.platform !== 'linux') return false
  const probe = mkdtempSync(join(tmpdir(), 'hiroba-mount-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'none', probe], { stdio: 'ignore' })
    execFileSync('umount', [probe])
    return true
  } catch {
    return false
  } finally {
    rmSync(probe, { recursive: true })
  }
}
