import type { Baseline } from '@/lib/domain/baseline'
import { rowKey } from '@/lib/domain/baseline-rows'
import { check } from '../check'

// superfly/docs, `reference/regions.html.markerb`.
const known = ['ams', 'arn', 'bom', 'cdg', 'dfw', 'ewr', 'fra', 'gru', 'iad', 'jnb', 'lax', 'lhr', 'nrt', 'ord', 'sin', 'sjc', 'syd', 'yyz']

/** The application runs in more than one region, each of them one that the assessment names. */
export const regions = check({
  id: 'fly/regions',
  format: 'fly-toml',
  subjects: ['regions'],
  findings: { 'no-primary': 'inconclusive', 'one-region': 'inconclusive', unlisted: 'inconclusive', 'not-candidate': 'warning' },
  * run({ primaryRegion, place }, { baseline, filesOf }) {
    if (!primaryRegion) {
      yield { key: 'no-primary', place }
      return
    }
    const { value: region, place: at } = primaryRegion
    const all = new Set(filesOf('fly-toml').flatMap(({ document }) => document.primaryRegion?.value ?? []))
    if (all.size < 2) yield { key: 'one-region', place: at, values: { region }, rows: rowsOf(region, baseline) }
    if (!known.includes(region)) yield { key: 'unlisted', place: at, values: { region } }
    else if (baseline.regions.length > 0 && !baseline.regions.some(({ code }) => code === region))
      yield { key: 'not-candidate', place: at, values: { region, regions: baseline.regions.map(({ code }) => code).join(', ') } }
  },
  rows: ({ primaryRegion }, { baseline }) => (primaryRegion ? rowsOf(primaryRegion.value, baseline) : []),
})

function rowsOf(region: string, { regions }: Baseline): string[] {
  return regions.filter(({ code }) => code === region).map(one => rowKey('regions', one))
}
