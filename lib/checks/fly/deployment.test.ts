import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { deployment } from './deployment'

const checked = '[http_service]\ninternal_port = 8000\n[[http_service.checks]]\npath = "/health"\n'
const deploy = (strategy: string) => `[deploy]\nstrategy = "${strategy}"\n`

test.each([
  ['rolling, of which the file shows no rollback', deploy('rolling'), ['rollback-not-shown 3:1']],
  ['no strategy, which is rolling', '[deploy]\nwait_timeout = "10m"', ['rollback-not-shown 2:1']],
  ['no deploy table at all', '[env]\nA = "1"', ['rollback-not-shown 1:1']],
  ['canary', deploy('canary'), ['rollback-not-shown 3:1']],
  ['an auto_rollback that no Machine heeds', `[experimental]\nauto_rollback = true\n${deploy('rolling')}`, ['rollback-not-read 3:1']],
  ['an auto_rollback that is off', `[experimental]\nauto_rollback = false\n${deploy('rolling')}`, ['rollback-not-shown 5:1']],
  ['immediate', deploy('immediate'), ['immediate 3:1']],
  ['a strategy that there is not', deploy('blue-green'), ['unknown-strategy 3:1']],
  ['bluegreen with a check of a service', deploy('bluegreen') + checked, []],
  ['bluegreen with a check of its own', `${deploy('bluegreen')}[checks.alive]\nport = 8000\ntype = "http"`, []],
  ['bluegreen without any', deploy('bluegreen'), ['without-checks 3:1']],
  ['bluegreen with a volume', `${deploy('bluegreen')}${checked}[mounts]\nsource = "data"`, ['with-volumes 3:1']],
  ['canary with a volume of the older name', `${deploy('canary')}[mount]\nsource = "data"`, ['with-volumes 3:1']],
])('%s', (_, text, expected) => {
  expect(found(deployment, `app = "portal"\n${text}`)).toEqual(expected)
})
