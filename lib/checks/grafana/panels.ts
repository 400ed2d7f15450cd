import { check } from '../check'
import type { GrafanaPanel } from '../formats/grafana-dashboard'
import { promqlQueries } from './promql'

/** Panels ask for something that can be answered, and say what it is. */
export const panels = check({
  id: 'grafana/panels',
  format: 'grafana-dashboard',
  subjects: ['dashboards'],
  findings: {
    'no-panels': 'fail', 'no-query': 'fail', 'broken-query': 'fail', library: 'inconclusive', 'no-title': 'warning', 'no-unit': 'warning',
  },
  * run(document) {
    const { panels, tree } = document
    if (panels.length === 0) return yield { key: 'no-panels', place: tree.place }
    for (const panel of panels) {
      const values = { panel: nameOf(panel) }
      if (panel.isLibrary && panel.queries.length === 0) yield { key: 'library', place: panel.place, values }
      else if (dataPanels.has(panel.type)) {
        if (asksNothing(panel)) yield { key: 'no-query', place: panel.place, values }
        if (panel.title === null) yield { key: 'no-title', place: panel.place, values }
        if (numberPanels.has(panel.type) && panel.unit === null) yield { key: 'no-unit', place: panel.place, values }
      }
    }
    for (const { panel, place, message } of promqlQueries(document))
      if (message !== null) yield { key: 'broken-query', place, values: { panel: nameOf(panel), message } }
  },
})

/** Grafana's own panels that show numbers with a unit. */
const numberPanels = new Set([
  'timeseries', 'graph', 'stat', 'gauge', 'bargauge', 'singlestat', 'heatmap', 'barchart', 'histogram', 'trend', 'piechart',
  'grafana-piechart-panel',
])

/** Those that show data of any kind. Of panels of others nobody knows what they need. */
const dataPanels = new Set([
  ...numberPanels, 'table', 'table-old', 'state-timeline', 'status-history', 'logs', 'xychart', 'geomap', 'nodeGraph', 'traces', 'flamegraph',
  'candlestick',
])

function asksNothing({ queries }: GrafanaPanel): boolean {
  return queries.every(({ expr }) => expr !== null && expr.text.trim() === '')
}

function nameOf({ title, type }: GrafanaPanel): string {
  return title ?? type
}
