import { check } from '../check'

/** Megabytes up to which a Machine of shared CPUs is one of the smallest. */
const smallMegabytes = 512

/** The size of the Machines stands in the file, and there is swap for what goes beyond. */
export const resources = check({
  id: 'fly/resources',
  format: 'fly-toml',
  subjects: ['vm-resources'],
  findings: { 'no-swap': 'fail', 'unknown-size': 'inconclusive', 'not-set': 'inconclusive', small: 'warning' },
  * run({ machines, swapMegabytes, place }) {
    if (!swapMegabytes || swapMegabytes.value <= 0) yield { key: 'no-swap', place: swapMegabytes?.place ?? place }
    if (machines.length === 0) yield { key: 'not-set', place }
    for (const { place, size, cpuKind, megabytes } of machines) {
      if (megabytes === null) yield { key: 'unknown-size', place: size?.place ?? place, values: { size: size?.value ?? '?' } }
      else if (cpuKind !== 'performance' && megabytes <= smallMegabytes) yield { key: 'small', place, values: { megabytes } }
    }
  },
})
