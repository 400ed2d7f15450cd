import { check } from '../check'
import type { Values } from '../finding'
import type { AlertRoute } from '../formats/alertmanager-config'
import { writtenMatcher } from '../formats/alertmanager/matchers'
import { anyAlert, expectedAlerts, mayMatch, type ExpectedAlert } from './alerts'
import { approaches, canReach, type Approach, type Budget } from './reach'

/** Every route can be reached: no route before it takes all of its alerts. */
export const unreachableRoute = check({
  id: 'alertmanager/unreachable-route',
  format: 'alertmanager-config',
  subjects: ['alert-routing'],
  findings: { impossible: 'fail', covered: 'fail', taken: 'fail', 'rules-missing': 'inconclusive', 'no-such-alert': 'warning' },
  * run({ route: root }, context) {
    const alerts = expectedAlerts(context)
    const budget = { left: 5_000_000 }
    const dead = new Set<AlertRoute>()
    for (const approach of approaches(root)) {
      if (budget.left <= 0) return
      budget.left -= alerts?.length ?? 0
      const { route, parent, receiver, matchers } = approach
      if (dead.has(parent)) {
        dead.add(route)
        continue
      }
      const finding = judge(approach, alerts, budget)
      if (!finding) continue
      if (finding.key !== 'rules-missing' && finding.key !== 'no-such-alert') dead.add(route)
      const about = { receiver, matchers: matchers.map(writtenMatcher).join(', ') || '{}' }
      yield { key: finding.key, place: route.place, values: { ...about, ...finding.values } }
    }
  },
})

type Key = 'impossible' | 'covered' | 'taken' | 'rules-missing' | 'no-such-alert'

/** What is wrong with a route, without rules as far as it can be told. */
function judge(approach: Approach, alerts: readonly ExpectedAlert[] | null, budget: Budget): { key: Key; values?: Values } | null {
  const { matchers } = approach
  const before = approach.before()
  if (!canReach(anyAlert, matchers, [], budget)) return { key: 'impossible' }
  if (!canReach(anyAlert, matchers, before, budget)) return { key: 'covered', values: { lines: takers(approach, budget) } }
  if (alerts === null) {
    const lines = takers(approach, budget)
    return lines === '' ? null : { key: 'rules-missing', values: { lines } }
  }
  const meant = alerts.filter(alert => mayMatch(alert, matchers))
  if (meant.length === 0) return { key: 'no-such-alert' }
  if (meant.some(alert => canReach(alert, matchers, before, budget))) return null
  return { key: 'taken', values: { lines: takers(approach, budget), alerts: meant.length } }
}

/** The lines of the routes before it that take alerts which it could have, the first few. */
function takers({ matchers, before }: Approach, budget: Budget): string {
  const lines = before().filter(route => canReach(anyAlert, [...matchers, ...route.matchers], [], budget)).map(route => route.place.line)
  return lines.length > 5 ? `${lines.slice(0, 5).join(', ')}…` : lines.join(', ')
}
