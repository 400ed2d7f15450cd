import { expect, test } from 'vitest'
import { alertmanagerConfig } from '../formats/alertmanager-config'
import { readYaml } from '../syntax/yaml'
import { askAmtool, withoutAmtool } from '../testing/amtool'
import { effectiveRoutes, receiversOf } from './routing'

function read(text: string) {
  const tree = readYaml(text)
  const result = tree.ok ? alertmanagerConfig.read(tree.value) : tree
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

const receivers = (...names: string[]) => `receivers:\n${names.map(name => `- name: ${name}`).join('\n')}\n`

const configs = [
  `route:
  receiver: root
  routes:
  - match: { severity: critical }
    receiver: a
  - match: { severity: warning }
    receiver: b
  - match: { component: db }
    receiver: c
`,
  `route:
  receiver: root
  routes:
  - match: { severity: critical }
    receiver: a
    continue: true
  - match_re: { component: 'db|api' }
    receiver: b
    continue: true
    routes:
    - matchers: [ 'severity != "critical"' ]
      receiver: c
    - matchers: [ 'component =~ "d.", severity = ""' ]
      receiver: d
      continue: true
  - receiver: a
    matchers: [ 'env !~ "test|dev"' ]
  - {}
`,
  `route:
  receiver: root
  routes:
  - match: { component: '' }
    routes:
    - receiver: a
      match_re: { severity: 'crit' }
    - receiver: b
      match_re: { severity: 'crit.*' }
      continue: true
    - receiver: c
      matchers: [ severity ]
`.replace('matchers: [ severity ]', `matchers: [ 'severity=~".+"' ]`),
  `route:
  receiver: root
  routes:
  - receiver: a
    matchers: [ 'env="a, b"', 'component=~"(?i)DB"' ]
  - receiver: b
    match: { env: "a, b" }
    routes:
    - receiver: c
      matchers: [ '{severity=~"warning|critical",component!="db"}' ]
      continue: true
    - receiver: d
      match_re: { component: '(a|d)[pb]i?' }
`,
].map(text => text + receivers('root', 'a', 'b', 'c', 'd'))

const values = { severity: [null, 'critical', 'warning', 'crit'], component: [null, 'db', 'api', 'DB'], env: [null, 'test', 'a, b'] }
const labelSets = values.severity.flatMap(severity => values.component.flatMap(component => values.env.map(env =>
  Object.fromEntries(Object.entries({ severity, component, env }).filter((entry): entry is [string, string] => entry[1] !== null)))))

test('an alert reaches the receivers that amtool names', { timeout: 60_000 }, async ({ skip }) => {
  if (withoutAmtool) skip(withoutAmtool)
  const questions = configs.flatMap(config => labelSets.map(labels => ({ config, labels })))
  const answers = await askAmtool(questions.map(({ config, labels }) => ({
    config,
    args: file => ['config', 'routes', 'test', `--config.file=${file}`, ...Object.entries(labels).map(([name, value]) => `${name}=${JSON.stringify(value)}`)],
  })))
  expect(questions.map(({ config, labels }) => [labels, receiversOf(read(config), labels).join(',')])).toEqual(
    questions.map(({ labels }, index) => [labels, answers[index]?.output.trim()]))
})

test.each([
  [{ severity: 'critical', component: 'db' }, ['a']],
  [{ component: 'db' }, ['c']],
  [{}, ['root']],
])('the first that matches takes %j', (labels, expected) => {
  expect(receiversOf(read(configs[0] ?? ''), labels)).toEqual(expected)
})

test('what a route does not say it takes from above, and at the top from Alertmanager', () => {
  const tree = effectiveRoutes(read(`route:
  receiver: root
  group_wait: 10s
  group_by: [alertname]
  routes:
  - repeat_interval: 1h
    group_by: ['...']
    routes:
    - receiver: a
      group_by: []
      group_wait: 0s
${receivers('root', 'a')}`))
  const [middle] = tree.routes
  const [leaf] = middle?.routes ?? []
  const said = [tree, middle, leaf].map(node => node && [
    node.receiver, node.groupWait.text, node.groupInterval.text, node.repeatInterval.text, node.groupBy.join(),
  ])
  expect(said).toEqual([
    ['root', '10s', '5m', '4h', 'alertname'],
    ['root', '10s', '5m', '1h', '...'],
    ['a', '0s', '5m', '1h', '...'],
  ])
  expect(leaf?.repeatInterval.place).toEqual({ line: 6, column: 5 })
  expect(tree.repeatInterval.place).toBeNull()
})
