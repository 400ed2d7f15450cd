import type { AlertmanagerConfig, AlertRoute } from '../formats/alertmanager-config'
import { matchAll } from '../formats/alertmanager/matchers'
import type { Place } from '../place'

/** A node of the routing tree with what holds there, whether it says it itself or takes it from above. */
export interface EffectiveRoute {
  route: AlertRoute
  receiver: string
  groupWait: Setting
  groupInterval: Setting
  repeatInterval: Setting
  /** Labels by which alerts are grouped; `...` alone stands for all. */
  groupBy: readonly string[]
  /** Names of times, which are not taken from above. */
  muteTimeIntervals: readonly string[]
  activeTimeIntervals: readonly string[]
  routes: readonly EffectiveRoute[]
}

export interface Setting {
  milliseconds: number
  text: string
  /** Where it is written; null for what Alertmanager presets. */
  place: Place | null
}

/** Receivers of an alert with these labels, in the order in which `amtool config routes test` gives them. */
export function receiversOf(config: AlertmanagerConfig, labels: Readonly<Record<string, string>>): string[] {
  return routesOf(effectiveRoutes(config), labels).map(({ receiver }) => receiver)
}

/**
 * The routes that an alert ends at: the first child that matches takes it, and those after it only see it where that
 * child says `continue`; what no child takes stays (prometheus/alertmanager, `dispatch/route.go`).
 */
export function routesOf(node: EffectiveRoute, labels: Readonly<Record<string, string>>): EffectiveRoute[] {
  if (!matchAll(node.route.matchers, labels)) return []
  const taken: EffectiveRoute[] = []
  for (const child of node.routes) {
    const matches = routesOf(child, labels)
    taken.push(...matches)
    if (matches.length > 0 && !child.route.continue) break
  }
  return taken.length > 0 ? taken : [node]
}

/** The tree as Alertmanager sees it. */
export function effectiveRoutes({ route }: AlertmanagerConfig): EffectiveRoute {
  return inherit(route, presets)
}

type Inherited = Pick<EffectiveRoute, 'receiver' | 'groupWait' | 'groupInterval' | 'repeatInterval' | 'groupBy'>

const presets: Inherited = {
  receiver: '',
  groupWait: { milliseconds: 30_000, text: '30s', place: null },
  groupInterval: { milliseconds: 300_000, text: '5m', place: null },
  repeatInterval: { milliseconds: 14_400_000, text: '4h', place: null },
  groupBy: [],
}

function inherit(route: AlertRoute, above: Inherited): EffectiveRoute {
  const own: Inherited = {
    receiver: route.receiver ?? above.receiver,
    groupWait: route.groupWait ?? above.groupWait,
    groupInterval: route.groupInterval ?? above.groupInterval,
    repeatInterval: route.repeatInterval ?? above.repeatInterval,
    groupBy: route.groupBy ?? above.groupBy,
  }
  const { muteTimeIntervals, activeTimeIntervals } = route
  return { ...own, route, muteTimeIntervals, activeTimeIntervals, routes: route.routes.map(child => inherit(child, own)) }
}
