import { rowKey } from '@/lib/domain/baseline-rows'
import { rowsCoveredBy } from '../alertmanager/covers'
import { check, type Context, type Found } from '../check'
import type { PrometheusRules, Rule } from '../formats/prometheus-rules'
import { hasLabel } from '../promql/labels'
import { alertsOf, everyRule, fixedLabel } from './alerts'
import { jobsOf } from './jobs'
import { routeConditions } from './routes'

/** Alerts carry the labels by which inhibitions compare them, and by which routes choose. */
export const droppedLabel = check({
  id: 'rules/dropped-label',
  format: 'prometheus-rules',
  subjects: ['alert-rules', 'inhibitions'],
  findings: { 'never-inhibited': 'fail', 'never-inhibits': 'fail', 'never-routed': 'warning' },
  * run(document, context) {
    yield* neverRouted(document, context)
    const every = everyRule(context)
    const all = every.filter(({ kind }) => kind === 'alert')
    const recorded = new Recorded(every)
    for (const { source, target, equal, rows } of inhibitionsOf(context)) {
      const sources = new Set(all.filter(rule => source.every(condition => fulfils(rule, condition, recorded))))
      const targets = new Set(all.filter(rule => target.every(condition => fulfils(rule, condition, recorded))))
      for (const label of equal) {
        const carries = (rule: Rule) => mayCarry(rule, label, recorded)
        const carrier = [...sources].find(carries)
        const carried = [...targets].find(carries)
        // Without the label on either side both are empty, and equal.
        for (const rule of alertsOf(document).filter(one => !carries(one))) {
          const { name: alert, exprPlace: place } = rule
          if (targets.has(rule) && carrier) yield { key: 'never-inhibited', place, values: { alert, source: carrier.name, label }, rows }
          if (sources.has(rule) && carried) yield { key: 'never-inhibits', place, values: { alert, target: carried.name, label }, rows }
        }
      }
    }
  },
})

interface Condition {
  label: string
  accepts: (value: string) => boolean
}

interface Inhibition {
  source: readonly Condition[]
  target: readonly Condition[]
  equal: readonly string[]
  /** Keys of the rows of the baseline that it is. */
  rows: readonly string[]
}

/** Those of the configurations of Alertmanager that were given, else those of the baseline. */
function inhibitionsOf({ filesOf, baseline }: Context): Inhibition[] {
  const configs = filesOf('alertmanager-config')
  if (configs.length > 0)
    return configs.flatMap(({ document }) => document.inhibitRules).map(rule =>
      ({ ...rule, equal: rule.equal.map(({ label }) => label), rows: rowsCoveredBy(rule, baseline) }))
  const conditions = (match: Readonly<Record<string, string>>) =>
    Object.entries(match).map(([label, value]) => ({ label, accepts: (given: string) => given === value }))
  return baseline.inhibitions.map(row =>
    ({ source: conditions(row.source), target: conditions(row.target), equal: row.equal, rows: [rowKey('inhibitions', row)] }))
}

/** Only what the rule itself settles counts: a label that comes from its series is not known to match. */
function fulfils(rule: Rule, { label, accepts }: Condition, recorded: Recorded): boolean {
  const value = label === 'alertname' ? rule.name : fixedLabel(rule, label)
  if (value !== null) return accepts(value)
  return !mayCarry(rule, label, recorded) && accepts('')
}

function mayCarry(rule: Rule, label: string, recorded: Recorded): boolean {
  if (label === 'alertname') return true
  if (rule.labels.has(label) || !hasLabel(rule.expression.labels, label)) return keeps(rule, label)
  const { selectors } = rule.expression
  return selectors.length === 0 || selectors.some(({ metric }) => metric === null || !recorded.lacks(metric, label))
}

/** Whether a rule gives its result a label, or leaves it one. A label that is set to nothing is taken away. */
function keeps({ labels, expression }: Rule, label: string): boolean {
  const own = labels.get(label)
  return own ? own.value !== '' : hasLabel(expression.labels, label)
}

/** Series that rules record, which carry only what those rules keep. */
class Recorded {
  private readonly rules: ReadonlyMap<string, readonly Rule[]>
  private readonly lacking = new Map<string, ReadonlySet<string>>()

  constructor(every: readonly Rule[]) {
    this.rules = Map.groupBy(every.filter(({ kind }) => kind === 'record'), ({ name }) => name)
  }

  lacks(metric: string, label: string): boolean {
    const known = this.lacking.get(label) ?? new Set([...this.rules].filter(([, rules]) => !rules.some(rule => keeps(rule, label))).map(([name]) => name))
    this.lacking.set(label, known)
    return known.has(metric)
  }
}

/** Severity and component are asked of every alert by a check of their own. */
const askedOfAll = ['severity', 'component', 'alertname']

/** Alerts whose expression loses a label that targets carry, and by which a route chooses. */
function* neverRouted(document: PrometheusRules, context: Context): Iterable<Found & { key: 'never-routed' }> {
  const carried = new Set(['job', 'instance', ...jobsOf(context)?.jobs.flatMap(({ labels }) => labels) ?? []])
  const asked = new Set(routeConditions(context).map(({ label }) => label).filter(label => carried.has(label) && !askedOfAll.includes(label)))
  for (const label of asked)
    for (const rule of alertsOf(document))
      if (rule.expression.selectors.length > 0 && !rule.labels.has(label) && !hasLabel(rule.expression.labels, label))
        yield { key: 'never-routed', place: rule.exprPlace, values: { alert: rule.name, label }, rows: [] }
}
