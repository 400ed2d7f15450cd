import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'

// Linux counts in hundredths of a second, whatever the processor does.
const ticksPerSecond = 100

/** Processor time that a process has used, in milliseconds; NaN where the system does not tell. */
export function cpuOf(child: ChildProcess): number {
  try {
    const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return ((Number(fields[11]) + Number(fields[12])) / ticksPerSecond) * 1000
  } catch {
    return Number.NaN
  }
}
