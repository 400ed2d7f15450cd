import { check } from '../check'
import type { PrometheusConfig } from '../formats/prometheus-config'
import { namesNoHost } from '../placeholder-host'
import { get, itemsOf, textOf } from '../syntax/tree'

/** Metrics are sent to a storage that keeps them for long. */
export const longTermStorage = check({
  id: 'prometheus/long-term-storage',
  format: 'prometheus-config',
  subjects: ['metrics-retention'],
  findings: { none: 'fail', placeholder: 'fail', sidecar: 'inconclusive', 'no-external-labels': 'warning', filtered: 'warning', 'period-elsewhere': 'info' },
  * run(config) {
    const { tree, remoteWrite, externalLabels } = config
    if (remoteWrite.length === 0) {
      yield { key: hasSidecar(config) ? 'sidecar' : 'none', place: tree.place }
      return
    }
    if (externalLabels.length === 0) yield { key: 'no-external-labels', place: remoteWrite[0]?.place ?? tree.place }
    for (const { place, tree: entry } of remoteWrite) {
      const url = get(entry, 'url')
      if (namesNoHost((textOf(url) ?? '').slice(0, 1_000))) yield { key: 'placeholder', place: url?.place ?? place }
      yield { key: 'period-elsewhere', place }
      for (const relabel of itemsOf(get(entry, 'write_relabel_configs')))
        if (['keep', 'drop'].includes((textOf(get(relabel, 'action')) ?? '').toLowerCase())) yield { key: 'filtered', place: relabel.place }
    }
  },
})

/** A Thanos sidecar copies what Prometheus has stored: only what is scraped, or how the server is called, shows it here. */
function hasSidecar({ jobs, externalLabels }: PrometheusConfig): boolean {
  return jobs.some(({ job, targets }) => /thanos/i.test(job) || targets.some(({ address }) => /thanos/i.test(address)))
    || externalLabels.some(({ name }) => name === 'replica' || name === 'prometheus_replica')
}
