import type { Context } from '../check'
import type { AlertRoute } from '../formats/alertmanager-config'

/** A condition that a route sets on one label. */
export interface RouteCondition {
  label: string
  value: string
  accepts: (value: string) => boolean
}

/** What the routes of the configurations of Alertmanager that were given ask of labels, else those of the baseline. */
export function routeConditions({ filesOf, baseline }: Context): RouteCondition[] {
  const configs = filesOf('alertmanager-config')
  if (configs.length > 0)
    return configs.flatMap(({ document }) => below(document.route)).flatMap(({ matchers }) => matchers)
      .filter(({ operator }) => operator === '=' || operator === '=~').map(({ label, value, accepts }) => ({ label, value, accepts }))
  return baseline.alertRoutes.flatMap(({ match }) => Object.entries(match))
    .map(([label, value]) => ({ label, value, accepts: (given: string) => given === value }))
}

function below(route: AlertRoute): AlertRoute[] {
  return [route, ...route.routes.flatMap(below)]
}
