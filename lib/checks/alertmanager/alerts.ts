import type { Context } from '../check'
import type { AlertMatcher } from '../formats/alertmanager/matchers'
import type { Rule } from '../formats/prometheus-rules'
import { hasLabel } from '../promql/labels'

/** What is known of a label of an alert: its value, empty where it carries none; null where it may be any. */
export type LabelValue = string | null

/** An alert before it fires. */
export interface ExpectedAlert {
  /** Null for one of which nothing is known. */
  name: string | null
  label: (name: string) => LabelValue
  /** Whether all that its expression asks for comes straight from scraping, and so carries `job` and `instance`. */
  scraped: boolean
}

export const anyAlert: ExpectedAlert = { name: null, label: () => null, scraped: false }

/**
 * The alerts that the given rules can fire, null where no rules were given. A label that the rule sets wins over one of
 * its expression, whose value only the data knows; one that neither carries is that of `external_labels` where Prometheus's
 * configuration is given too, else none. (What relabels alerts is not looked at.)
 */
export function expectedAlerts(context: Pick<Context, 'filesOf'>): ExpectedAlert[] | null {
  const files = context.filesOf('prometheus-rules')
  if (files.length === 0) return null
  const rules = files.flatMap(({ document }) => document.groups).flatMap(group => group.rules)
  const recorded = new Set(rules.filter(({ kind }) => kind === 'record').map(({ name }) => name))
  const added = context.filesOf('prometheus-config').flatMap(({ document }) => document.externalLabels)
  const external = new Map(added.map(({ name, value }) => [name, value]))
  return rules.filter(({ kind }) => kind === 'alert').map(rule => alertOf(rule, recorded, external))
}

function alertOf(rule: Rule, recorded: ReadonlySet<string>, external: ReadonlyMap<string, string>): ExpectedAlert {
  const { name, labels, expression } = rule
  return {
    name,
    label: label => {
      if (label === 'alertname') return name
      const own = labels.get(label)
      if (own) return own.value.includes('{{') ? null : own.value
      return hasLabel(expression.labels, label) ? null : external.get(label) ?? ''
    },
    scraped: expression.selectors.every(({ metric }) => metric !== null && !metric.includes(':') && !recorded.has(metric)),
  }
}

/** Whether an alert can fulfil matchers, each label taken for itself. */
export function mayMatch({ label }: ExpectedAlert, matchers: readonly AlertMatcher[]): boolean {
  return matchers.every(({ label: name, accepts }) => {
    const value = label(name)
    return value === null || accepts(value)
  })
}

/** Whether it fulfils them whatever its unknown labels are. */
export function mustMatch({ label }: ExpectedAlert, matchers: readonly AlertMatcher[]): boolean {
  return matchers.every(({ label: name, accepts }) => {
    const value = label(name)
    return value !== null && accepts(value)
  })
}
