import { expect, test } from 'vitest'
import { found, saidOfRows } from '../testing/found'
import { scrapeTargets } from './scrape-targets'

const asked = { job: 'api', port: 9091, path: '/metrics', intervalSeconds: 15, labels: { service: 'fastapi', component: 'api' }, proposed: false }
const proxy = { job: 'caddy', port: 9180, intervalSeconds: 15, labels: { service: 'caddy' }, proposed: true }
const head = 'global:\n  scrape_interval: 15s\nscrape_configs:\n  - job_name: api\n'
const group = "    static_configs:\n      - targets: ['api:9091']\n        labels: { service: fastapi, component: api }\n"
const api = head + group

test.each([
  ['as asked', api, []],
  ['a job that is missing', api.replace('job_name: api', 'job_name: portal'), ['missing 3:1', 'not-asked 4:5']],
  ['that may be in another file', `${api.replace('job_name: api', 'job_name: portal')}scrape_config_files: [jobs/*.yml]\n`, ['not-asked 4:5', 'other-files 8:23']],
  ['an interval of its own', `${api}    scrape_interval: 10s\n`, ['other-interval 8:5']],
  ['the interval of all, which is another', api.replace('15s', '30s'), ['other-interval 4:5']],
  ['one minute, where nothing is said', api.replace('global:\n  scrape_interval: 15s\n', ''), ['other-interval 2:5']],
  ['another port', api.replace('9091', '8000'), ['other-port 6:19']],
  ['no port, which is 80', api.replace(':9091', ''), ['other-port 6:19']],
  ['two processes, one of another port', api.replace("['api:9091']", "['a:9091', 'b:9092']"), ['other-port 6:29']],
  ['another path', `${api}    metrics_path: /stats\n`, ['other-path 8:5']],
  ['a label of another value', api.replace('component: api', 'component: web'), ['label-differs 7:37']],
  ['a label that is not there', api.replace(', component: api', ''), ['label-differs 6:19']],
  ['a label more', api.replace('component: api', 'component: api, zone: a'), []],
  ['a label that relabelling writes', `${api.replace(', component: api', '')}    relabel_configs: [{ target_label: component, replacement: api }]\n`, []],
  ['one that it takes from elsewhere', `${api.replace(', component: api', '')}    relabel_configs: [{ source_labels: [__meta_a], target_label: component }]\n`, ['cannot-tell 8:23']],
  ['an address that relabelling writes', `${api}    relabel_configs: [{ target_label: __address__, replacement: 'b:1' }]\n`, ['cannot-tell 8:23']],
  ['no target', head, ['no-targets 4:5', 'cannot-tell 4:5', 'cannot-tell 4:5']],
  ['targets that DNS finds', `${head}    dns_sd_configs: [{ names: [api] }]\n`, ['cannot-tell 4:5', 'cannot-tell 4:5', 'cannot-tell 5:5']],
])('%s', (_, text, expected) => {
  expect(found(scrapeTargets, text, { baseline: { scrapeTargets: [asked] } })).toEqual(expected)
})

test('a job that is only proposed is missed without harm', () => {
  expect(found(scrapeTargets, api, { baseline: { scrapeTargets: [asked, proxy] } })).toEqual(['missing-proposed 3:1'])
})

test('and where it is there, what differs is worth a word', () => {
  const caddy = "  - job_name: caddy\n    static_configs: [{ targets: ['caddy:2019'], labels: { service: caddy } }]\n"
  expect(found(scrapeTargets, api + caddy, { baseline: { scrapeTargets: [asked, proxy] } })).toEqual(['proposed-differs 9:34'])
})

test('without an inventory nothing can be told', () => {
  expect(found(scrapeTargets, api)).toEqual(['no-inventory 3:1'])
})

test.each([
  ['as asked', api, ['as asked', 'missing-proposed']],
  ['other than asked', `${api}    scrape_interval: 10s\n    metrics_path: /stats\n`, ['other-interval, other-path', 'missing-proposed']],
  ['an interval that is none', `${api}    scrape_interval: often\n`, ['', 'missing-proposed']],
  ['not there', api.replace('job_name: api', 'job_name: portal'), ['missing', 'missing-proposed']],
  ['maybe in another file', `${api.replace('job_name: api', 'job_name: portal')}scrape_config_files: [jobs/*.yml]\n`, ['other-files', 'missing-proposed']],
])('row by row: %s', (_, text, expected) => {
  expect(saidOfRows(scrapeTargets, 'scrapeTargets', text, { baseline: { scrapeTargets: [asked, proxy] } })).toEqual(expected)
})
