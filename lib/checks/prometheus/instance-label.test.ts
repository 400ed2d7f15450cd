import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { governmentBaseline } from '../testing/government-baseline'
import { instanceLabel } from './instance-label'

const job = (targets: string, relabel = '') => `scrape_configs:\n  - job_name: api\n    static_configs: [{ targets: [${targets}] }]\n${relabel}`
const constant = '    relabel_configs:\n      - { target_label: instance, replacement: portal }\n'

test.each([
  ['as Prometheus gives it', job("'a:1', 'b:1'"), []],
  ['one name for two processes', job("'a:1', 'b:1'", constant), ['shared 5:9']],
  ['one name for those that are found', `scrape_configs:\n  - job_name: api\n    dns_sd_configs: [{ names: [a] }]\n${constant}`, ['shared 5:9']],
  ['one name for one process, where inhibitions compare it', job("'a:1'", constant), ['constant 5:9']],
  ['one name for two, as a label', "scrape_configs:\n  - job_name: api\n    static_configs: [{ targets: ['a:1', 'b:1'], labels: { instance: portal } }]\n", ['shared 3:59']],
  ['a name from elsewhere', job("'a:1', 'b:1'", '    relabel_configs: [{ source_labels: [__param_target], target_label: instance }]\n'), ['rewritten 4:23']],
  ['the name of the job', job("'a:1'", '    relabel_configs: [{ source_labels: [job], target_label: instance }]\n'), ['constant 4:23']],
  ['one name for the series of one process', job("'a:1'", '    metric_relabel_configs: [{ target_label: instance, replacement: portal }]\n'), ['constant 4:30']],
  ['nothing, so that it is the address', job("'a:1'", "    relabel_configs: [{ target_label: instance, replacement: '' }]\n"), []],
  ['dropped', job("'a:1'", '    metric_relabel_configs: [{ action: labeldrop, regex: inst.* }]\n'), ['dropped 4:30']],
  ['not among those kept', job("'a:1'", '    metric_relabel_configs: [{ action: labelkeep, regex: job|path }]\n'), ['dropped 4:30']],
  ['another dropped', job("'a:1'", '    metric_relabel_configs: [{ action: labeldrop, regex: pod }]\n'), []],
])('%s', (_, text, expected) => {
  expect(found(instanceLabel, text, { baseline: governmentBaseline })).toEqual(expected)
})

test('one name for one process harms nobody yet, where nothing compares it', () => {
  expect(found(instanceLabel, job("'a:1'", constant))).toEqual(['constant-alone 5:9'])
})
