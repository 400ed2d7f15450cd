import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { panels } from './panels'

const keys = (...panelList: object[]) => found(panels, JSON.stringify({ title: 'a', schemaVersion: 39, panels: panelList })).map(one => one.split(' ')[0])
const good = { type: 'timeseries', title: 'a', fieldConfig: { defaults: { unit: 's' } }, targets: [{ expr: 'up' }] }

test.each([
  ['a panel with all', [good], []],
  ['no panels', [], ['no-panels']],
  ['no queries', [{ ...good, targets: [] }], ['no-query']],
  ['queries that say nothing', [{ ...good, targets: [{ refId: 'A', expr: ' ' }, { refId: 'B', legendFormat: 'x' }] }], ['no-query']],
  ['one of two queries says something', [{ ...good, targets: [{ refId: 'A', expr: '' }, { expr: 'up' }] }], []],
  ['queries that are all hidden', [{ ...good, targets: [{ expr: 'up', hide: true }] }], ['no-query']],
  ['a hidden query beside one that reckons with it', [{ ...good, targets: [{ refId: 'A', expr: 'up', hide: true }, { type: 'math', expression: '$A * 2' }] }], []],
  ['a query in SQL', [{ ...good, targets: [{ rawSql: 'select 1' }] }], []],
  ['a query that Prometheus refuses', [{ ...good, targets: [{ expr: 'rate(up)' }] }], ['broken-query']],
  ['a query with a variable in an unusual place', [{ ...good, targets: [{ expr: 'up $op 1' }] }], []],
  ['no title', [{ ...good, title: ' ' }], ['no-title']],
  ['no unit', [{ ...good, fieldConfig: {} }], ['no-unit']],
  ['a table needs no unit', [{ ...good, type: 'table', fieldConfig: {} }], []],
  ['text needs nothing', [{ type: 'text' }], []],
  ['a panel of another plugin', [{ type: 'clock-panel' }], []],
  ['a library panel', [{ title: 'a', libraryPanel: { uid: 'x', name: 'y' } }], ['library']],
  ['a closed row', [{ type: 'row', title: 'r', collapsed: true, panels: [{ ...good, targets: [] }] }], ['no-query']],
])('%s', (_, list, expected) => {
  expect(keys(...list)).toEqual(expected)
})
