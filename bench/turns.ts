import type { Load, Measured } from './reads'
import type { Row } from './report'

type Measure = (load: Load) => Promise<Measured>

const turns = 8

/**
 * Measures Dictamen and the floor by turns, each for an eighth of the time: what else the machine does meanwhile falls
 * on both. Gives the means, and the memory at the end.
 */
export async function takeTurns(name: string, load: Load, measureOurs: Measure, measureFloor: Measure): Promise<Row> {
  const ours: Measured[] = []
  const floor: Measured[] = []
  for (let turn = 0; turn < turns; turn += 1) {
    ours.push(await measureOurs({ ...load, seconds: load.seconds / turns }))
    floor.push(await measureFloor({ ...load, seconds: load.seconds / turns }))
  }
  return { name, ours: meanOf(ours), floor: meanOf(floor) }
}

function meanOf(measured: readonly Measured[]): Measured {
  const mean = (of: (one: Measured) => number) => measured.reduce((sum, one) => sum + of(one), 0) / measured.length
  return {
    requestsPerSecond: mean(one => one.requestsPerSecond), p50: mean(one => one.p50), p95: mean(one => one.p95),
    cpuMilliseconds: mean(one => one.cpuMilliseconds), megabytes: measured.at(-1)?.megabytes ?? Number.NaN,
  }
}
