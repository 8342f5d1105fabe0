import type { Command } from 'commander'

export function migrateCommand(program: Command): void {
  program
    .command('migrate')
    .description('bring the database up to this version')
    .option('--json', 'print the state as JSON')
    .action(async (options: { json?: boolean }) => {
      const { readConfig } = await import('@hiroba/core/config')
      const { joinDatabase, migrate } = await import('@hiroba/core/database')
      const { printJson, operatorsLanguage, tell } = await import('../run.ts')
      const { fill } = await import('../language.ts')
      const { shell } = await import('../words.ts')
      const config = readConfig(process.env, process.cwd())
      const database = await joinDatabase(config, { role: 'command', tell })
      try {
        const state = await migrate(database.url)
        if (options.json) printJson(state)
        else console.log(fill(shell.migrated[operatorsLanguage()], state))
      } finally {
        await database.leave()
      }
    })
}
