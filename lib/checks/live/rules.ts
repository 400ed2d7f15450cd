import type { Baseline } from '@/lib/domain/baseline'
import { check, type Found } from '../check'
import type { EvaluatedRule } from '../formats/prometheus-rules-api'
import type { Instant } from '../formats/prometheus/instant'
import type { Place } from '../place'
import { firedAlerts } from './fired'
import { agesOf, isBehind, newestOf } from './freshness'

type Health = 'unhealthy' | 'never-evaluated' | 'behind'

/** The running server evaluates every alert without error, and each is shown to have fired with data. */
export const rules = check({
  id: 'live/rules',
  format: 'prometheus-rules-api',
  subjects: ['alert-rules'],
  findings: {
    'no-alerts': 'fail', unhealthy: 'fail', 'never-evaluated': 'fail', behind: 'fail', fewer: 'fail', future: 'fail', 'not-fired': 'inconclusive',
    old: 'inconclusive',
  },
  * run({ place, rules }, context) {
    const newest = newestOf(rules.map(({ lastEvaluation }) => lastEvaluation))
    yield * agesOf(newest, place, context.today)
    for (const rule of rules) yield * healthOf(rule, newest)
    const alerts = rules.filter(({ type }) => type === 'alerting')
    yield * countOf(alerts, context.baseline, place)
    const fired = firedAlerts(context)
    for (const { name, place: at } of alerts) if (!fired.has(name)) yield { key: 'not-fired', place: at, values: { rule: name } }
  },
})

function * healthOf(rule: EvaluatedRule, newest: Instant | null): Iterable<Found & { key: Health }> {
  const { name, group, health, lastError, lastEvaluation, interval, place } = rule
  const values = { rule: name, group }
  if (health === 'err' || lastError !== '') yield { key: 'unhealthy', place, values: { ...values, error: lastError.slice(0, 300) } }
  else if (health !== 'ok' || !lastEvaluation) yield { key: 'never-evaluated', place, values }
  else if (newest && isBehind(lastEvaluation, newest, interval)) yield { key: 'behind', place, values }
}

function * countOf(alerts: readonly EvaluatedRule[], { alertRules }: Baseline, place: Place): Iterable<Found & { key: 'no-alerts' | 'fewer' }> {
  const asked = alertRules?.present ?? 0
  if (alerts.length === 0) yield { key: 'no-alerts', place }
  else if (alerts.length < asked) yield { key: 'fewer', place, values: { found: alerts.length, asked } }
}
