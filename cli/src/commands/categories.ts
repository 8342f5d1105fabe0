import { InvalidArgumentError, type Command } from 'commander'

type Naming = { number: number; text: string }
type Given = { community: string; name: Naming[]; language?: string; json?: boolean }

export function categoriesCommand(program: Command): void {
  program
    .command('categories')
    .description('list the categories of a community, or name them')
    .requiredOption('--community <slug>', 'whose categories')
    .option('--name <number=name>', 'name one; may be given several times', naming, [])
    .option('--language <code>', 'language of the names given (default: the community’s)')
    .option('--json', 'print JSON')
    .action(arrange)
}

async function arrange({ community, name, language, json }: Given): Promise<void> {
  const { withHiroba, printJson, operatorsLanguage } = await import('../run.ts')
  const { inLanguage } = await import('@hiroba/core/platform')
  const { categoriesHere, categoryByNumber, nameCategory } =
    await import('@hiroba/core/discussions')
  await withHiroba({}, async ({ communityHere }) => {
    const here = await communityHere(community)
    const lang = language ?? here.community.language
    for (const { number, text } of name) {
      const before = (await categoryByNumber(here, number))?.name
      await nameCategory(here, number, {
        original: before?.original ?? lang,
        text: { ...before?.text, [lang]: text },
      })
    }
    const all = await categoriesHere(here)
    if (json) return printJson(all)
    for (const { number, name, topicsCount } of all) {
      const called = name ? inLanguage(name, operatorsLanguage()).text : '—'
      console.log(`${number}\t${called}\t${topicsCount}`)
    }
  })
}

function naming(text: string, before: Naming[]): Naming[] {
  const [, number, name] = /^(\d+)=(.+)$/s.exec(text) ?? []
  if (!number || !name?.trim()) throw new InvalidArgumentError('write it as 10="Support"')
  return [...before, { number: Number(number), text: name.trim() }]
}
