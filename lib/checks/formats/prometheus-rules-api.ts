import type { TreeFormat } from '../format'
import type { Place } from '../place'
import { get, itemsOf, numberOf, textOf, type Tree } from '../syntax/tree'
import { isAnswerWith, readItems } from './prometheus/answer'
import { instantOf, type Instant } from './prometheus/instant'

/** What `/api/v1/rules` answers: the rules that Prometheus evaluates, and how it went the last time. */
export interface PrometheusRulesAnswer {
  place: Place
  rules: readonly EvaluatedRule[]
}

export interface EvaluatedRule {
  place: Place
  name: string
  type: 'alerting' | 'recording'
  group: string
  /** Seconds between evaluations of its group; null where it is not said. */
  interval: number | null
  health: string
  lastError: string
  /** Null where it was never evaluated. */
  lastEvaluation: Instant | null
  /** Of an alert: `inactive`, `pending` or `firing`. */
  state: string | null
}

export const prometheusRulesApi: TreeFormat<PrometheusRulesAnswer> = {
  syntax: 'json',
  hint: /"lastEvaluation"|"evaluationTime"/,
  matches: tree => isAnswerWith(tree, 'groups'),
  read: tree => {
    const groups = readItems(get(tree, 'data', 'groups'), 'data.groups', group => group)
    if (!groups.ok) return groups
    const rules: EvaluatedRule[] = []
    for (const group of groups.value) {
      const read = readItems(get(group, 'rules'), 'rules', rule => ruleOf(rule, group))
      if (!read.ok) return read
      rules.push(...read.value)
    }
    return { ok: true, value: { place: tree.place, rules } }
  },
}

function ruleOf(tree: Tree, group: Tree): EvaluatedRule {
  const alerts = itemsOf(get(tree, 'alerts'))
  // Of an old server, a rule says no type: only alerts have a list of alerts.
  const type = textOf(get(tree, 'type')) ?? (alerts.length > 0 || get(tree, 'duration') ? 'alerting' : 'recording')
  return {
    place: tree.place,
    name: textOf(get(tree, 'name')) ?? '',
    type: type === 'alerting' ? 'alerting' : 'recording',
    group: textOf(get(group, 'name')) ?? '',
    interval: numberOf(get(group, 'interval')) ?? null,
    health: textOf(get(tree, 'health')) ?? 'unknown',
    lastError: textOf(get(tree, 'lastError')) ?? '',
    lastEvaluation: instantOf(textOf(get(tree, 'lastEvaluation'))),
    state: textOf(get(tree, 'state')) ?? null,
  }
}
