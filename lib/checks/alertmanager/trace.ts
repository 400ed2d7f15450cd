import type { AlertLabels, AlertRouting, TracedAlert, TracedRoute } from '@/lib/domain/alert-routing'
import type { Baseline } from '@/lib/domain/baseline'
import type { AlertmanagerConfig } from '../formats/alertmanager-config'
import { writtenMatcher } from '../formats/alertmanager/matchers'
import { filesOf } from '../given-files'
import { recognise } from '../recognise'
import type { GivenFile } from '../run'
import { expectedAlerts, type ExpectedAlert } from './alerts'
import { effectiveRoutes, routesOf, type EffectiveRoute } from './routing'

/**
 * The routing tree of the first configuration of Alertmanager among the files, and where these labels go in it, those of
 * the assessment's rows, and those of the alerts that rules among the files fire. Null where no such configuration can
 * be read.
 */
export function traceRouting(files: readonly GivenFile[], labels: AlertLabels | null, rows: Baseline['alertRoutes']): AlertRouting | null {
  const context = { filesOf: filesOf(files.map(({ name, bytes }) => ({ name, read: recognise(bytes) }))) }
  const [config] = context.filesOf('alertmanager-config')
  if (!config) return null
  const tree = effectiveRoutes(config.document)
  const stays = labels === null ? [] : routesOf(tree, labels)
  const asked = askedLabels(config.document)
  return {
    tree: traced(tree, new Set(stays)),
    receivers: labels === null ? null : stays.map(({ receiver }) => receiver),
    rows: rows.map(({ match, receiver }) => ({ labels: match, expected: receiver, receivers: routesOf(tree, match).map(route => route.receiver) })),
    alerts: (expectedAlerts(context) ?? []).map(alert => tracedAlert(alert, tree, asked)),
  }
}

function traced(node: EffectiveRoute, stays: ReadonlySet<EffectiveRoute>): TracedRoute {
  const { route, receiver, groupBy, groupWait, groupInterval, repeatInterval, muteTimeIntervals, activeTimeIntervals } = node
  const routes = node.routes.map(child => traced(child, stays))
  return {
    line: route.place.line, matchers: route.matchers.map(writtenMatcher), receiver, continues: route.continue, groupBy,
    groupWait: groupWait.text, groupInterval: groupInterval.text, repeatInterval: repeatInterval.text, muteTimeIntervals, activeTimeIntervals,
    reached: stays.has(node) ? 'stays' : routes.some(({ reached }) => reached !== 'no') ? 'passes' : 'no',
    routes,
  }
}

function tracedAlert({ name, label }: ExpectedAlert, tree: EffectiveRoute, asked: readonly string[]): TracedAlert {
  const known = ['alertname', ...asked].flatMap(one => {
    const value = label(one)
    return value === null || value === '' ? [] : [[one, value] as const]
  })
  const labels = Object.fromEntries(known)
  return { name: name ?? '', labels, receivers: routesOf(tree, labels).map(({ receiver }) => receiver), unknown: asked.filter(one => label(one) === null) }
}

/** Labels that any route asks for, each once. */
function askedLabels({ route }: AlertmanagerConfig): string[] {
  const all = (one: typeof route): string[] => [...one.matchers.map(({ label }) => label), ...one.routes.flatMap(all)]
  return [...new Set(all(route))].sort()
}
