import { describe, expect, test } from 'vitest'
import { recognise } from '../recognise'
import type { PrometheusConfig } from './prometheus-config'

const recognised = (text: string) => recognise(new TextEncoder().encode(text))

function read(text: string): PrometheusConfig {
  const found = recognised(text)
  if (found === null || !('document' in found) || found.format !== 'prometheus-config') throw new Error(JSON.stringify(found))
  return found.document as PrometheusConfig
}

test('what a job leaves out is filled in', () => {
  const { jobs } = read(`
global:
  scrape_interval: 15s
scrape_configs:
  - job_name: api
    static_configs:
      - targets: ['api:9091', 'api.example.org']
        labels: { service: fastapi }
  - job_name: node
    scrape_interval: 1m
    scheme: https
    metrics_path: /probe
    dns_sd_configs:
      - names: [node.internal]
`)
  expect(jobs.map(({ job, interval, intervalPlace, path, scheme, discovery }) => ({ job, interval, line: intervalPlace.line, path, scheme, discovery }))).toEqual([
    { job: 'api', interval: 15, line: 5, path: '/metrics', scheme: 'http', discovery: [] },
    { job: 'node', interval: 60, line: 10, path: '/probe', scheme: 'https', discovery: ['dns_sd_configs'] },
  ])
  expect(jobs[0]?.targets.map(({ address, port, place, labels }) => [address, port, place.line, labels.map(({ name, value }) => `${name}=${value}`)])).toEqual([
    ['api:9091', 9091, 7, ['service=fastapi']], ['api.example.org', null, 7, ['service=fastapi']],
  ])
})

test('without a word on it, Prometheus scrapes each minute', () => {
  expect(read('scrape_configs:\n  - job_name: a\n').jobs[0]?.interval).toBe(60)
  expect(read('global:\n  scrape_interval: soon\nscrape_configs:\n  - job_name: a\n').jobs[0]?.interval).toBeNull()
})

test('relabelling has the defaults of Prometheus', () => {
  const { jobs } = read('scrape_configs:\n  - job_name: a\n    relabel_configs:\n      - target_label: instance\n')
  expect(jobs[0]?.relabels).toEqual([
    { place: { line: 4, column: 9 }, action: 'replace', sourceLabels: [], targetLabel: 'instance', regex: '(.*)', replacement: '$1' },
  ])
})

describe('a shape that cannot be is refused where it stands', () => {
  test.each([
    ['jobs that are a map', 'scrape_configs:\n  job_name: a\n', '2:3'],
    ['a job that is a word', 'scrape_configs:\n  - api\n', '2:3'],
    ['targets that are a word', 'scrape_configs:\n  - job_name: a\n    static_configs:\n      - targets: api:9091\n', '4:18'],
    ['labels that are a list', 'scrape_configs:\n  - job_name: a\n    static_configs:\n      - targets: []\n        labels: [a]\n', '5:17'],
    ['rule files that are a word', 'rule_files: alerts.yml\n', '1:13'],
  ])('%s', (_, text, place) => {
    const found = recognised(text)
    expect(found && 'problems' in found && found.problems.map(({ place: at, reason }) => `${reason} ${at.line}:${at.column}`)).toEqual([`shape ${place}`])
  })
})

test.each([
  ['rules', 'groups:\n  - name: a\n    rules: []\n'],
  ['an Alertmanager', 'global:\n  resolve_timeout: 5m\nroute:\n  receiver: a\nreceivers:\n  - name: a\n'],
  ['Promtail', 'server:\n  http_listen_port: 9080\nclients:\n  - url: http://loki:3100\nscrape_configs:\n  - job_name: a\n'],
  ['Compose', 'services:\n  prometheus:\n    image: prom/prometheus\n'],
])('%s is no configuration of Prometheus', (_, text) => {
  expect(recognised(text)?.format ?? null).not.toBe('prometheus-config')
})
