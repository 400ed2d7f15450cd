import { check } from '../check'
import type { GrafanaDashboard, GrafanaVariable } from '../formats/grafana-dashboard'
import type { Place } from '../place'
import { stringOf, type Tree } from '../syntax/tree'
import { mentions } from './promql'

/** Variables have values to choose from, are used, and are all defined. */
export const variables = check({
  id: 'grafana/variables',
  format: 'grafana-dashboard',
  subjects: ['dashboards'],
  findings: { undefined: 'fail', 'no-query': 'fail', unused: 'warning' },
  * run(document) {
    const { tree, variables, inputs } = document
    const defined = new Set([...variables.map(({ name }) => name), ...inputs])
    const told = new Set<string>()
    for (const { text, place } of asking(document))
      for (const name of mentions(text)) {
        if (name.startsWith('__') || defined.has(name) || told.has(name)) continue
        told.add(name)
        yield { key: 'undefined', place, values: { variable: name } }
      }
    const used = new Set<string>()
    gatherUses(tree, '', used)
    for (const variable of variables) {
      const { name, place, type, query } = variable
      if (needsQuery.has(type) && query === '') yield { key: 'no-query', place, values: { variable: name } }
      if (!used.has(name) && !actsByItself(variable)) yield { key: 'unused', place, values: { variable: name } }
    }
  },
})

const needsQuery = new Set(['query', 'custom', 'datasource', 'interval'])

/** Filters are added to every query, and a constant may stand for what else reads the dashboard. */
function actsByItself({ type }: GrafanaVariable): boolean {
  return type === 'adhoc' || type === 'groupby' || type === 'constant' || type === 'system'
}

/** Texts whose variables must be there: queries, those of variables too, and names of datasources. */
function* asking({ panels, variables, annotationDatasources }: GrafanaDashboard): Generator<{ text: string; place: Place }> {
  for (const { queries, datasource } of panels) {
    for (const { expr } of queries) if (expr) yield expr
    for (const ref of [datasource, ...queries.map(query => query.datasource)]) if (ref?.name) yield { text: ref.name, place: ref.place }
  }
  for (const { query, place, datasource } of variables) {
    yield { text: query, place }
    if (datasource?.name) yield { text: datasource.name, place: datasource.place }
  }
  for (const { name, place } of annotationDatasources) if (name) yield { text: name, place }
}

/** Names of variables in any text of the dashboard, and those that panels and rows repeat themselves by. */
function gatherUses(tree: Tree, key: string, used: Set<string>): void {
  if (tree.kind === 'list') for (const item of tree.items) gatherUses(item, key, used)
  else if (tree.kind === 'map') {
    for (const [name, { value }] of tree.entries) gatherUses(value, key === 'repeat' && name === 'value' ? 'repeat' : name, used)
  } else {
    const text = stringOf(tree) ?? ''
    if (key === 'repeat') used.add(text)
    if (/[$[]/.test(text)) for (const name of mentions(text)) used.add(name)
  }
}
