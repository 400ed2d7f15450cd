import { check } from '../check'
import type { FlyMachine } from '../formats/fly-machines'

/** Machines are sized as somebody chose, alike within their group, and have swap. */
export const machineSize = check({
  id: 'fly-listing/machine-size',
  format: 'fly-machines',
  subjects: ['vm-resources'],
  findings: {
    'no-swap': 'fail', 'none-started': 'inconclusive', 'no-size': 'inconclusive', smallest: 'warning', uneven: 'warning', size: 'info',
    stopped: 'info',
  },
  * run({ items, place }) {
    for (const [group, machines] of Map.groupBy(items, machine => machine.group)) {
      const sizes = Map.groupBy(machines.filter(({ size }) => size !== null), sizeOf)
      for (const [size, [first, ...more]] of sizes)
        if (first?.size) {
          yield { key: 'size', place: first.size.place, values: { group, size, count: more.length + 1 } }
          if (isSmallest(first)) yield { key: 'smallest', place: first.size.place, values: { group, size } }
        }
      const [one, another] = [...sizes.values()].flatMap(([first]) => first?.size ?? [])
      if (one && another) yield { key: 'uneven', place: another.place, values: { group, sizes: [...sizes.keys()].join('; ') } }
    }
    for (const { name, place, size, swapMegabytes } of items) {
      if (size === null) yield { key: 'no-size', place, values: { name } }
      else if (swapMegabytes <= 0) yield { key: 'no-swap', place: size.place, values: { name } }
    }
    const stopped = items.filter(({ state }) => state !== 'started')
    if (stopped.length === items.length) yield { key: 'none-started', place }
    else if (stopped[0]) yield { key: 'stopped', place: stopped[0].place, values: { count: stopped.length } }
  },
})

function sizeOf({ size }: FlyMachine): string {
  return size ? `${size.cpuKind} ${size.cpus}x, ${size.memoryMegabytes} MB` : '?'
}

/** What a Machine gets that nobody sized: `shared-cpu-1x` with 256 MB (superfly/fly-go, `MachinePresets`). */
function isSmallest({ size }: FlyMachine): boolean {
  return size !== null && size.cpuKind === 'shared' && size.cpus === 1 && size.memoryMegabytes <= 256
}
