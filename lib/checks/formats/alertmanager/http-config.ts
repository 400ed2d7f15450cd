import { entriesOf, textOf } from '../../syntax/tree'
import { anyUrl, tlsVersion } from './scalars'
import { atMostOne, bool, filled, listOf, mapOf, record, report, required, secret, text, type Kind, type Rule } from './strict'

/** How TLS is spoken (prometheus/common, `config/http_config.go`); that the versions are in order is first seen at run time. */
export const tlsConfig: Kind = record({
  ca_file: text, cert_file: text, key_file: text, server_name: text, insecure_skip_verify: bool,
  min_version: tlsVersion, max_version: tlsVersion,
})

/** Basic authentication has a field of its own. */
const noBasicType: Rule = (map, into) => {
  const type = map.entries.get('type')
  if (type && textOf(type.value)?.trim().toLowerCase() === 'basic')
    report(into, type.place, 'conflicting-fields', { field: 'type: basic', other: 'basic_auth' })
}

const proxyForHeaders: Rule = (map, into) => {
  const headers = map.entries.get('proxy_connect_header')
  if (headers && entriesOf(headers.value).length > 0 && !filled(map, 'proxy_url'))
    report(into, headers.place, 'missing-field', { field: 'proxy_url' })
}

/** How HTTP is spoken (prometheus/common, `config/http_config.go`). Alertmanager 0.26 and later also read `no_proxy`. */
export const httpConfig: Kind = record({
  basic_auth: record({ username: text, password: secret, password_file: text }, atMostOne('password', 'password_file')),
  authorization: record({ type: text, credentials: secret, credentials_file: text }, atMostOne('credentials', 'credentials_file'), noBasicType),
  oauth2: record({
    client_id: text, client_secret: secret, client_secret_file: text, scopes: listOf(text), token_url: text, endpoint_params: mapOf(text),
    tls_config: tlsConfig, proxy_url: anyUrl,
  }, required('client_id'), required('client_secret', 'client_secret_file'), required('token_url'),
  atMostOne('client_secret', 'client_secret_file')),
  bearer_token: secret, bearer_token_file: text, tls_config: tlsConfig, follow_redirects: bool, enable_http2: bool,
  proxy_url: anyUrl, proxy_connect_header: mapOf(listOf(secret)),
}, atMostOne('basic_auth', 'authorization', 'oauth2', 'bearer_token', 'bearer_token_file'), proxyForHeaders)
