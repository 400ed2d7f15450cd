import type { AlertLabels, AlertRouting, TracedAlert, TracedRoute } from '@/lib/domain/alert-routing'
import type { Baseline } from '@/lib/domain/baseline'
import type { AlertmanagerConfig } from '../formats/alertmanager-config'
import { writtenMatcher } from '../formats/alertmanager/matchers'
import { filesOf } from '../given-files'
import { recognise } from '../recognise'
import type { GivenFile } from '../run'
import { expectedAlerts, type ExpectedAlert } from './alerts'
import { effectiveRoutes, routesOf, type EffectiveRoute } from './routing'

/** Routes and alerts that are given, each; of more routes those come first that the labels come to. */
const most = 500

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
  const alerts = expectedAlerts(context) ?? []
  const routes = countRoutes(tree)
  const budget = { left: most, reachedAlone: routes > most }
  const shown = traced(tree, new Set(stays), budget)
  return {
    tree: shown,
    receivers: labels === null ? null : stays.map(({ receiver }) => receiver),
    rows: rows.map(({ match, receiver }) => ({ labels: match, expected: receiver, receivers: routesOf(tree, match).map(route => route.receiver) })),
    alerts: alerts.slice(0, most).map(alert => tracedAlert(alert, tree, asked)),
    left: { routes: routes - (most - budget.left), alerts: Math.max(0, alerts.length - most) },
  }
}

interface Budget {
  left: number
  reachedAlone: boolean
}

function traced(node: EffectiveRoute, stays: ReadonlySet<EffectiveRoute>, budget: Budget): TracedRoute {
  const { route, receiver, groupBy, groupWait, groupInterval, repeatInterval, muteTimeIntervals, activeTimeIntervals } = node
  budget.left -= 1
  const routes = node.routes.filter(child => !budget.reachedAlone || reaches(child, stays))
    .flatMap(child => (budget.left > 0 ? [traced(child, stays, budget)] : []))
  return {
    line: route.place.line, matchers: route.matchers.map(writtenMatcher), receiver, continues: route.continue, groupBy,
    groupWait: groupWait.text, groupInterval: groupInterval.text, repeatInterval: repeatInterval.text, muteTimeIntervals, activeTimeIntervals,
    reached: stays.has(node) ? 'stays' : routes.some(({ reached }) => reached !== 'no') ? 'passes' : 'no',
    routes,
  }
}

function reaches(node: EffectiveRoute, stays: ReadonlySet<EffectiveRoute>): boolean {
  return stays.has(node) || node.routes.some(child => reaches(child, stays))
}

function countRoutes({ routes }: EffectiveRoute): number {
  return routes.reduce((sum, child) => sum + countRoutes(child), 1)
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
