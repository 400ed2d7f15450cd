import type { Context } from '../check'
import type { PrometheusRules, Rule } from '../formats/prometheus-rules'

export function rulesOf({ groups }: PrometheusRules): Rule[] {
  return groups.flatMap(({ rules }) => rules)
}

export function alertsOf(document: PrometheusRules): Rule[] {
  return rulesOf(document).filter(({ kind }) => kind === 'alert')
}

/** A label that a rule sets; null where it sets none, or a template decides. */
export function fixedLabel({ labels }: Rule, name: string): string | null {
  const value = labels.get(name)?.value ?? ''
  return value === '' || value.includes('{{') ? null : value
}

/** Whether an alert wakes people: this is what critical ones are for (Table 8 sends them at once). */
export function pages(rule: Rule): boolean {
  return fixedLabel(rule, 'severity') === 'critical'
}

/** The first file of rules that was given speaks for them all, where something is asked of all together. */
export function speaksForAll(document: PrometheusRules, { filesOf }: Context): boolean {
  return filesOf('prometheus-rules')[0]?.document === document
}

export function everyRule({ filesOf }: Context): Rule[] {
  return filesOf('prometheus-rules').flatMap(({ document }) => rulesOf(document))
}
