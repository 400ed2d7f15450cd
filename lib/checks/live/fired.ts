import type { Context } from '../check'

/** Names of alerts that are shown to have fired, in whichever of the files that were given together. */
export function firedAlerts({ filesOf }: Context): Set<string> {
  const rules = filesOf('prometheus-rules-api').flatMap(({ document }) => document.rules.filter(({ state }) => state === 'firing'))
  const alerts = filesOf('prometheus-alerts').flatMap(({ document }) => document.alerts.filter(({ state }) => state === 'firing'))
  // A test alert that was sent by hand shows nothing of a rule.
  const received = filesOf('amtool-alerts').flatMap(({ document }) => document.alerts.filter(({ generatorUrl }) => generatorUrl !== ''))
  return new Set([...rules, ...alerts, ...received].map(({ name }) => name))
}
