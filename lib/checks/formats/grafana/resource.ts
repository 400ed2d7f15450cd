import { entriesOf, get, itemsOf, placeOf, stringOf, textOf, type Read, type Tree } from '../../syntax/tree'
import type { DatasourceRef, GrafanaDashboard, GrafanaPanel, GrafanaQuery, GrafanaVariable } from '../grafana-dashboard'
import { datasourceIn, exprOf, fieldUnit, shown } from './classic'

/**
 * Reads the `spec` of a dashboard of the second schema (Grafana documentation, `as-code/observability-as-code/schema-v2`,
 * read November 2026): panels are named elements, and each query says its kind in `group`, before 13 in `kind`.
 */
export function readResource(spec: Tree): Read<GrafanaDashboard> {
  const elements = entriesOf(get(spec, 'elements'))
  const wrong = elements.find(([, { value }]) => value.kind !== 'map')
  if (wrong) {
    const [, { place, value }] = wrong
    return { ok: false, problems: [{ place, reason: 'shape', values: { expected: '{ … }', found: value.kind } }] }
  }
  return {
    ok: true,
    value: {
      tree: spec,
      title: stringOf(get(spec, 'title')) || null,
      panels: elements.map(([, { value }]) => panelOf(value)),
      variables: itemsOf(get(spec, 'variables')).map(variableOf),
      inputs: [],
      annotationDatasources: itemsOf(get(spec, 'annotations')).flatMap(one => datasourceOf(get(one, 'spec') ?? one) ?? []),
    },
  }
}

function panelOf(element: Tree): GrafanaPanel {
  const spec = get(element, 'spec') ?? element
  const config = get(spec, 'vizConfig')
  return {
    place: element.place,
    title: stringOf(get(spec, 'title'))?.trim() || null,
    type: stringOf(get(config, 'group')) ?? stringOf(get(config, 'kind')) ?? '',
    isLibrary: stringOf(get(element, 'kind')) === 'LibraryPanel',
    queries: shown(itemsOf(get(spec, 'data', 'spec', 'queries')).map(query => get(query, 'spec') ?? query), 'hidden').map(queryOf),
    unit: fieldUnit(get(config, 'spec', 'fieldConfig')) ?? (stringOf(get(config, 'spec', 'options', 'yAxis', 'unit')) || null),
    datasource: null,
  }
}

function queryOf(spec: Tree): GrafanaQuery {
  const datasource = datasourceOf(spec)
  return { place: spec.place, expr: exprOf(get(spec, 'query', 'spec') ?? spec, datasource?.type ?? null), datasource }
}

/** Beside the query or in it; its kind is that of the query. */
function datasourceOf(spec: Tree): DatasourceRef | null {
  const query = get(spec, 'query')
  const type = stringOf(get(query, 'group')) ?? stringOf(get(query, 'kind')) ?? null
  const named = datasourceIn(spec) ?? (query ? datasourceIn(query) : null)
  if (named) return { ...named, type: named.type ?? type }
  return query && type !== null ? { name: null, type, place: placeOf(spec, 'query') } : null
}

function variableOf(variable: Tree): GrafanaVariable {
  const spec = get(variable, 'spec') ?? variable
  const query = get(spec, 'query')
  const inner = get(query, 'spec')
  const texts = [query, get(inner, 'query'), get(inner, '__legacyStringValue'), get(spec, 'definition'), get(spec, 'pluginId')]
  return {
    name: stringOf(get(spec, 'name')) ?? '',
    place: variable.place,
    type: (stringOf(get(variable, 'kind')) ?? 'QueryVariable').replace(/Variable$/, '').toLowerCase(),
    query: texts.map(text => textOf(text)?.trim()).find(Boolean) ?? '',
    datasource: datasourceOf(spec),
  }
}
