import type { Command } from 'commander'

export function startCommand(program: Command): void {
  program
    .command('start')
    .description('open the plaza: database, web pages and worker in one process')
    .option('--web-only', 'without the worker, which then runs elsewhere (hiroba worker)')
    .option('--worker-only', 'without the web pages (the same as hiroba worker)')
    .action(async (options: { webOnly?: boolean; workerOnly?: boolean }) => {
      const { runInstallation } = await import('../installation.ts')
      await runInstallation({ web: !options.workerOnly, worker: !options.webOnly })
    })
}
