import { expect, test } from 'vitest'
import { emptyBaseline } from '@/lib/domain/baseline'
import { runChecks } from '../run'
import { found } from '../testing/found'
import { credentials } from './credentials'

const global = (fields: string) => `global: { ${fields} }\nroute: { receiver: team }\nreceivers:\n- name: team`
const receiver = (integration: string) => `route: { receiver: team }\nreceivers:\n- name: team\n  ${integration}`

test.each([
  ['a password in a file', global('smtp_auth_password_file: /run/secrets/smtp'), []],
  ['a password in plain text', global('smtp_auth_password: k3Yf-92hQ'), ['plain-text 1:31']],
  ['a placeholder in English', global('smtp_auth_password: CHANGE_ME'), ['placeholder 1:31']],
  ['a placeholder in Spanish', global('smtp_auth_password: CAMBIAR_POR_CLAVE_REAL'), ['placeholder 1:31']],
  ['a placeholder in an address', global(`slack_api_url: 'https://hooks.slack.com/services/YOUR/WEBHOOK/URL'`), ['placeholder 1:26']],
  ['one of crosses', global(`slack_api_url: 'https://hooks.slack.com/services/T00/B00/XXXXXXXX'`), ['placeholder 1:26']],
  ['a webhook of Slack', receiver(`slack_configs: [ { api_url: 'https://hooks.slack.com/services/T1A/B2C/q8wErTy' } ]`), ['plain-text 4:31']],
  ['a variable', global('opsgenie_api_key: "${OPSGENIE_KEY}"'), ['unexpanded 1:29']],
  ['a variable without braces', global('opsgenie_api_key: $OPSGENIE_KEY'), ['unexpanded 1:29']],
  ['what Alertmanager shows in its place', global('opsgenie_api_key: <secret>'), ['redacted 1:29']],
  ['nothing', global(`opsgenie_api_key: ''`), []],
  ['a password of HTTP, deep inside', receiver(`webhook_configs: [ { url: 'http://relay/', http_config: { basic_auth: { username: a, password: q8wErTy } } } ]`), ['plain-text 4:98']],
  ['a webhook of one\'s own', receiver(`webhook_configs: [ { url: 'http://relay:9095/alerts?to=team' } ]`), []],
  ['a webhook that nobody filled in', receiver(`webhook_configs: [ { url: 'http://CHANGE_ME/alerts' } ]`), ['placeholder 4:24']],
  ['a webhook that says what to fill in', receiver(`webhook_configs: [ { url: 'https://your-webhook.example/alerts' } ]`), ['placeholder 4:24']],
  ['a webhook with a token', receiver(`webhook_configs: [ { url: 'https://relay/alerts?token=q8wErTy' } ]`), ['plain-text 4:24']],
  ['a webhook with a password', receiver(`webhook_configs: [ { url: 'https://relay:q8wErTy@relay/alerts' } ]`), ['plain-text 4:24']],
  ['a webhook of Teams', receiver(`webhook_configs: [ { url: 'https://office.webhook.office.com/webhookb2/q8wErTy' } ]`), ['plain-text 4:24']],
  ['mail without TLS', global('smtp_require_tls: false'), ['smtp-without-tls 1:11']],
  ['mail without TLS in the words of YAML 1.1', global('smtp_require_tls: no'), ['smtp-without-tls 1:11']],
  ['mail of one receiver without TLS', receiver(`email_configs: [ { to: a@b, from: c@d, smarthost: 'mail:25', require_tls: false } ]`), ['smtp-without-tls 4:64']],
  ['certificates that nobody looks at', global('http_config: { tls_config: { insecure_skip_verify: true } }'), ['unverified-tls 1:40']],
])('%s', (_, text, expected) => {
  expect(found(credentials, text)).toEqual(expected)
})

test('a finding never holds the credential', () => {
  const bytes = new TextEncoder().encode(global('smtp_auth_password: k3Yf-92hQ'))
  const checked = runChecks([{ name: 'a', bytes }], emptyBaseline, '2026-11-26')
  expect(checked[0]?.findings.length).toBeGreaterThan(0)
  expect(JSON.stringify(checked)).not.toContain('k3Yf')
})
