import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { governmentBaseline } from '../testing/government-baseline'
import { unknownJob } from './unknown-job'

const rules = (expr: string) => `groups:\n- name: g\n  rules:\n  - alert: A\n    expr: '${expr}'\n`

test.each([
  ['a job that is scraped', 'up{job="api"} == 0', []],
  ['one that is not', 'up{job="portal"} == 0', ['unknown-job 5:11']],
  ['one that is only proposed, and may be there by now', 'up{job="caddy"} == 0', ['jobs-unknown 5:11']],
  ['one written in capitals', 'up{job="API"} == 0', ['unknown-job 5:11']],
  ['an expression that one matches', 'up{job=~"api|portal"} == 0', []],
  ['an expression that matches a part alone', 'up{job=~"ap"} == 0', ['unknown-job 5:11']],
  ['what is left out', 'up{job!="portal"} == 0', []],
  ['any job', 'up{job=~".+"} == 0', []],
  ['no job', 'up == 0', []],
  ['one named twice, once', 'up{job="portal"} == 0 or absent(up{job="portal"})', ['unknown-job 5:11']],
])('%s', (_, expr, expected) => expect(found(unknownJob, rules(expr), { baseline: governmentBaseline })).toEqual(expected))

test('a configuration that was given goes before the baseline', () => {
  const others = { config: 'scrape_configs:\n- job_name: portal\n  static_configs:\n  - targets: [a]\n' }
  expect(found(unknownJob, rules('up{job="portal"} == 0'), { baseline: governmentBaseline, others })).toEqual([])
  expect(found(unknownJob, rules('up{job="api"} == 0'), { baseline: governmentBaseline, others })).toEqual(['unknown-job 5:11'])
})

test('where not all jobs are known, it cannot be told', () => {
  expect(found(unknownJob, rules('up{job="api"} == 0'))).toEqual(['jobs-unknown 5:11'])
  const others = { config: 'scrape_configs: []\nscrape_config_files: [a.yml]\n' }
  expect(found(unknownJob, rules('up{job="api"} == 0'), { others })).toEqual(['jobs-unknown 5:11'])
})
