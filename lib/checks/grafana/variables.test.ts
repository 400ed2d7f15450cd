import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { variables } from './variables'

const keys = (list: object[], panel: object = {}, more: object = {}) => found(variables, JSON.stringify({
  title: 'a', panels: [{ type: 'stat', title: 'p', targets: [{ expr: 'up{job="$job"}' }], ...panel }], templating: { list: [{ name: 'job', type: 'query', query: 'label_values(up, job)' }, ...list] }, ...more,
})).map(one => one.split(' ')[0]).sort()
const query = (name: string, text: string) => ({ name, type: 'query', query: text })

test.each([
  ['defined and used', [], {}, []],
  ['used by another variable', [query('instance', 'label_values(up{region="$region"}, instance)'), query('region', 'label_values(region)')], { title: '$instance' }, []],
  ['used by a panel that repeats itself', [query('region', 'label_values(region)')], { repeat: 'region' }, []],
  ['used by nothing', [query('region', 'label_values(region)')], {}, ['unused']],
  ['a filter applies by itself', [{ name: 'filters', type: 'adhoc' }], {}, []],
  ['a query of nothing', [query('region', '')], { title: '$region' }, ['no-query']],
  ['a query in an object', [{ name: 'region', type: 'query', query: { query: '', refId: 'A' }, definition: 'label_values(region)' }], { title: '$region' }, []],
  ['a list of nothing', [{ name: 'region', type: 'custom', query: '', options: [] }], { title: '$region' }, ['no-query']],
  ['a text box may be empty', [{ name: 'region', type: 'textbox', query: '' }], { title: '$region' }, []],
  ['not defined, told once', [], { targets: [{ expr: 'up{job="$job", a="$other"}' }, { expr: 'up{a="${other}"}' }] }, ['undefined']],
  ['not defined, in a variable', [query('region', 'label_values(up{a="[[other]]"}, region)')], { title: '$region' }, ['undefined']],
  ['not defined, of a datasource', [], { datasource: { uid: '${ds}' } }, ['undefined']],
  ['Grafana\'s own', [], { targets: [{ expr: 'rate(up{job="$job"}[$__rate_interval]) > ${__from}' }] }, []],
  ['the end of a regular expression, and a group', [], { targets: [{ expr: 'label_replace(up{job=~"$job$"}, "a", "$1", "b", "(.*)")' }] }, []],
])('%s', (_, list, panel, expected) => {
  expect(keys(list, panel)).toEqual(expected)
})

test('what an export asks for on import is defined', () => {
  expect(keys([], { datasource: '${DS_MAIN}' }, { __inputs: [{ name: 'DS_MAIN', type: 'datasource' }] })).toEqual([])
})
