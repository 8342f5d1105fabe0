import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Command, CommanderError } from 'commander'
import { explain } from './explaining.ts'

type Adding = (program: Command) => void

/** Command by name, and the file under commands/ that brings it. */
const commands = [
  'start',
  'worker',
  'migrate',
  'community',
  'import',
  'categories',
  'metrics',
  'search',
  'doctor',
]

/** Runs one command line. Returns the exit code: 0 done, 1 refused or failed, 2 not understood. */
export async function runProgram(args: string[]): Promise<number> {
  const program = new Command('hiroba')
    .description('Hiroba (広場): a community manager’s whole work in one self-hosted place.')
    .version('0.1.0')
    .exitOverride()
    .showHelpAfterError('(--help shows how)')
    .configureHelp({ showGlobalOptions: true })
  // Only the command that was asked for is loaded: help needs them all.
  const named = commands.find((name) => name === args[0])
  for (const name of named ? [named] : commands) await add(program, name)
  if (args.length === 0) args = ['--help']
  try {
    await program.parseAsync(args, { from: 'user' })
    return Number(process.exitCode ?? 0)
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    explain(error)
    return 1
  }
}

async function add(program: Command, name: string): Promise<void> {
  const file = new URL(`./commands/${name}.ts`, import.meta.url)
  if (!existsSync(fileURLToPath(file))) return
  const module = (await import(file.href)) as Record<string, Adding>
  module[`${name}Command`]!(program)
  exitOverrideAll(program)
}

/** So that a mistake in the options of any command ends with code 2, and nothing exits in the middle. */
function exitOverrideAll(command: Command): void {
  for (const child of command.commands) {
    child.exitOverride().showHelpAfterError('(--help shows how)')
    exitOverrideAll(child)
  }
}
