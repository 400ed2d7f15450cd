import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { tls } from './tls'

const http = (options: string) => `[http_service]\nforce_https = true\n[http_service.tls_options]\n${options}`
const asked = (more: string) => `${http('versions = ["TLSv1.3"]')}\n[[http_service.checks]]\nprotocol = "https"\n${more}`
const port = (more: string) => `[[services]]\n[[services.ports]]\nport = 443\n${more}`

test.each([
  ['both good versions', http('versions = ["TLSv1.2", "TLSv1.3"]'), ['no-https-check 1:1']],
  ['one good version and the usual protocols', http('versions = ["TLSv1.3"]\nalpn = ["h2", "http/1.1"]\ndefault_self_signed = false'), ['no-https-check 1:1']],
  ['an old version beside a good one', http('versions = ["TLSv1.1", "TLSv1.2"]'), ['no-https-check 1:1', 'weak-version 5:1']],
  ['no versions', '[http_service]\nforce_https = true', ['no-https-check 1:1', 'versions-not-set 2:1']],
  ['an empty list of versions', http('versions = []'), ['no-https-check 1:1', 'versions-not-set 5:1']],
  ['a certificate that signs itself', http('versions = ["TLSv1.3"]\ndefault_self_signed = true'), ['no-https-check 1:1', 'self-signed 6:1']],
  ['an unusual protocol', http('versions = ["TLSv1.3"]\nalpn = ["h2", "http/0.9"]'), ['no-https-check 1:1', 'unusual-alpn 6:1']],
  ['an unusual protocol of what speaks no HTTP', port('handlers = ["tls"]\ntls_options = { versions = ["TLSv1.3"], alpn = ["postgresql"] }'), ['no-https-check 1:1']],
  ['options of a port', port('handlers = ["tls", "http"]\ntls_options = { versions = ["TLSv1.0"] }'), ['no-https-check 1:1', 'weak-version 6:17']],
  ['a port that encrypts nothing itself', port(''), ['passthrough 3:1']],
  ['a port that only redirects', port('handlers = ["http"]\nforce_https = true'), []],
  ['no port', '[env]\nA = "1"', ['no-tls 1:1']],
  ['an HTTPS check with a name', asked('tls_server_name = "portal.example"'), []],
  ['an HTTPS check without one', asked('path = "/"'), ['no-server-name 6:1']],
  ['an HTTPS check that believes any certificate', asked('tls_server_name = "portal.example"\ntls_skip_verify = true'), ['not-verified 9:1']],
  ['an HTTPS check of no service', `${http('versions = ["TLSv1.3"]')}\n[checks.alive]\nprotocol = "https"\nport = 8443\ntype = "http"`, ['no-server-name 6:1']],
  ['a check over HTTP', `${http('versions = ["TLSv1.3"]')}\n[[http_service.checks]]\ntls_skip_verify = true`, ['no-https-check 1:1']],
])('%s', (_, text, expected) => {
  expect(found(tls, `app = "portal"\n${text}`)).toEqual(expected)
})
