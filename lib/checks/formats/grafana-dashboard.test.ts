import { expect, test } from 'vitest'
import { recognise } from '../recognise'
import type { GrafanaDashboard } from './grafana-dashboard'

const told = (value: unknown) => recognise(new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)))

function read(value: unknown): GrafanaDashboard {
  const read = told(value)
  if (!read || !('document' in read) || read.format !== 'grafana-dashboard') throw new Error(JSON.stringify(read))
  return read.document as GrafanaDashboard
}

const panel = (title: string) => ({ type: 'timeseries', title, fieldConfig: { defaults: { unit: 's' } }, targets: [{ refId: 'A', expr: 'up' }] })
const variable = { name: 'job', type: 'query', query: { query: 'label_values(up, job)', refId: 'A' } }
const dashboard = { title: 'Portal', schemaVersion: 39, panels: [panel('a')], templating: { list: [variable] } }

test.each([
  ['a list of panels', dashboard, ['a']],
  ['an answer of the API', { dashboard, meta: { slug: 'portal' } }, ['a']],
  ['a resource of the first schema', { apiVersion: 'dashboard.grafana.app/v1beta1', kind: 'Dashboard', metadata: {}, spec: dashboard }, ['a']],
  ['rows that hold their panels, open and closed', { ...dashboard, panels: [{ type: 'row', title: 'r', panels: [panel('a'), { type: 'row', panels: [panel('b')] }] }, panel('c')] }, ['a', 'b', 'c']],
  ['rows of old', { title: 'Portal', schemaVersion: 14, rows: [{ panels: [panel('a')] }, { panels: [panel('b')] }] }, ['a', 'b']],
])('panels of %s', (_, value, expected) => {
  expect(read(value).panels.map(({ title, unit, queries }) => [title, unit, queries[0]?.expr?.text])).toEqual(expected.map(title => [title, 's', 'up']))
})

test('a resource of the second schema, queries of Grafana 12 and 13 alike', () => {
  const query = (inner: object) => ({ kind: 'PanelQuery', spec: { refId: 'A', ...inner } })
  const { panels, variables } = read({
    apiVersion: 'dashboard.grafana.app/v2beta1', kind: 'Dashboard',
    spec: {
      title: 'Portal', layout: { kind: 'GridLayout', spec: {} },
      elements: {
        'panel-1': {
          kind: 'Panel',
          spec: {
            title: 'a', vizConfig: { kind: 'VizConfig', group: 'stat', spec: { fieldConfig: { defaults: { unit: 'bytes' } } } },
            data: { kind: 'QueryGroup', spec: { queries: [query({ query: { kind: 'DataQuery', group: 'prometheus', datasource: { name: 'p' }, spec: { expr: 'up' } } })] } },
          },
        },
        'panel-2': {
          kind: 'Panel',
          spec: {
            title: 'b', vizConfig: { kind: 'timeseries', spec: {} },
            data: { kind: 'QueryGroup', spec: { queries: [query({ datasource: { type: 'prometheus', uid: 'q' }, query: { kind: 'prometheus', spec: { expr: 'up == 0' } } })] } },
          },
        },
        'panel-3': { kind: 'LibraryPanel', spec: { title: 'c', libraryPanel: { uid: 'x' } } },
      },
      variables: [{ kind: 'QueryVariable', spec: { name: 'job', query: { kind: 'DataQuery', group: 'prometheus', spec: { query: 'label_values(up, job)' } } } }],
    },
  })
  expect(panels.map(({ title, type, unit, isLibrary, queries: [first] }) => [title, type, unit, isLibrary, first?.expr?.text, first?.datasource?.name])).toEqual([
    ['a', 'stat', 'bytes', false, 'up', 'p'], ['b', 'timeseries', null, false, 'up == 0', 'q'], ['c', '', null, true, undefined, undefined],
  ])
  expect(variables.map(({ name, type, query }) => [name, type, query])).toEqual([['job', 'query', 'label_values(up, job)']])
})

test('units of panels older than Grafana 7', () => {
  const { panels } = read({ ...dashboard, panels: [
    { type: 'graph', yaxes: [{ format: 'bytes' }, { format: 'short' }] }, { type: 'singlestat', format: 'percent' }, { type: 'graph', y_formats: ['ms', 'short'] }, { type: 'heatmap', yAxis: { format: 's' } }, { type: 'graph' },
    { type: 'stat', fieldConfig: { defaults: {}, overrides: [{ matcher: {}, properties: [{ id: 'unit', value: 'reqps' }] }] } },
  ] })
  expect(panels.map(({ unit }) => unit)).toEqual(['bytes', 'percent', 'ms', 's', null, 'reqps'])
})

test('a query takes the datasource of its panel where it names none, and a query of settings only asks nothing', () => {
  const { panels: [first] } = read({ ...dashboard, panels: [{ type: 'stat', datasource: 'Main', targets: [{ refId: 'A' }, { refId: 'B', rawSql: 'select 1' }, { expr: 'up', datasource: { type: 'loki', uid: 'l' } }] }] })
  expect(first?.queries.map(({ expr, datasource }) => [expr?.text ?? null, datasource?.name])).toEqual([['', 'Main'], [null, 'Main'], ['up', 'l']])
})

test.each([
  ['panels that are none', { ...dashboard, panels: ['a'] }],
  ['variables that are no list', { ...dashboard, templating: { list: {} } }],
])('refused: %s', (_, value) => {
  expect(told(value)).toMatchObject({ format: 'grafana-dashboard', problems: [{ reason: 'shape' }] })
})

test.each([
  ['broken JSON of a dashboard', '{ "title": "Portal", "schemaVersion": 39, "panels": [', 'grafana-dashboard'],
  ['another JSON', { metrics: {}, root_group: {} }, undefined],
  ['panels of something else', { panels: [] }, undefined],
])('told by its content: %s', (_, value, format) => {
  expect(told(value)?.format ?? undefined).toBe(format)
})
