import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { z } from 'zod'
import { Refusal } from '../refusal.ts'
import { insistOnSpace, keptSecret, openDataDirectory } from './data-directory.ts'

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

export type Config = {
  /** 0 means any free port: see `listeningOn`. */
  port: number
  /** Absolute; exists and can be written. */
  dataDir: string
  /** Null: the embedded PostgreSQL. May hold a password: never print it. */
  databaseUrl: string | null
  /** Public origin without a trailing slash, such as `https://plaza.example`. */
  url: string
  /** True while HIROBA_URL is not given and `url` is only this machine's own address. */
  urlIsDefault: boolean
  /** May hold a password: never print it. */
  smtpUrl: string | null
  /** At least 32 characters. */
  secret: string
  logLevel: LogLevel
}

/**
 * Reads and checks every setting; a `.env` file in `cwd` fills what `env` leaves out, and an empty
 * value counts as left out. Makes the data directory and the secret when they are absent.
 * Refuses `config_bad` with { variable, problem, fix } for the first bad value, and `disk_full`.
 */
export function readConfig(env: NodeJS.ProcessEnv, cwd: string): Config {
  const given = withEnvFile(env, cwd)
  const port = setting(given, 'PORT', portNumber, '3000')
  const url = optional(given, 'HIROBA_URL', origin)
  const databaseUrl = optional(given, 'DATABASE_URL', postgresUrl)
  const smtpUrl = optional(given, 'SMTP_URL', mailUrl)
  const logLevel = setting(given, 'HIROBA_LOG', level, 'info')
  const givenSecret = optional(given, 'HIROBA_SECRET', longEnough)

  // Nothing is written before every value that can be judged without writing has been judged.
  const dataDir = openDataDirectory(resolve(cwd, given.HIROBA_DATA || 'data'))
  insistOnSpace(dataDir)
  return {
    port,
    dataDir,
    databaseUrl,
    url: url ?? `http://localhost:${port}`,
    urlIsDefault: url === null,
    smtpUrl,
    secret: givenSecret ?? keptSecret(dataDir),
    logLevel,
  }
}

/** The settings once the server listens: with PORT=0 only then its port and default address are known. */
export function listeningOn(config: Config, port: number): Config {
  return { ...config, port, url: config.urlIsDefault ? `http://localhost:${port}` : config.url }
}

type Rule<T> = {
  problem: string
  fix: string
  /** What a person wrote is repeated to them, unless it may hold a password. */
  hidden?: boolean
  schema: z.ZodType<T, string>
}

const portNumber: Rule<number> = {
  problem: 'not_a_port',
  fix: 'PORT=3000',
  schema: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65_535),
}

const origin: Rule<string> = {
  problem: 'not_an_origin',
  fix: 'HIROBA_URL=https://plaza.example',
  schema: address(['http:', 'https:'], (url) => {
    return url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password
  }).transform((text) => new URL(text).origin),
}

const postgresUrl: Rule<string> = {
  problem: 'not_a_database_url',
  fix: 'DATABASE_URL=postgres://user:password@localhost:5432/hiroba',
  hidden: true,
  schema: address(['postgres:', 'postgresql:'], (url) => {
    const hasHost = url.hostname !== '' || url.searchParams.has('host')
    return hasHost && url.pathname.length > 1
  }),
}

const mailUrl: Rule<string> = {
  problem: 'not_an_smtp_url',
  fix: 'SMTP_URL=smtps://user:password@mail.example:465',
  hidden: true,
  schema: address(['smtp:', 'smtps:'], (url) => url.hostname !== ''),
}

const longEnough: Rule<string> = {
  problem: 'secret_too_short',
  fix: 'openssl rand -base64 32',
  hidden: true,
  schema: z.string().min(32),
}

const level: Rule<LogLevel> = {
  problem: 'not_a_log_level',
  fix: 'HIROBA_LOG=info',
  schema: z.string().pipe(z.enum(logLevels)),
}

function setting<T>(given: NodeJS.ProcessEnv, variable: string, rule: Rule<T>, absent: string): T {
  const value = given[variable] || absent
  const parsed = rule.schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new Refusal('invalid', 'config_bad', {
    variable,
    problem: rule.problem,
    fix: rule.fix,
    ...(rule.hidden ? {} : { value: value.slice(0, 200) }),
  })
}

function optional<T>(given: NodeJS.ProcessEnv, variable: string, rule: Rule<T>): T | null {
  return given[variable] ? setting(given, variable, rule, '') : null
}

function address(protocols: string[], holds: (url: URL) => boolean) {
  return z.string().refine((text) => {
    const url = URL.parse(text)
    return url !== null && protocols.includes(url.protocol) && holds(url)
  })
}

function withEnvFile(env: NodeJS.ProcessEnv, cwd: string): NodeJS.ProcessEnv {
  const path = join(cwd, '.env')
  try {
    const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
    const filled: NodeJS.ProcessEnv = { ...env }
    for (const [name, value] of Object.entries(parseEnv(text))) filled[name] ||= value
    return filled
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return env
    if (code === undefined) throw error
    throw new Refusal('invalid', 'config_bad', {
      variable: '.env',
      problem: 'env_file_unreadable',
      fix: `chmod u+r ${path}`,
      path,
    })
  }
}
