import type { Command } from 'commander'

export function workerCommand(program: Command): void {
  program
    .command('worker')
    .description('only the work that nobody waits for: facts to listeners, jobs')
    .action(async () => {
      const { runInstallation } = await import('../installation.ts')
      await runInstallation({ web: false, worker: true })
    })
}
