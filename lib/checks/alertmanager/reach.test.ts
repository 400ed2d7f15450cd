import { expect, test } from 'vitest'
import { alertmanagerConfig } from '../formats/alertmanager-config'
import { readYaml } from '../syntax/yaml'
import { anyAlert } from './alerts'
import { approaches, canReach } from './reach'
import { effectiveRoutes, routesOf } from './routing'

/** Which of the routes, in the order in which they stand, an alert of any labels can reach. */
function reached(routes: string): boolean[] {
  const tree = readYaml(`route:\n  receiver: team\n  routes:\n${routes}\nreceivers:\n- name: team`)
  const config = tree.ok ? alertmanagerConfig.read(tree.value) : tree
  if (!config.ok) throw new Error(JSON.stringify(config.problems))
  const budget = { left: 100_000 }
  return approaches(config.value.route).map(({ matchers, before }) => canReach(anyAlert, matchers, before(), budget))
}

test.each([
  ['two values of one label', '  - match: { a: x }\n  - match: { a: y }', [true, true]],
  ['the same again', '  - match: { a: x }\n  - match: { a: x, b: y }', [true, false]],
  ['the same again after continue', '  - match: { a: x }\n    continue: true\n  - match: { a: x, b: y }', [true, true]],
  ['a narrower one first', '  - match: { a: x, b: y }\n  - match: { a: x }', [true, true]],
  ['words of an expression', `  - match_re: { a: 'x|y|z' }\n  - match: { a: y }\n  - match: { a: w }`, [true, false, true]],
  ['words that several take together', `  - match: { a: x }\n  - match: { a: y }\n  - match_re: { a: '^(x|y)$' }\n  - match_re: { a: 'x|y|' }`, [true, true, false, true]],
  ['all that carry a label, then one without', `  - match_re: { a: '.+' }\n  - match: { a: y }\n  - match: { a: '' }\n  - match: { b: y }`, [true, false, true, false]],
  ['one and its contrary', `  - match: { a: x }\n  - matchers: [ 'a!=x' ]\n  - match: { b: y }`, [true, true, false]],
  ['a route of everything', '  - receiver: team\n  - match: { b: y }', [true, false]],
  ['values that nobody can list', `  - match: { a: db-1 }\n  - matchers: [ 'a=~"db-.*"' ]\n  - matchers: [ 'a=~"db-[0-9]"' ]`, [true, true, true]],
  ['an expression that takes one value', `  - match_re: { a: 'db-.*' }\n  - match: { a: db-1 }`, [true, false]],
  ['what contradicts itself', `  - match: { a: x }\n    routes:\n    - match: { a: y }`, [true, false]],
  ['taken a level above', '  - match: { a: x }\n  - match: { b: y }\n    routes:\n    - match: { a: x }\n    - match: { a: z }', [true, true, false, true]],
  ['by one of two', '  - match: { a: x, b: y }\n  - match: { a: x, c: z }\n  - match: { a: x, b: y, c: z }\n  - match: { a: x, b: w, c: w }', [true, true, false, true]],
])('%s', (_, routes, expected) => {
  expect(reached(routes)).toEqual(expected)
})

test('over every small tree it says what trying all labels says', () => {
  const matchers = ['a="x"', 'a!="x"', 'a=~"x|y"', 'a=""', 'b="x"', 'b=~".+"', 'b!~"x|"']
  const values = ['', 'x', 'y', 'z']
  for (const first of matchers) for (const second of matchers) for (const third of matchers) {
    const tree = readYaml(`route:\n  receiver: team\n  routes:\n  - matchers: ['${first}', '${third}']\n  - matchers: ['${second}']\n  - matchers: ['${third}']\nreceivers:\n- name: team`)
    const config = tree.ok ? alertmanagerConfig.read(tree.value) : tree
    if (!config.ok) throw new Error(JSON.stringify(config.problems))
    const taken = new Set(values.flatMap(a => values.flatMap(b => routesOf(effectiveRoutes(config.value), { a, b }).map(({ route }) => route))))
    const judged = approaches(config.value.route).map(approach => canReach(anyAlert, approach.matchers, approach.before(), { left: 10_000 }))
    expect(judged, `${first} ${third}; ${second}; ${third}`).toEqual(config.value.route.routes.map(route => taken.has(route)))
  }
})

test('past what may be tried a route counts as reachable', () => {
  const same = Array.from({ length: 500 }, () => '  - match: { a: x }').join('\n')
  const judged = reached(same)
  expect([judged[1], judged.at(-1)]).toEqual([false, true])
})
