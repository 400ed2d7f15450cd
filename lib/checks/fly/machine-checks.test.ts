import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { machineChecks } from './machine-checks'

test.each([
  ['none', '[http_service]\ninternal_port = 8000', ['none 2:1']],
  ['none, and no service', '[env]\nA = "1"', ['none 1:1']],
  ['one of http_service', '[[http_service.machine_checks]]\ncommand = ["test-login"]', []],
  ['one of a service', '[[services]]\n[[services.machine_checks]]\ncommand = ["test-login"]', []],
  ['one for all', '[[machine_checks]]\ncommand = ["test-login"]\n[env]', []],
  ['one that runs nothing', '[[http_service.machine_checks]]\nimage = "curl"', ['no-command 2:1']],
])('%s', (_, text, expected) => {
  expect(found(machineChecks, `app = "portal"\n${text}`)).toEqual(expected)
})
