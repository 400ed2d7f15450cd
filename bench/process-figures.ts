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

/** Memory of a process that is resident now, in megabytes (10⁶ bytes); NaN where the system does not tell. */
export const residentMegabytes = (child: ChildProcess): number => megabytesOf(child, 'VmRSS')

/** The most that has been resident so far. */
export const peakMegabytes = (child: ChildProcess): number => megabytesOf(child, 'VmHWM')

function megabytesOf(child: ChildProcess, field: 'VmRSS' | 'VmHWM'): number {
  try {
    const kibibytes = new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]
    return (Number(kibibytes) * 1024) / 1_000_000
  } catch {
    return Number.NaN
  }
}
