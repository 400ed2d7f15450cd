import type { Load, Measured } from './reads'

/** What was measured beside its floor. */
export interface Row {
  name: string
  ours: Measured
  floor: Measured
}

/** Prints a table in Markdown, as `docs/performance.md` has it. */
export function printSpeed(title: string, rows: readonly Row[], load: Load): void {
  console.log(`\n${title}; ${load.connections} connections, ${load.seconds} s each\n`)
  console.log('| | Dictamen requests/s | p50 ms | p95 ms | CPU ms | MB | floor requests/s | p95 ms | CPU ms | ratio |')
  console.log('|---|---|---|---|---|---|---|---|---|---|')
  for (const { name, ours, floor } of rows) {
    const figures = [
      ours.requestsPerSecond.toFixed(0), ours.p50.toFixed(1), ours.p95.toFixed(1), ours.cpuMilliseconds.toFixed(2), ours.megabytes.toFixed(0),
      floor.requestsPerSecond.toFixed(0), floor.p95.toFixed(1), floor.cpuMilliseconds.toFixed(2),
      (ours.requestsPerSecond / floor.requestsPerSecond).toFixed(2),
    ]
    console.log(`| ${name} | ${figures.join(' | ')} |`)
  }
}
