import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { healthChecks } from './health-checks'

const http = '[http_service]\ninternal_port = 8000\n'
const times = 'interval = "15s"\ntimeout = "5s"\ngrace_period = "30s"\n'
const service = '[[services]]\ninternal_port = 8000\n[[services.ports]]\nport = 443\nhandlers = ["tls", "http"]\n'
const named = (more: string, port = 8000) => `[checks.alive]\nport = ${port}\ntype = "http"\npath = "/health"\n${more}`

test.each([
  ['a check over HTTP with all its times', `${http}[[http_service.checks]]\npath = "/health"\n${times}`, []],
  ['the same of an older service, in milliseconds', `${service}[[services.http_checks]]\npath = "/health"\ninterval = 15000\ntimeout = "5000"\ngrace_period = 30000`, []],
  ['no check', http, ['no-check 2:1']],
  ['one service with a check and one without', `${service}[[services.http_checks]]\npath = "/health"\n${times}${http}`, ['no-check 12:1']],
  ['a check over TCP of what speaks HTTP', `${service}[[services.tcp_checks]]\n${times}`, ['tcp-only 7:1']],
  ['a check over TCP of what speaks no HTTP', `[[services]]\ninternal_port = 5432\n[[services.ports]]\nport = 5432\n[[services.tcp_checks]]\n${times}`, []],
  ['a service over UDP alone', '[[services]]\nprotocol = "udp"\ninternal_port = 53\n[[services.ports]]\nport = 53', ['no-public-service 1:1']],
  ['a service without ports', '[[services]]\ninternal_port = 8000', ['no-public-service 1:1']],
  ['no service', '[env]\nA = "1"', ['no-public-service 1:1']],
  ['a check that routes nothing', http + named(times), ['not-routing 4:1']],
  ['a check that routes nothing and asks another port', http + named(times, 9000), ['no-check 2:1']],
  ['a check of the Machines of another group', `[processes]\napp = "a"\nwork = "b"\n${http}processes = ["app"]\n${named(`processes = ["work"]\n${times}`)}`, ['no-check 5:1']],
  ['a check of its own and another group', `[processes]\napp = "a"\nwork = "b"\n${http}processes = ["app"]\n${named(`processes = ["work", "app"]\n${times}`)}`, ['not-routing 8:1']],
  ['checks as an older list', `${http}[[checks]]\nname = "alive"\nport = 8000\ntype = "http"\npath = "/"\n${times}`, ['not-routing 4:1']],
  ['a timeout as long as the interval', `${http}[[http_service.checks]]\npath = "/"\ninterval = "10s"\ntimeout = "10s"\ngrace_period = "5s"`, ['timeout-not-shorter 7:1']],
  ['times of different units', `${http}[[http_service.checks]]\npath = "/"\ninterval = "1m"\ntimeout = 9000\ngrace_period = "1m"`, []],
  ['a check that says nothing', `${http}[[http_service.checks]]`, ['incomplete 4:1']],
  ['an interval that Fly raises and a grace period that it lowers', `${http}[[http_service.checks]]\npath = "/"\ninterval = "900ms"\ntimeout = "800ms"\ngrace_period = "2m"`,
    ['out-of-range 6:1', 'out-of-range 7:1', 'out-of-range 8:1']],
  ['no grace at all, by choice', `${http}[[http_service.checks]]\npath = "/"\ninterval = "15s"\ntimeout = "5s"\ngrace_period = "0s"`, []],
  ['a named check of no type', `${http}[checks.alive]\nport = 8000\n${times}`, ['tcp-only 4:1', 'refused 4:1']],
  ['a named check of no port', `${http}[[http_service.checks]]\npath = "/"\n${times}[checks.alive]\ntype = "tcp"\n${times}`, ['refused 9:1']],
  ['a named check that is asked too often', http + named('interval = "1s"\ntimeout = "500ms"\ngrace_period = "5s"'), ['not-routing 4:1', 'refused 8:1']],
])('%s', (_, text, expected) => {
  expect(found(healthChecks, `app = "portal"\n${text}`)).toEqual(expected)
})
