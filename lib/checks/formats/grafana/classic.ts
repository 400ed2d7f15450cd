import { booleanOf, entriesOf, get, itemsOf, placeOf, stringOf, textOf, type Read, type Tree, type Unreadable } from '../../syntax/tree'
import type { DatasourceRef, GrafanaDashboard, GrafanaPanel, GrafanaQuery, GrafanaVariable } from '../grafana-dashboard'

/** Reads the classic layout: panels in a list, in rows of it, or in the rows of Grafana 4 and before. */
export function readClassic(tree: Tree): Read<GrafanaDashboard> {
  const problems: Unreadable[] = []
  const panels = [...panelsIn(tree, problems), ...itemsOf(get(tree, 'rows')).flatMap(row => panelsIn(row, problems))]
  const variables = maps(get(tree, 'templating', 'list'), problems)
  if (problems.length > 0) return { ok: false, problems }
  return {
    ok: true,
    value: {
      tree,
      title: stringOf(get(tree, 'title')) || null,
      panels: panels.map(panelOf),
      variables: variables.map(variableOf),
      inputs: itemsOf(get(tree, '__inputs')).flatMap(input => stringOf(get(input, 'name')) ?? []),
      annotationDatasources: itemsOf(get(tree, 'annotations', 'list')).flatMap(one => datasourceIn(one) ?? []),
    },
  }
}

/** The datasource that a panel, a query or a variable names: an object, or in older dashboards a name. */
export function datasourceIn(tree: Tree): DatasourceRef | null {
  const datasource = get(tree, 'datasource')
  if (datasource === undefined || (datasource.kind === 'scalar' && datasource.value === null)) return null
  const place = placeOf(tree, 'datasource')
  if (datasource.kind === 'scalar') return { name: textOf(datasource) ?? null, type: null, place }
  const name = stringOf(get(datasource, 'uid')) ?? stringOf(get(datasource, 'name')) ?? null
  return { name, type: stringOf(get(datasource, 'type')) ?? null, place }
}

/** What a query asks for in the languages that are written in `expr`; an empty text where it only says how to show it. */
export function exprOf(query: Tree, type: string | null): GrafanaQuery['expr'] {
  const expr = stringOf(get(query, 'expr'))
  if (expr !== undefined) return { text: expr, place: placeOf(query, 'expr') }
  const asksNothing = type === 'prometheus' || entriesOf(query).every(([key]) => settings.has(key))
  return asksNothing ? { text: '', place: query.place } : null
}

/** Fields of a query that ask for nothing. */
const settings = new Set([
  'refId', 'hide', 'datasource', 'key', 'legendFormat', 'format', 'interval', 'intervalFactor', 'step', 'instant', 'range',
  'editorMode', 'exemplar',
])

/** The unit in the settings of fields, or of some of them. */
export function fieldUnit(fieldConfig: Tree | undefined): string | null {
  const overrides = itemsOf(get(fieldConfig, 'overrides')).flatMap(override => itemsOf(get(override, 'properties')))
  const unit = overrides.find(property => stringOf(get(property, 'id')) === 'unit')
  return stringOf(get(fieldConfig, 'defaults', 'unit')) || stringOf(get(unit, 'value')) || null
}

/** Panels of a dashboard or a row; a row that stands among them is replaced by its own. */
function panelsIn(tree: Tree, problems: Unreadable[]): Tree[] {
  return maps(get(tree, 'panels'), problems).flatMap(panel => (stringOf(get(panel, 'type')) === 'row' ? panelsIn(panel, problems) : [panel]))
}

function maps(list: Tree | undefined, problems: Unreadable[]): readonly Tree[] {
  if (list !== undefined && list.kind !== 'list' && !(list.kind === 'scalar' && list.value === null))
    problems.push({ place: list.place, reason: 'shape', values: { expected: '[ … ]', found: list.kind } })
  const items = itemsOf(list)
  for (const item of items)
    if (item.kind !== 'map') problems.push({ place: item.place, reason: 'shape', values: { expected: '{ … }', found: item.kind } })
  return items
}

/** Queries of a panel; none where all are hidden. One that is hidden beside another may be what that one reckons with. */
export function shown(queries: readonly Tree[], flag: string): readonly Tree[] {
  return queries.every(query => booleanOf(get(query, flag)) === true) ? [] : queries
}

function panelOf(panel: Tree): GrafanaPanel {
  const datasource = datasourceIn(panel)
  return {
    place: panel.place,
    title: stringOf(get(panel, 'title'))?.trim() || null,
    type: stringOf(get(panel, 'type')) ?? '',
    isLibrary: get(panel, 'libraryPanel') !== undefined,
    queries: shown(itemsOf(get(panel, 'targets')), 'hide').map(target => {
      const own = datasourceIn(target)
      return { place: target.place, expr: exprOf(target, (own ?? datasource)?.type ?? null), datasource: own ?? datasource }
    }),
    unit: fieldUnit(get(panel, 'fieldConfig')) ?? oldUnit(panel),
    datasource,
  }
}

/** Where the unit stood before Grafana 7: `format` of a number, of an axis. */
function oldUnit(panel: Tree): string | null {
  const axes = [...itemsOf(get(panel, 'yaxes')), get(panel, 'yAxis'), get(panel, 'yaxis')]
  const options = get(panel, 'options')
  const formats = [
    get(panel, 'format'), ...axes.map(axis => get(axis, 'format')), get(options, 'yAxis', 'unit'), get(options, 'fieldOptions', 'defaults', 'unit'),
  ]
  return formats.map(format => stringOf(format)).find(Boolean) ?? itemsOf(get(panel, 'y_formats')).map(stringOf).find(Boolean) ?? null
}

function variableOf(variable: Tree): GrafanaVariable {
  const query = get(variable, 'query')
  const options = itemsOf(get(variable, 'options')).flatMap(option => textOf(get(option, 'value')) ?? [])
  // Of a datasource whose queries are no text, what it says at all.
  const written = textOf(query) ?? stringOf(get(query, 'query')) ?? entriesOf(query).map(([key]) => key).join(',')
  const definition = stringOf(get(variable, 'definition')) ?? ''
  return {
    name: stringOf(get(variable, 'name')) ?? '',
    place: variable.place,
    type: stringOf(get(variable, 'type')) ?? 'query',
    query: written.trim() || definition.trim() || options.join(','),
    datasource: datasourceIn(variable),
  }
}
