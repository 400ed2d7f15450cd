import { check } from '../check'
import type { Place } from '../place'
import { entriesOf, textOf, type Tree } from '../syntax/tree'

/** Passwords and tokens are read from files, not written in the configuration. */
export const secrets = check({
  id: 'prometheus/secrets',
  format: 'prometheus-config',
  subjects: ['secret-scan'],
  findings: { 'plain-text': 'fail', placeholder: 'fail', 'in-url': 'fail', 'read-back': 'info' },
  * run({ tree }) {
    for (const { field, text, place } of scalarsOf(tree)) {
      const values = { field }
      if (/^[a-z][a-z0-9+.-]*:\/\/[^/@\s]*:[^/@\s]+@/i.test(text)) yield { key: 'in-url', place, values }
      else if (!secretFields.has(field) || text === '') continue
      // What Prometheus itself shows of its configuration hides them.
      else if (text === '<secret>') yield { key: 'read-back', place, values }
      else if (isPlaceholder(text)) yield { key: 'placeholder', place, values }
      else yield { key: 'plain-text', place, values }
    }
  },
})

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
  else for (const [name, entry] of entriesOf(tree)) yield * scalarsOf(entry.value, name, entry.value.kind === 'list' ? entry.value.place : entry.place)
}
