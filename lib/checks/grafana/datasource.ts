import { check } from '../check'
import type { DatasourceRef } from '../formats/grafana-dashboard'
import { mentions } from './promql'

/** Datasources are chosen by a variable, so that the dashboard works wherever it is imported. */
export const datasource = check({
  id: 'grafana/datasource',
  format: 'grafana-dashboard',
  subjects: ['dashboards'],
  findings: { 'hard-wired': 'warning' },
  * run({ panels, variables, annotationDatasources }) {
    const ofPanels = panels.flatMap(panel => [panel.datasource, ...panel.queries.map(query => query.datasource)])
    const used = new Set([...ofPanels, ...variables.map(variable => variable.datasource), ...annotationDatasources])
    const wired = [...used].filter(one => one !== null && isWired(one)).filter(one => one !== null)
    for (const [name, [first, ...more]] of Map.groupBy(wired, ref => ref.name ?? ''))
      if (first) yield { key: 'hard-wired', place: first.place, values: { datasource: name, uses: 1 + more.length } }
  },
})

/** One that Grafana brings with it, or the default, is there wherever the dashboard goes. */
function isWired({ name, type }: DatasourceRef): boolean {
  if (name === null || name === '' || name === 'default') return false
  if (type === 'datasource' || type === 'grafana' || type === '__expr__') return false
  return !/^(-- .* --|grafana|__expr__|dashboard)$/.test(name) && mentions(name).length === 0
}
