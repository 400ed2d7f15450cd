import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { forceHttps } from './force-https'

test.each([
  ['a port that answers HTTP and does not redirect', '[[services]]\ninternal_port = 80\n[[services.ports]]\nport = 80\nhandlers = ["http"]', ['plain-http 4:1']],
  ['an http_service that forgets it', '[http_service]\ninternal_port = 8000', ['plain-http 2:1']],
  ['one that is told not to', '[http_service]\nforce_https = false', ['plain-http 3:1']],
  ['one that redirects', '[http_service]\nforce_https = true', []],
  ['a port that speaks TLS', '[[services]]\n[[services.ports]]\nport = 443\nhandlers = ["tls", "http"]', []],
  ['a port that passes on whatever comes', '[[services]]\n[[services.ports]]\nport = 8000', ['passthrough 3:1']],
  ['one that only says who calls', '[[services]]\n[[services.ports]]\nport = 8000\nhandlers = ["proxy_proto"]', ['passthrough 3:1']],
  ['a port of a database over TLS', '[[services]]\n[[services.ports]]\nport = 5432\nhandlers = ["pg_tls"]', []],
  ['a handler in capitals', '[[services]]\n[[services.ports]]\nport = 80\nhandlers = ["HTTP"]', ['unknown-handler 3:1']],
  ['a handler that there is not', '[[services]]\n[[services.ports]]\nport = 443\nhandlers = ["tls", "https"]', ['unknown-handler 3:1']],
  ['a port over UDP alone', '[[services]]\nprotocol = "udp"\n[[services.ports]]\nport = 53', ['no-public-service 1:1']],
  ['nothing public', '[env]\nPORT = "1"', ['no-public-service 1:1']],
])('%s', (_, text, expected) => {
  expect(found(forceHttps, `app = "portal"\n${text}`)).toEqual(expected)
})
