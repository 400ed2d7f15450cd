import { check, type Found } from '../check'
import type { AlertIntegration, Credential } from '../formats/alertmanager-config'
import { namesNoHost } from '../placeholder-host'
import { booleanOf, entriesOf, get, placeOf, textOf, type Tree } from '../syntax/tree'

/** Credentials stand in files of their own, none is a placeholder, and they travel encrypted. */
export const credentials = check({
  id: 'alertmanager/credentials',
  format: 'alertmanager-config',
  subjects: ['alert-receivers'],
  findings: {
    placeholder: 'fail', 'plain-text': 'fail', unexpanded: 'inconclusive', redacted: 'inconclusive',
    'smtp-without-tls': 'warning', 'unverified-tls': 'warning',
  },
  * run({ tree, credentials, receivers }) {
    for (const credential of [...credentials, ...receivers.flatMap(({ integrations }) => integrations.flatMap(webhookOf))]) {
      const key = kindOf(credential)
      if (key) yield { key, place: credential.place, values: { field: credential.field } }
    }
    yield* insecure(tree)
  },
})

function kindOf(credential: Credential) {
  // What a credential is shows at its beginning, however long it is.
  const value = credential.value.slice(0, 1_000)
  if (value === '') return null
  if (value === '<secret>') return 'redacted' as const
  if (/^\$(\{[^}]*\}|\w+)$|\$\{[^}]*\}|\{\{.*\}\}/.test(value)) return 'unexpanded' as const
  return placeholder.test(value) || namesNoHost(value) ? 'placeholder' as const : 'plain-text' as const
}

/** Words that stand where a credential should, in English and Spanish. */
const placeholder = new RegExp([
  '(^|[^a-z])(your|tu|su)[-_/ ]', 'webhook/url', 'cambi(ar|e|ame)[-_ ]', 'cambiame', 'reempla[cz]',
  'change[-_ ]?(me|this|it)', 'replace[-_ ]?(me|this|with)', 'example', 'ejemplo', 'placeholder', 'dummy', 'x{4,}', '<[^>]+>', '\\.\\.\\.',
  '^(todo|tbd|secret|secreto|password|contraseña|token|test|prueba|admin|foo|bar)$',
].join('|'), 'i')

const passwordInAddress = /^https?:\/\/[^/?#]*:[^/?#@]+@/i
const tokenInAddress = /[?&](token|key|api_?key|secret|sig|signature|access_token|password)=/i
const knownWebhook = new RegExp('^https://(' + [
  'hooks\\.slack\\.com', '(\\w+\\.)?discord(app)?\\.com/api/webhooks', '[\\w.-]+\\.webhook\\.office\\.com',
  'chat\\.googleapis\\.com', 'api\\.telegram\\.org/bot',
].join('|') + ')', 'i')

/** The address of a webhook, where it is none, or lets in whoever knows it. Alertmanager reads it from a file since 0.26 (`url_file`). */
function webhookOf({ type, tree }: AlertIntegration): Credential[] {
  const value = textOf(get(tree, 'url'))
  if (type !== 'webhook_configs' || value === undefined) return []
  const start = value.slice(0, 1_000)
  const holdsCredential = namesNoHost(start) || [passwordInAddress, tokenInAddress, knownWebhook].some(pattern => pattern.test(start))
  return holdsCredential ? [{ field: 'url', value, place: placeOf(tree, 'url') }] : []
}

/** Mail that may go unencrypted, and certificates that nobody looks at, wherever they are allowed. */
function* insecure(tree: Tree): Generator<Found & { key: 'smtp-without-tls' | 'unverified-tls' }> {
  for (const [field, { place, value }] of entriesOf(tree)) {
    const off = booleanOf(value) === false || /^(no|off|n)$/i.test(textOf(value) ?? '')
    const on = booleanOf(value) === true || /^(yes|on|y)$/i.test(textOf(value) ?? '')
    if ((field === 'smtp_require_tls' || field === 'require_tls') && off) yield { key: 'smtp-without-tls', place, values: { field } }
    if (field === 'insecure_skip_verify' && on) yield { key: 'unverified-tls', place, values: { field } }
    yield* insecure(value)
  }
  if (tree.kind === 'list') for (const item of tree.items) yield* insecure(item)
}
