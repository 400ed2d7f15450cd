import { check, type Found } from '../check'
import type { MetricFamily } from '../formats/metrics-exposition'
import { isForeign } from './programs'

/** Label sets of one metric past which other ways should be looked for (prometheus/docs, `content/docs/practices/instrumentation.md`). */
const many = 100
/** Values of one label that no list of routes or of statuses has, and label sets that not even all of those make together. */
const mostValues = 1_000
const mostSets = 10_000

/** No label has as many values as there are users, requests or records. */
export const cardinality = check({
  id: 'exposition/cardinality',
  format: 'metrics-exposition',
  subjects: ['cardinality'],
  findings: { 'personal-data': 'fail', 'identifier-name': 'fail', 'identifier-values': 'fail', 'too-many': 'fail', many: 'warning', foreign: 'info' },
  * run({ families }) {
    for (const family of families) {
      yield * identifiersOf(family)
      const sets = family.metrics
      if (sets <= many) continue
      const widest = [...family.labels.values()].reduce((most, label) => (label.values > most.values ? label : most), noLabel)
      const key = isForeign(family.name) ? 'foreign' : widest.values > mostValues || sets > mostSets ? 'too-many' : 'many'
      yield { key, place: family.place, values: { metric: family.name, sets, label: widest.name, values: widest.values } }
    }
  },
})

const noLabel = { name: '', values: 0 }

/** Names that say it themselves (prometheus/docs, `content/docs/practices/naming.md`: no user IDs, no e-mail addresses). */
const identifierNames = new Set([
  'user_id', 'userid', 'user_email', 'email', 'username', 'user_name', 'session', 'session_id', 'sessionid', 'request_id', 'trace_id', 'span_id',
  'correlation_id', 'message_id', 'chat_id', 'connection_id', 'token', 'phone', 'client_ip', 'remote_addr', 'remote_ip', 'ip_address',
  'customer_id', 'account_id', 'citizen_id', 'person_id', 'dni', 'cuil', 'cuit', 'curp', 'cedula', 'cpf',
])

/** Labels whose values are paths of the machine and not of requests. */
const machinePaths = new Set(['mountpoint', 'device', 'filename', 'file', 'directory'])

function * identifiersOf(family: MetricFamily): Iterable<Found & { key: 'personal-data' | 'identifier-name' | 'identifier-values' }> {
  for (const { name, place, values, identities } of family.labels.values()) {
    const said = { metric: family.name, label: name }
    const email = identities.get('email')
    // One value, such as the commit of a build, is no list that grows; what other programs count is theirs.
    const grows = values > 1 && !isForeign(family.name)
    const [first] = [...identities].filter(([kind]) => kind !== 'path' || !machinePaths.has(name))
    if (email) yield { key: 'personal-data', place: email, values: said }
    else if (identifierNames.has(name.toLowerCase())) yield { key: 'identifier-name', place, values: said }
    else if (first && grows) yield { key: 'identifier-values', place: first[1], values: { ...said, values, kind: first[0] } }
  }
}
