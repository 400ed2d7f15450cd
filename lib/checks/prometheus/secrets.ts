import { check } from '../check'
import type { Place } from '../place'
import { secretSign } from '../secret-setting'
import { entriesOf, textOf, type Tree } from '../syntax/tree'

/** Passwords and tokens are read from files, not written in the configuration. */
export const secrets = check({
  id: 'prometheus/secrets',
  format: 'prometheus-config',
  subjects: ['secret-scan'],
  findings: { 'plain-text': 'fail', placeholder: 'fail', 'in-url': 'fail', 'read-back': 'info' },
  * run({ tree }) {
    for (const { field, text, place } of scalarsOf(tree)) {
      const key = keyOf(field, text)
      if (key) yield { key, place, values: { field } }
    }
  },
})

function keyOf(field: string, text: string): 'plain-text' | 'placeholder' | 'in-url' | 'read-back' | null {
  const sign = secretSign(field, text)
  if (sign === 'password') return 'in-url'
  if (!secretFields.has(field) || text === '') return sign && 'plain-text'
  // What Prometheus itself shows of its configuration hides them.
  if (text === '<secret>') return 'read-back'
  return isPlaceholder(text) ? 'placeholder' : 'plain-text'
}

/** Fields of type `Secret` (prometheus/common, `config/http_config.go`; prometheus/prometheus, `discovery`). */
const secretFields = new Set([
  'password', 'credentials', 'bearer_token', 'client_secret', 'secret_key', 'token', 'api_token', 'application_credential_secret', 'secret',
  'consumer_key', 'application_secret', 'auth_token', 'secrets',
])

/** Prometheus puts in no variables but in external labels: `${TOKEN}` is sent as it stands. */
function isPlaceholder(text: string): boolean {
  return /^(<.*>|\$\{?\w+\}?|\{\{.*\}\}|%\w+%)$/.test(text) || /^(change[-_ ]?me|todo|your[-_ ].*|xxx+|\*+|example)$/i.test(text)
}

function * scalarsOf(tree: Tree, field = '', place: Place = tree.place): Iterable<{ field: string; text: string; place: Place }> {
  if (tree.kind === 'scalar') yield { field, text: textOf(tree) ?? '', place }
  else if (tree.kind === 'list') for (const item of tree.items) yield * scalarsOf(item, field, item.place)
  else for (const [name, entry] of entriesOf(tree)) yield * scalarsOf(entry.value, name, entry.place)
}
