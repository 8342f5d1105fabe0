import { execFileSync } from 'node:child_process'
import { availableParallelism, cpus, totalmem } from 'node:os'
import { repository } from './options.ts'

export type Machine = {
  cpu: string
  cores: number
  gigabytes: number
  node: string
  system: string
}

export function machine(): Machine {
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    gigabytes: Math.round(totalmem() / 1024 ** 3),
    node: process.versions.node,
    system: `${process.platform} ${process.arch}`,
  }
}

/** Such as "1a2b3c4" or "1a2b3c4 + changes". */
export function commit(): string {
  try {
    const git = (...args: string[]) =>
      execFileSync('git', args, { cwd: repository, encoding: 'utf8' }).trim()
    const changes = git('status', '--porcelain', '--', '.', ':!bench/results.*')
    return git('rev-parse', '--short', 'HEAD') + (changes ? ' + changes' : '')
  } catch {
    return 'unknown'
  }
}
