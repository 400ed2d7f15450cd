import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { idleTimeout } from './idle-timeout'

const port = (handlers: string, more = '') => `[[services]]\n[[services.ports]]\nport = 443\nhandlers = ${handlers}\n${more}`

test.each([
  ['none of http_service', '[http_service]\nforce_https = true', ['missing 2:1']],
  ['none of http_service, which serves at 80 too', '[http_service]\ninternal_port = 80', ['missing 2:1', 'missing 2:1']],
  ['one of http_service', '[http_service]\nforce_https = true\nhttp_options = { idle_timeout = 600 }', []],
  ['one of a port', port('["tls", "http"]', 'http_options = { idle_timeout = 600 }'), []],
  ['none of a port', port('["tls", "http"]'), ['missing 3:1']],
  ['zero', port('["tls", "http"]', 'http_options = { idle_timeout = 0 }'), ['not-positive 6:18']],
  ['a port that only redirects', port('["http"]', 'force_https = true'), ['no-http-port 1:1']],
  ['a port that speaks no HTTP', port('["tls"]'), ['no-http-port 1:1']],
])('%s', (_, text, expected) => {
  expect(found(idleTimeout, `app = "portal"\n${text}`)).toEqual(expected)
})
