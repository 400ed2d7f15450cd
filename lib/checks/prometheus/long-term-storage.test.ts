import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { longTermStorage } from './long-term-storage'

const labels = 'global:\n  external_labels: { cluster: portal }\n'
const remote = 'remote_write:\n  - url: http://cortex/api/v1/push\n'

test.each([
  ['sent to a storage', labels + remote, ['period-elsewhere 4:5']],
  ['sent nowhere', `${labels}scrape_configs: []\n`, ['none 1:1']],
  ['only read from elsewhere', 'remote_read:\n  - url: http://a/read\nscrape_configs: []\n', ['none 1:1']],
  ['perhaps copied by Thanos, which is scraped', "scrape_configs: [{ job_name: thanos-sidecar, static_configs: [{ targets: ['a:1'] }] }]\n", ['sidecar 1:1']],
  ['perhaps copied by Thanos, for which a replica is named', 'global:\n  external_labels: { replica: a }\nscrape_configs: []\n', ['sidecar 1:1']],
  ['by a server without a name of its own', remote, ['no-external-labels 2:5', 'period-elsewhere 2:5']],
  ['sent to a word to be filled in', `${labels}remote_write:\n  - url: https://CHANGE_ME/api/v1/push\n`, ['period-elsewhere 4:5', 'placeholder 4:10']],
  ['only in part', `${labels}${remote}    write_relabel_configs: [{ action: keep, source_labels: [a] }]\n`, ['period-elsewhere 4:5', 'filtered 5:29']],
])('%s', (_, text, expected) => {
  expect(found(longTermStorage, text)).toEqual(expected)
})
