import type { Baseline } from '@/lib/domain/baseline'
import { rowKey } from '@/lib/domain/baseline-rows'
import { check, type Found } from '../check'
import type { AlertmanagerConfig } from '../formats/alertmanager-config'
import { equalTo } from '../formats/alertmanager/matchers'
import { parseDuration } from '../promql/duration'
import { expectedAlerts, mustMatch, type ExpectedAlert } from './alerts'
import { approaches, canReach } from './reach'
import { effectiveRoutes, routesOf, type EffectiveRoute, type Setting } from './routing'

type Row = Baseline['alertRoutes'][number]

/** Alerts reach the receivers that the assessment's table of routes names, as soon and as often as it says. */
export const routes = check({
  id: 'alertmanager/routes',
  format: 'alertmanager-config',
  subjects: ['alert-routing'],
  findings: {
    'other-receiver': 'fail', 'group-wait': 'fail', 'repeat-interval': 'fail', 'not-reached': 'fail',
    'rules-missing': 'inconclusive', 'no-table': 'inconclusive', 'not-in-table': 'info',
  },
  * run(config, context) {
    const { alertRoutes } = context.baseline
    if (alertRoutes.length === 0) return yield { key: 'no-table', place: config.route.place }
    const tree = effectiveRoutes(config)
    for (const row of alertRoutes) {
      const reached = routesOf(tree, row.match)
      const right = reached.find(({ receiver }) => receiver === row.receiver)
      if (right) yield* timing(row, right)
      else yield otherReceiver(row, reached)
    }
    const alerts = expectedAlerts(context)
    yield* alerts ? notReached(config, alertRoutes, alerts) : diverted(config, alertRoutes)
    for (const { name, place } of config.receivers)
      if (!alertRoutes.some(({ receiver }) => receiver === name)) yield { key: 'not-in-table', place, values: { receiver: name } }
  },
  // Of any alert the tree says where it goes; times are compared where the table gives any.
  rows: (_, { baseline }) => baseline.alertRoutes
    .filter(({ groupWait, repeatInterval }) => [groupWait, repeatInterval].every(time => time === null || parseDuration(time).ok))
    .map(row => rowKey('alertRoutes', row)),
})

function otherReceiver(row: Row, reached: readonly EffectiveRoute[]): Found & { key: 'other-receiver' } {
  const values = { labels: written(row), expected: row.receiver, found: reached.map(({ receiver }) => receiver).join(', ') }
  return { key: 'other-receiver', place: reached[0]?.route.place ?? { line: 1, column: 1 }, values, rows: rowsOf(row) }
}

function* timing(row: Row, reached: EffectiveRoute): Generator<Found & { key: 'group-wait' | 'repeat-interval' }> {
  const { route, groupWait, repeatInterval } = reached
  const differs = (expected: string | null, found: Setting) => {
    const duration = parseDuration(expected ?? '')
    return duration.ok && duration.milliseconds !== found.milliseconds
  }
  const values = { labels: written(row), receiver: row.receiver }
  if (differs(row.groupWait, groupWait))
    yield { key: 'group-wait', place: groupWait.place ?? route.place, values: { ...values, found: groupWait.text, expected: row.groupWait ?? '' }, rows: rowsOf(row) }
  if (differs(row.repeatInterval, repeatInterval)) {
    const place = repeatInterval.place ?? route.place
    yield { key: 'repeat-interval', place, values: { ...values, found: repeatInterval.text, expected: row.repeatInterval ?? '' }, rows: rowsOf(row) }
  }
}

/**
 * Rows that their labels alone fulfil, and of whose alerts none gets there, since they carry other labels too. The row of
 * no labels is for those that no other takes.
 */
function* notReached(
  config: AlertmanagerConfig, rows: readonly Row[], alerts: readonly ExpectedAlert[],
): Generator<Found & { key: 'not-reached' }> {
  const tree = effectiveRoutes(config)
  const budget = { left: 2_000_000 }
  for (const row of rows) {
    if (Object.keys(row.match).length === 0 || row.receiver === tree.receiver || !reaches(tree, row, row.match)) continue
    const matchers = Object.entries(row.match).map(([label, value]) => equalTo(label, value, config.route.place))
    const meant = alerts.filter(alert => mustMatch(alert, matchers))
    const ways = approaches(config.route).filter(({ receiver }) => receiver === row.receiver)
    if (meant.length === 0 || meant.some(alert => ways.some(way => canReach(alert, way.matchers, way.before(), budget)))) continue
    const place = ways[0]?.route.place ?? config.route.place
    yield { key: 'not-reached', place, values: { labels: written(row), receiver: row.receiver, alerts: meant.length }, rows: rowsOf(row) }
  }
}

/** Rows whose alerts go elsewhere once they also carry the labels of another row; without rules nobody knows whether all do. */
function* diverted(config: AlertmanagerConfig, rows: readonly Row[]): Generator<Found & { key: 'rules-missing' }> {
  const tree = effectiveRoutes(config)
  for (const row of rows.filter(row => Object.keys(row.match).length > 0 && reaches(tree, row, row.match))) {
    const compatible = rows.filter(({ match }) => Object.entries(match).every(([label, value]) => (row.match[label] ?? value) === value))
    const other = compatible.find(({ match }) => !reaches(tree, row, { ...match, ...row.match }))
    const place = routesOf(tree, row.match)[0]?.route.place ?? config.route.place
    if (other) yield { key: 'rules-missing', place, values: { labels: written(row), receiver: row.receiver, other: written(other) }, rows: rowsOf(row) }
  }
}

function reaches(tree: EffectiveRoute, row: Row, labels: Readonly<Record<string, string>>): boolean {
  return routesOf(tree, labels).some(({ receiver }) => receiver === row.receiver)
}

function rowsOf(row: Row): string[] {
  return [rowKey('alertRoutes', row)]
}

function written({ match }: Row): string {
  return Object.entries(match).map(([label, value]) => `${label}=${value}`).join(', ') || '{}'
}
