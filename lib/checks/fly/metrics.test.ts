import { expect, test } from 'vitest'
import { found, saidOfRows } from '../testing/found'
import { metrics } from './metrics'

const target = { job: 'api', port: 9091, path: '/metrics', intervalSeconds: 15, labels: {}, proposed: false }
const asks = { scrapeTargets: [target] }

test.each([
  ['the port and path that are asked for', '[metrics]\nport = 9091\npath = "/metrics"', asks, []],
  ['a list of them', '[[metrics]]\nport = 9394\nprocesses = ["worker"]\n[[metrics]]\nport = 9091', asks, []],
  ['the older way to say it', '[experimental]\nmetrics_port = 9091\nmetrics_path = "/metrics"', asks, []],
  ['another port', '[metrics]\nport = 8000\npath = "/metrics"', asks, ['port 3:1']],
  ['another path', '[metrics]\nport = 9091\npath = "/status"', asks, ['path 4:1']],
  ['no port', '[metrics]\npath = "/metrics"', asks, ['no-port 2:1']],
  ['none', '[env]\nA = "1"', asks, ['none 1:1']],
  ['the port that the public reaches', '[http_service]\ninternal_port = 9091\n[metrics]\nport = 9091', asks, ['shared-port 5:1']],
  ['any port, where nothing is asked', '[metrics]\nport = 1234\npath = "/x"', {}, []],
  ['any port, where it is only proposed', '[metrics]\nport = 1234', { scrapeTargets: [{ ...target, proposed: true }] }, []],
  ['any port, where none is named', '[metrics]\nport = 1234', { scrapeTargets: [{ ...target, port: undefined }] }, []],
  ['another path, where none is named', '[metrics]\nport = 9091\npath = "/x"', { scrapeTargets: [{ ...target, path: undefined }] }, ['path 4:1']],
])('%s', (_, text, baseline, expected) => {
  expect(found(metrics, `app = "portal"\n${text}`, { baseline })).toEqual(expected)
})

test.each([
  ['the port and path that it asks for, which is not all that it asks', '[metrics]\nport = 9091', ['']],
  ['another port', '[metrics]\nport = 8000', ['port']],
  ['another path', '[metrics]\nport = 9091\npath = "/status"', ['path']],
  ['none', '[env]\nA = "1"', ['none']],
])('of the row of the application: %s', (_, text, expected) => {
  expect(saidOfRows(metrics, 'scrapeTargets', `app = "portal"\n${text}`, { baseline: asks })).toEqual(expected)
})
