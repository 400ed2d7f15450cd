import { expect, test } from 'vitest'
import { grafanaDashboard } from '../formats/grafana-dashboard'
import { metricsOf } from '../rules/metrics'
import { readJson } from '../syntax/json'
import { mentions, promqlQueries } from './promql'

function queriesOf(expr: string, datasource?: unknown) {
  const tree = readJson(JSON.stringify({ title: 'a', panels: [{ type: 'stat', datasource, targets: [{ expr }] }] }))
  const read = tree.ok ? grafanaDashboard.read(tree.value) : tree
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return promqlQueries(read.value)
}

test.each([
  ['an interval of Grafana', 'rate(http_requests_total[$__rate_interval])', ['http_requests_total']],
  ['a range in seconds', 'increase(http_requests_total[${__range_s}s])', ['http_requests_total']],
  ['an interval that is a variable', 'rate(http_requests_total[$interval] offset 1h)', ['http_requests_total']],
  ['a resolution that is a variable', 'max_over_time(up[1h:$step])', ['up']],
  ['a value in each way to write it', 'up{a="$a", b=~"${b:regex}", c=~"[[c]]", d="x-${d.text}-y"}', ['up']],
  ['a number', 'topk($k, up)', ['up']],
  ['a label', 'sum by ($label) (up)', ['up']],
  ['a metric', 'rate($metric[5m])', ['grafana_variable']],
  ['a part of a metric', 'pg_${what}_count', ['pg_grafana_variable_count']],
  ['a quote within a value', 'up{a="\\"$a"} == $n', ['up', 'grafana_variable']],
  ['a name in a matcher', '{__name__="pg_up", a="b"}', ['pg_up']],
])('read with %s', (_, expr, expected) => {
  expect(queriesOf(expr).map(({ expression }) => expression && metricsOf(expression.selectors))).toEqual([expected])
})

test('what is broken says why, unless its variables may be the reason', () => {
  expect(queriesOf('sum(rate(up[5m])')[0]?.message).toBeTruthy()
  expect(queriesOf('up $operator 5 $more')[0]).toMatchObject({ expression: null, message: null })
})

test.each([
  ['Prometheus', { type: 'prometheus', uid: 'a' }, 1],
  ['the default one', undefined, 1],
  ['one of a name', 'Metrics', 1],
  ['one behind a variable', '${datasource}', 1],
  ['Loki', { type: 'loki', uid: 'a' }, 0],
  ['Loki by its name', 'Loki', 0],
  ['an expression of Grafana', { type: '__expr__', uid: '__expr__' }, 0],
])('a query of %s', (_, datasource, expected) => {
  expect(queriesOf('up', datasource)).toHaveLength(expected)
})

test('variables are found in each way to write them, what a regular expression ends with is none', () => {
  expect(mentions('$a ${b} ${c:csv} ${d.text:raw} [[e]] [[f:pipe]] x$ "$1" ${2} $')).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
})
