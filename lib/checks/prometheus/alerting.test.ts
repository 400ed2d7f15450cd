import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { alerting } from './alerting'

const rules = 'rule_files: [alerts.yml]\n'
const manager = (text: string) => `alerting:\n  alertmanagers:\n    - ${text}\n`

test.each([
  ['both', rules + manager("static_configs: [{ targets: ['alertmanager:9093'] }]"), []],
  ['one found by DNS', rules + manager('dns_sd_configs: [{ names: [a] }]'), []],
  ['no rules', manager("static_configs: [{ targets: ['a:9093'] }]"), ['no-rule-files 1:1']],
  ['an empty list of rules', `rule_files: []\n${manager("static_configs: [{ targets: ['a:9093'] }]")}`, ['no-rule-files 1:1']],
  ['no Alertmanager', rules, ['no-alertmanager 1:1']],
  ['one without an address', rules + manager('static_configs: [{ targets: [] }]'), ['no-address 4:7']],
  ['the API that Prometheus 3 no longer speaks', rules + manager("{ api_version: v1, static_configs: [{ targets: ['a:9093'] }] }"), ['old-api 4:9']],
  ['alerts that are left out', `${rules}${manager("static_configs: [{ targets: ['a:9093'] }]")}  alert_relabel_configs: [{ action: drop, source_labels: [a] }]\n`, ['drops-alerts 5:27']],
])('%s', (_, text, expected) => {
  expect(found(alerting, text)).toEqual(expected)
})
