import { check } from '../check'
import type { Values } from '../finding'
import type { InhibitRule } from '../formats/alertmanager-config'
import { writtenMatcher, type AlertMatcher } from '../formats/alertmanager/matchers'
import { anyAlert, expectedAlerts, mayMatch, mustMatch, type ExpectedAlert, type LabelValue } from './alerts'
import { rowsCoveredBy } from './covers'
import type { Budget } from './reach'

/** Every inhibition can come to silence something: there are such alerts on both sides, and they can agree. */
export const deadInhibition = check({
  id: 'alertmanager/dead-inhibition',
  format: 'alertmanager-config',
  subjects: ['inhibitions'],
  findings: {
    'no-source': 'fail', 'no-target': 'fail', 'never-equal': 'fail', itself: 'fail',
    'perhaps-never-equal': 'inconclusive', 'rules-missing': 'inconclusive',
  },
  * run({ inhibitRules }, context) {
    const alerts = expectedAlerts(context)
    const budget = { left: 5_000_000 }
    for (const rule of inhibitRules) {
      if (budget.left <= 0) return
      const finding = judge(rule, alerts ?? [anyAlert], budget)
      if (!finding) continue
      const { key, label } = finding
      const values: Values = { source: written(rule.source), target: written(rule.target), ...(label !== undefined && { label }) }
      yield { key, place: labelPlace(rule, label), values, rows: rowsCoveredBy(rule, context.baseline) }
    }
    const [first] = inhibitRules
    if (alerts === null && first) yield { key: 'rules-missing', place: first.place }
  },
})

type Key = 'no-source' | 'no-target' | 'never-equal' | 'itself' | 'perhaps-never-equal'

/** What is wrong with a rule; without rules `alerts` is one of which nothing is known. */
function judge(rule: InhibitRule, alerts: readonly ExpectedAlert[], budget: Budget): { key: Key; label?: string } | null {
  budget.left -= alerts.length
  const [sources = [], targets = []] = [rule.source, rule.target].map(side =>
    alerts.filter(alert => mayMatch(alert, side)).map(alert => narrowed(alert, side)))
  if (sources.length === 0) return { key: 'no-source' }
  if (targets.length === 0) return { key: 'no-target' }
  if (written(rule.source) === written(rule.target)) return { key: 'itself' }
  const obstacle = obstacleOf(rule, sources, targets, budget)
  if (!obstacle) return null
  const { label, certain } = obstacle
  return label === null ? { key: 'itself' } : { key: certain ? 'never-equal' : 'perhaps-never-equal', label }
}

/** What keeps two alerts apart: a label that must be equal, or null where each is on both sides. */
interface Obstacle {
  label: string | null
  certain: boolean
}

/** What keeps every source from every target; null where a pair of them can meet. */
function obstacleOf(
  rule: InhibitRule, sources: readonly ExpectedAlert[], targets: readonly ExpectedAlert[], budget: Budget,
): Obstacle | null {
  const sides = (alerts: readonly ExpectedAlert[], other: readonly AlertMatcher[]) =>
    [...new Map(alerts.map(alert => sideOf(alert, rule, other)).map(side => [JSON.stringify(side), side])).values()]
  const targetSides = sides(targets, rule.source)
  let obstacle: Obstacle | null = null
  for (const source of sides(sources, rule.target))
    for (const target of targetSides) {
      const found = between(rule, source, target)
      budget.left -= 1
      if (!found || budget.left <= 0) return null
      if (!obstacle || (obstacle.certain && !found.certain)) obstacle = found
    }
  return obstacle
}

/** What counts of an alert on one side of a rule; alerts of which the same counts are looked at once. */
interface Side {
  equal: readonly LabelValue[]
  scraped: boolean
  /** Whether it also is on the other side, whatever its unknown labels are. */
  onBoth: boolean
}

function sideOf(alert: ExpectedAlert, rule: InhibitRule, other: readonly AlertMatcher[]): Side {
  return { equal: rule.equal.map(({ label }) => alert.label(label)), scraped: alert.scraped, onBoth: mustMatch(alert, other) }
}

/**
 * Labels that neither carries are equal to Alertmanager. An alert on both sides is not silenced by another that is so too
 * (prometheus/alertmanager, `inhibit/inhibit.go`).
 */
function between({ equal }: InhibitRule, source: Side, target: Side): Obstacle | null {
  if (source.onBoth && target.onBoth) return { label: null, certain: true }
  const obstacles = equal.flatMap(({ label }, index): Obstacle[] => {
    const [a = '', b = ''] = [source.equal[index], target.equal[index]].map(value => (value === undefined ? '' : value))
    if (a !== null && b !== null) return a === b ? [] : [{ label, certain: true }]
    if (a !== '' && b !== '') return []
    // Whatever is scraped carries these two. Of another label the data alone knows whether the one side has it.
    const carrier = a === null ? source : target
    return [{ label, certain: carrier.scraped && (label === 'instance' || label === 'job') }]
  })
  return obstacles.find(({ certain }) => certain) ?? obstacles[0] ?? null
}

/** An alert of which the matchers that it fulfils tell more. */
function narrowed(alert: ExpectedAlert, matchers: readonly AlertMatcher[]): ExpectedAlert {
  const exact = matchers.filter(({ operator, value }) => operator === '=' && value !== '')
  const told = new Map(exact.map(({ label, value }) => [label, value]))
  return { ...alert, label: name => alert.label(name) ?? told.get(name) ?? null }
}

function labelPlace({ equal, place }: InhibitRule, name: string | undefined) {
  return equal.find(({ label }) => label === name)?.place ?? place
}

function written(matchers: readonly AlertMatcher[]): string {
  return matchers.map(writtenMatcher).sort().join(', ') || '{}'
}
