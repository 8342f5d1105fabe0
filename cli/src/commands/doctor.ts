import type { Command } from 'commander'

export function doctorCommand(program: Command): void {
  program
    .command('doctor')
    .description('look whether everything is well; ends with 1 when something is wrong')
    .option('--json', 'print JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const { examination, lineOf } = await import('../doctor.ts')
      const { printJson } = await import('../printing.ts')
      const findings = await examination()
      if (json) printJson(findings)
      else for (const finding of findings) console.log(lineOf(finding))
      if (findings.some(({ state }) => state === 'bad')) process.exitCode = 1
    })
}
