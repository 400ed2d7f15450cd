import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { responseHeaders } from './response-headers'

const careful = `X-Content-Type-Options = "nosniff"
X-Frame-Options = "DENY"
Referrer-Policy = "same-origin"
`
const policy = 'Content-Security-Policy = "default-src \'self\'"\n'
const http = (headers: string) => `[http_service]\n[http_service.http_options.response.headers]\n${headers}`

test.each([
  ['all of them', http(`${careful}${policy}Strict-Transport-Security = "max-age=31536000; includeSubDomains"`), []],
  ['a policy that says who may frame', http(`X-Content-Type-Options = "nosniff"
Referrer-Policy = "same-origin"
Content-Security-Policy = "default-src 'self'; frame-ancestors 'none'"
Strict-Transport-Security = "max-age=63072000"`), []],
  ['none of them, which the application may still send', '[http_service]\nforce_https = true', ['not-set 2:1']],
  ['one missing', http(`${careful}Strict-Transport-Security = "max-age=31536000"`), ['not-set 2:1']],
  ['HSTS for an hour', http(`${careful}${policy}Strict-Transport-Security = "max-age=3600"`), ['weak-hsts 8:1']],
  ['HSTS that names no time', http(`${careful}${policy}Strict-Transport-Security = "includeSubDomains"`), ['weak-hsts 8:1']],
  ['a policy that says nothing', http(`${careful}Content-Security-Policy = ""\nStrict-Transport-Security = "max-age=31536000"`), ['powerless 7:1']],
  ['values that browsers do not heed', http(`X-Content-Type-Options = "none"
X-Frame-Options = "ALLOWALL"
Referrer-Policy = "unsafe-url"
${policy}Strict-Transport-Security = "max-age=31536000"`), ['powerless 4:1', 'powerless 5:1', 'powerless 6:1']],
  ['values in other letters, and one that older browsers pass over', http(`x-content-type-options = "NoSniff"
x-frame-options = "sameorigin"
referrer-policy = "no-referrer, strict-origin-when-cross-origin"
${policy}Strict-Transport-Security = "max-age=31536000"`), []],
  ['HSTS that the application sends and the proxy takes away', http(`${careful}${policy}Strict-Transport-Security = false`), ['removed 8:1']],
  ['none of a port', '[[services]]\n[[services.ports]]\nport = 443\nhandlers = ["tls", "http"]', ['not-set 3:1']],
  ['no port over HTTPS', '[[services]]\n[[services.ports]]\nport = 443\nhandlers = ["tls"]', ['no-https-port 1:1']],
])('%s', (_, text, expected) => {
  expect(found(responseHeaders, `app = "portal"\n${text}`)).toEqual(expected)
})
