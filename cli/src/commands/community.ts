import { Option, type Command } from 'commander'
import type { Community } from '@hiroba/core/communities'
import type { Words } from '@hiroba/core/platform'
import { addressOf } from '../addresses.ts'

type Given = {
  slug?: string
  language?: string
  timezone?: string
  hostname?: string
  accent?: string
  json?: boolean
} & Record<string, string | boolean | undefined>

const texts = ['name', 'purpose', 'benefit'] as const
const languages = ['ja', 'ko', 'en'] as const

export function communityCommand(program: Command): void {
  const community = program.command('community').description('communities of this installation')
  community
    .command('list')
    .description('all communities')
    .option('--json', 'print JSON')
    .action(list)
  describing(community.command('create').description('found a community'))
    .requiredOption('--slug <slug>', 'name in the address: a-z, 0-9 and hyphens')
    .action(create)
  describing(community.command('edit <community>').description('change a community'))
    .option('--slug <slug>', 'another name in the address')
    .action(edit)
}

function describing(command: Command): Command {
  for (const text of texts)
    for (const language of languages)
      command.option(`--${text}-${language} <text>`, `${meanings[text]} in ${names[language]}`)
  return command
    .addOption(new Option('--language <code>', 'language of the community').choices([...languages]))
    .option('--timezone <zone>', 'such as Asia/Tokyo')
    .option('--hostname <host>', 'a hostname of its own; "" takes it away')
    .option('--accent <colour>', 'such as #2f6f4f; only the hue counts; "" takes it away')
    .option('--json', 'print JSON')
}

const meanings = {
  name: 'name',
  purpose: 'what it is for, one sentence',
  benefit: 'what members get, a paragraph',
}
const names = { ja: 'Japanese', ko: 'Korean', en: 'English' }

async function list({ json }: { json?: boolean }): Promise<void> {
  const { withHiroba, printJson, operatorsLanguage } = await import('../run.ts')
  const { communitiesHere } = await import('@hiroba/core/communities')
  const { inLanguage } = await import('@hiroba/core/platform')
  const { shell } = await import('../words.ts')
  await withHiroba({}, async ({ lobby, config }) => {
    const all = await communitiesHere(lobby)
    if (json) return printJson(all.map((one) => faceOf(one, config.url)))
    if (all.length === 0) return console.log(shell.noCommunities[operatorsLanguage()])
    for (const one of all) {
      const name = inLanguage(one.name, operatorsLanguage()).text
      console.log(`${one.slug}\t${name}\t${addressOf(one, config.url)}`)
    }
  })
}

async function create(given: Given & { slug: string }): Promise<void> {
  const { withHiroba } = await import('../run.ts')
  const { found, describe } = await import('@hiroba/core/communities')
  await withHiroba({}, async ({ lobby, config }) => {
    const language = given.language ?? firstLanguage(given) ?? 'en'
    const words = (text: (typeof texts)[number]): Words | undefined => {
      const all = textsOf(given, text)
      const first = language in all ? language : Object.keys(all)[0]
      return first ? { original: first, text: all } : undefined
    }
    await found(lobby, {
      slug: given.slug,
      name: words('name'),
      purpose: words('purpose'),
      benefit: words('benefit'),
      language,
      timeZone: given.timezone,
      accent: given.accent || undefined,
    })
    // Says it to the running server too, and takes the hostname with all its checks.
    const made = await describe(lobby, given.slug, { hostname: given.hostname || undefined })
    await report('founded', made, config.url, given)
  })
}

async function edit(slug: string, given: Given): Promise<void> {
  const { withHiroba } = await import('../run.ts')
  const { describe } = await import('@hiroba/core/communities')
  await withHiroba({}, async ({ lobby, config }) => {
    const changed = await describe(lobby, slug, {
      slug: given.slug,
      name: textsOf(given, 'name'),
      purpose: textsOf(given, 'purpose'),
      benefit: textsOf(given, 'benefit'),
      language: given.language,
      timeZone: given.timezone,
      hostname: given.hostname === '' ? null : given.hostname,
      accent: given.accent === '' ? null : given.accent,
    })
    await report('described', changed, config.url, given)
  })
}

async function report(
  what: 'founded' | 'described',
  community: Community,
  url: string,
  { json }: Given,
): Promise<void> {
  const { printJson, operatorsLanguage } = await import('../run.ts')
  const { fill } = await import('../language.ts')
  const { shell } = await import('../words.ts')
  if (json) return printJson(faceOf(community, url))
  const data = { slug: community.slug, url: addressOf(community, url) }
  console.log(fill(shell[what][operatorsLanguage()], data))
}

/** Texts given as `--name-ja …`, by language. */
function textsOf(given: Given, text: (typeof texts)[number]): Record<string, string> {
  const pairs = languages.map((code) => [code, given[`${text}${code[0]!.toUpperCase()}${code[1]}`]])
  return Object.fromEntries(pairs.filter(([, value]) => typeof value === 'string' && value !== ''))
}

function firstLanguage(given: Given): string | undefined {
  return texts.flatMap((text) => Object.keys(textsOf(given, text)))[0]
}

function faceOf(community: Community, url: string) {
  return { ...community, url: addressOf(community, url) }
}
