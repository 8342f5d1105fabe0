import { readdirSync, readFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'

const ticks = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))

/** Processor time that a process has used so far, in seconds; 0 when it is gone. */
export function cpuSeconds(pid: number): number {
  const [user, system] = times(pid)
  return (user! + system!) / ticks
}

/** The same of a process, of the children it has now and of those that ended. */
export function familyCpuSeconds(pid: number): number {
  const own = times(pid).reduce((sum, time) => sum + time, 0) / ticks
  return childrenOf(pid).reduce((sum, child) => sum + cpuSeconds(child), own)
}

/** Memory in MB that a process holds now, or the most it ever held. */
export function memory(pid: number, which: 'now' | 'most'): number {
  const name = which === 'now' ? 'VmRSS' : 'VmHWM'
  const kilobytes = new RegExp(`${name}:\\s+(\\d+)`).exec(read(`/proc/${pid}/status`))?.[1]
  return Number(kilobytes ?? 0) / 1024
}

/** Memory in MB of a process and its children, what they share counted once (Pss). */
export function familyMemory(pid: number): number {
  const kilobytes = [pid, ...childrenOf(pid)].map((one) =>
    Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${one}/smaps_rollup`))?.[1] ?? 0),
  )
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1024
}

/** Calls `look` again and again until told to stop. */
export function sampling(milliseconds: number, look: () => void): () => void {
  look()
  const timer = setInterval(look, milliseconds)
  return () => {
    clearInterval(timer)
    look()
  }
}

function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((one) => Number(fieldsOf(one)[1]) === pid)
}

/** User and system time of its own, then those of ended children, in ticks. */
function times(pid: number): number[] {
  return fieldsOf(pid).slice(11, 15).map(Number)
}

/** /proc/<pid>/stat after the name, which may hold spaces: state, parent, … (proc(5)). */
function fieldsOf(pid: number): string[] {
  const text = read(`/proc/${pid}/stat`)
  if (!text) return Array.from({ length: 20 }, () => '0')
  return text.slice(text.lastIndexOf(')') + 2).split(' ')
}

/** '' when the process is gone or closed to us. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
