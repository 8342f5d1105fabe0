import { InvalidArgumentError, Option, type Command } from 'commander'
import { addressOf } from '../addresses.ts'

type Given = { community: string; lang?: 'ja' | 'ko' | 'en' | 'zh'; limit: number; json?: boolean }

export function searchCommand(program: Command): void {
  program
    .command('search')
    .description('find posts of a community, best first')
    .argument(
      '<query>',
      'words; "a phrase", -not, OR, author: in: tag: after: before: is:unanswered',
    )
    .requiredOption('--community <slug>', 'where to look')
    .addOption(
      new Option('--lang <code>', 'language of the query').choices(['ja', 'ko', 'en', 'zh']),
    )
    .option('--limit <n>', 'as many at most, up to 5000', wholeNumber, 20)
    .option('--json', 'print JSON')
    .action(find)
}

async function find(query: string, { community, lang, limit, json }: Given): Promise<void> {
  const { withHiroba, printJson, operatorsLanguage } = await import('../run.ts')
  const { search } = await import('@hiroba/core/search')
  await withHiroba({}, async ({ communityHere, config }) => {
    const here = await communityHere(community)
    const { hits } = await search(here, { query, limit, ...(lang && { lang }) })
    const root = addressOf(here.community, config.url)
    const found = hits.map(({ face, score }) => ({
      kind: face.kind,
      id: face.id,
      sourceId: face.sourceId,
      url: `${root}${face.path}`,
      title: face.title,
      score,
    }))
    if (json) return printJson(found)
    for (const { kind, title, url } of found) console.log(`${kind}\t${title}\n\t${url}`)
    if (found.length === 0) console.log(nothing[operatorsLanguage()])
  })
}

function wholeNumber(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1 || number > 5000)
    throw new InvalidArgumentError('a whole number from 1 to 5000')
  return number
}

const nothing = {
  en: 'Nothing found: try fewer or shorter words.',
  ja: '見つかりませんでした。語を減らすか、短くしてみてください。',
  ko: '찾지 못했습니다. 낱말을 줄이거나 짧게 해 보세요.',
}
