import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { emptyBaseline } from '@/lib/domain/baseline'
import { runChecks } from '../run'
import { found } from '../testing/found'
import { valid } from './valid'

const job = (...lines: string[]) => `scrape_configs:\n  - job_name: api\n${lines.map(line => `    ${line}\n`).join('')}`
const relabel = (...lines: string[]) => job('relabel_configs:', ...lines.map((line, at) => `  ${at === 0 ? '- ' : '  '}${line}`))

const cases: [title: string, text: string, expected: string[]][] = [
  ['a job', job("static_configs: [{ targets: ['api:9091'] }]"), []],
  ['a field that is misspelt', 'scrape_config: []\nscrape_configs: []\n', ['unknown-field 1:1']],
  ['one of a job', job('metric_path: /metrics'), ['unknown-field 3:5']],
  ['one of the global table', 'global:\n  scrape_intervall: 15s\nscrape_configs: []\n', ['unknown-field 2:3']],
  ['one of a group of targets', job('static_configs:', '  - target: [a]'), ['unknown-field 4:9']],
  ['one of remote_write', 'remote_write:\n  - url: http://store/push\n    username: me\n', ['unknown-field 3:5']],
  ['a job twice', `${job()}  - job_name: api\n`, ['duplicate-job 3:5']],
  ['a job without a name', 'scrape_configs:\n  - metrics_path: /m\n', ['no-job-name 2:5']],
  ['an interval without a unit', job('scrape_interval: 15'), ['bad-duration 3:5']],
  ['an interval in words', job('scrape_interval: soon'), ['bad-duration 3:5']],
  ['a timeout longer than the interval', job('scrape_interval: 10s', 'scrape_timeout: 15s'), ['timeout-over-interval 4:5']],
  ['a timeout longer than the interval of all', `global:\n  scrape_interval: 10s\n${job('scrape_timeout: 15s')}`, ['timeout-over-interval 5:5']],
  ['a timeout of all longer than their interval', 'global:\n  scrape_interval: 10s\n  scrape_timeout: 15s\nscrape_configs: []\n', ['timeout-over-interval 3:3']],
  ['a timeout of all longer than the interval of one job', `global:\n  scrape_interval: 1m\n  scrape_timeout: 30s\n${job('scrape_interval: 10s')}`, []],
  ['an address with a path', job("static_configs: [{ targets: ['http://api:9091/metrics'] }]"), ['url-as-target 3:34']],
  ['one that is relabelled afterwards', `${job("static_configs: [{ targets: ['http://api/health'] }]")}    relabel_configs: [{ source_labels: [__address__], target_label: __param_target }, { target_label: __address__, replacement: 'blackbox:9115' }]\n`, []],
  ['an action that is none', relabel('action: rename', 'target_label: a'), ['bad-relabel 4:9']],
  ['a replacement of nothing', relabel('source_labels: [a]'), ['bad-relabel 4:9']],
  ['a hash without a modulus', relabel('action: hashmod', 'target_label: a'), ['bad-relabel 4:9']],
  ['an action in capitals', relabel('action: Replace', 'target_label: a'), []],
  ['a pattern that cannot be read', relabel("regex: '('", 'target_label: a'), ['bad-regex 4:9']],
  ['one of alerts', 'alerting:\n  alert_relabel_configs: [{ action: rename }]\n  alertmanagers: []\n', ['bad-relabel 2:29']],
  ['remote_write without an address', 'remote_write:\n  - name: store\n', ['no-url 2:5']],
  ['two ways to sign in', job('bearer_token: a', 'basic_auth: { username: me }'), ['two-credentials 3:5']],
  ['a path of rules with two stars', 'rule_files: [rules/*/*.yml]\n', ['bad-rule-path 1:14']],
  ['an Alertmanager found by DNS', 'alerting:\n  alertmanagers:\n    - dns_sd_configs:\n        - names: [alertmanager.internal]\n', []],
]

test.each(cases)('%s', (_, text, expected) => {
  expect(found(valid, text)).toEqual(expected)
})

const hasPromtool = spawnSync('promtool', ['--version']).status === 0
const folder = mkdtempSync(path.join(tmpdir(), 'prometheus-'))
afterAll(() => { rmSync(folder, { recursive: true }) })

describe.skipIf(!hasPromtool)('promtool check config, where it is installed (skipped where it is not), is of one mind', () => {
  test.each(cases)('%s', (_, text, expected) => {
    const file = path.join(folder, 'prometheus.yml')
    writeFileSync(file, text)
    expect(spawnSync('promtool', ['check', 'config', '--syntax-only', file]).status === 0).toBe(expected.length === 0)
  })
})

test('what is no duration is told without its neighbours', () => {
  const [file] = runChecks([{ name: 'a', bytes: new TextEncoder().encode(job('scrape_interval: soon')) }], emptyBaseline, '2026-11-26')
  expect(file?.findings.find(({ key }) => key === 'bad-duration')?.values).toEqual({ field: 'scrape_interval', text: 'soon' })
})
