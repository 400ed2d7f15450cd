import { expect, test } from 'vitest'
import { foundIn, probeResult } from '../testing/probe-result'
import { metricsPublic } from './metrics-public'

test.each<[string, object, string[]]>([
  ['not there', {}, []],
  ['for those with credentials', { status: 401 }, []],
  ['forbidden', { status: 403 }, []],
  ['for everybody', { status: 200, exposition: true }, ['public']],
  ['a page instead', { status: 200, exposition: false }, ['no-metrics']],
  ['a body that could not be looked at', { status: 200, exposition: null }, ['unclear']],
  ['sent on, maybe to the same with a slash', { status: 307, location: 'https://portal.example.org/metrics/' }, ['redirected']],
  ['not in this form', { status: 406 }, ['unclear']],
  ['too many calls', { status: 429 }, ['unclear']],
  ['in trouble', { status: 502 }, ['unclear']],
  ['an exposition in an error', { status: 500, exposition: true }, ['unclear']],
  ['silent', { path: '/metrics', error: 'timeout' }, ['unmeasured']],
])('%s', (_, changes, expected) => {
  expect(foundIn(metricsPublic, probeResult({ metrics: changes }))).toEqual(expected.map(key => `${key} "metrics": {`))
})
