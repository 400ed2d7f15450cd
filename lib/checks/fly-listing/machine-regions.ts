import type { Baseline } from '@/lib/domain/baseline'
import { rowKey } from '@/lib/domain/baseline-rows'
import { check } from '../check'

/** Machines run in regions that the baseline names, and in more than one. */
export const machineRegions = check({
  id: 'fly-listing/machine-regions',
  format: 'fly-machines',
  subjects: ['regions'],
  findings: {
    'other-region': 'fail', 'one-region': 'inconclusive', 'no-region': 'inconclusive', 'no-machines': 'inconclusive',
    'no-target': 'inconclusive',
  },
  * run({ items, place }, { baseline }) {
    if (items.length === 0) yield { key: 'no-machines', place }
    if (baseline.regions.length === 0) {
      yield { key: 'no-target', place }
      return
    }
    for (const { name, region } of items) {
      const { code, place } = region
      if (code === null) yield { key: 'no-region', place, values: { name } }
      else if (!baseline.regions.some(allowed => allowed.code === code)) yield { key: 'other-region', place, values: { name, region: code }, rows: [] }
    }
    const used = new Set(items.map(({ region }) => region.code))
    const [only] = used
    if (used.size === 1 && baseline.regions.length > 1) yield { key: 'one-region', place, values: { region: only ?? '?' }, rows: rowsOf([only], baseline) }
  },
  rows: ({ items }, { baseline }) => rowsOf(items.map(({ region }) => region.code), baseline),
})

function rowsOf(used: readonly (string | null | undefined)[], { regions }: Baseline): string[] {
  return regions.filter(({ code }) => used.includes(code)).map(one => rowKey('regions', one))
}
