import type { TreeFormat } from '../format'
import { readTemplate } from '../go-template/template'
import type { Place } from '../place'
import { parseDuration } from '../promql/duration'
import { readExpression, type Expression } from '../promql/expression'
import { entriesOf, get, placeOf, type Tree, type Unreadable, type UnreadableReason } from '../syntax/tree'

/** Rules of Prometheus, as `promtool check rules` of 2.42 accepts them. */
export interface PrometheusRules {
  groups: readonly RuleGroup[]
}

export interface RuleGroup {
  name: string
  place: Place
  /** Milliseconds; null where the global interval holds. */
  interval: number | null
  rules: readonly Rule[]
}

export interface Rule {
  kind: 'alert' | 'record'
  /** Of the alert, or of the series that is recorded. */
  name: string
  place: Place
  expr: string
  exprPlace: Place
  expression: Extract<Expression, { ok: true }>
  labels: ReadonlyMap<string, RuleText>
  annotations: ReadonlyMap<string, RuleText>
  /** Milliseconds that the expression must hold before it fires; null where nothing is said, and it fires at once. */
  for: number | null
  /** Milliseconds that it goes on firing once the expression no longer holds. */
  keepFiringFor: number | null
}

/** A label or an annotation; in an alert it is a template. */
export interface RuleText {
  value: string
  place: Place
  /** Labels of the alert that its template shows. */
  shows: readonly string[]
}

export const prometheusRules: TreeFormat<PrometheusRules> = {
  syntax: 'yaml',
  hint: /^groups\s*:|^\s*-?\s*(alert|record)\s*:/m,
  // Grafana's own alert rules stand in groups too, below an `apiVersion`.
  matches: tree => tree.kind === 'map' && tree.entries.has('groups') && !tree.entries.has('apiVersion') && !tree.entries.has('kind'),
  read: tree => {
    const reader = new Reader()
    const groups = reader.groups(tree)
    return reader.problems.length > 0 ? { ok: false, problems: reader.problems } : { ok: true, value: { groups } }
  },
}

const labelName = /^[a-zA-Z_][a-zA-Z0-9_]*$/
const metricName = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/

/**
 * Reads as prometheus/prometheus 2.42, `model/rulefmt/rulefmt.go`, does over Go's yaml.v3: no field that it does not
 * know, any plain value where text is asked for, nothing where null stands. Newer ones also know `labels` and
 * `query_offset` of a group, and accept names in UTF-8.
 */
class Reader {
  readonly problems: Unreadable[] = []

  groups(tree: Tree): RuleGroup[] {
    this.fields(tree, ['groups'])
    const groups = this.items(get(tree, 'groups')).map(group => this.group(group))
    const names = new Set<string>()
    for (const { name, place } of groups) {
      if (names.has(name)) this.refuse(place, 'repeated-group', { group: name })
      names.add(name)
    }
    return groups
  }

  private group(tree: Tree): RuleGroup {
    this.fields(tree, ['name', 'interval', 'limit', 'rules'])
    const name = this.text(get(tree, 'name'))
    if (name === '') this.refuse(tree.place, 'missing-field', { field: 'name' })
    this.wholeNumber(get(tree, 'limit'))
    const interval = this.duration(get(tree, 'interval'))
    return { name, place: tree.place, interval, rules: this.items(get(tree, 'rules')).flatMap(rule => this.rule(rule)) }
  }

  private rule(tree: Tree): Rule[] {
    this.fields(tree, ['record', 'alert', 'expr', 'for', 'keep_firing_for', 'labels', 'annotations'])
    const record = written(get(tree, 'record'))
    const alert = written(get(tree, 'alert'))
    const kind = alert === '' ? 'record' : 'alert'
    if (record !== '' && alert !== '') this.refuse(tree.place, 'record-and-alert')
    if (record === '' && alert === '') this.refuse(tree.place, 'missing-field', { field: 'record, alert' })
    const rule = {
      kind, name: alert || record, place: tree.place,
      expr: written(get(tree, 'expr')), exprPlace: get(tree, 'expr')?.place ?? tree.place,
      labels: this.texts(get(tree, 'labels'), kind), annotations: this.texts(get(tree, 'annotations'), kind),
      for: this.duration(get(tree, 'for')), keepFiringFor: this.duration(get(tree, 'keep_firing_for')),
    } as const
    if (record !== '') this.recorded(record, tree, rule)
    this.names(rule.labels, 'labels')
    this.names(rule.annotations, 'annotations')
    const expression = this.expression(rule.expr, rule.exprPlace)
    return expression ? [{ ...rule, expression }] : []
  }

  private recorded(name: string, tree: Tree, rule: Pick<Rule, 'annotations' | 'for' | 'keepFiringFor'>): void {
    if (!metricName.test(name)) this.refuse(tree.place, 'metric-name', { name })
    const odd = { annotations: rule.annotations.size > 0, for: rule.for, keep_firing_for: rule.keepFiringFor }
    for (const [field, given] of Object.entries(odd)) if (given) this.refuse(placeOf(tree, field), 'not-in-record', { field })
  }

  private expression(expr: string, place: Place): Rule['expression'] | null {
    if (expr === '') {
      this.refuse(place, 'missing-field', { field: 'expr' })
      return null
    }
    const expression = readExpression(expr)
    if (expression.ok) return expression
    const before = expr.slice(0, expression.offset).split('\n')
    this.refuse(place, 'promql', { message: `${before.length}:${(before.at(-1)?.length ?? 0) + 1}: ${shortened(expression.message)}` })
    return null
  }

  private names(texts: Rule['labels'], field: 'labels' | 'annotations'): void {
    for (const [name, { place }] of texts)
      if (!labelName.test(name) || (field === 'labels' && name === '__name__')) this.refuse(place, 'label-name', { name })
  }

  /** Only those of an alert are templates. */
  private texts(tree: Tree | undefined, kind: Rule['kind']): Rule['labels'] {
    if (tree && tree.kind !== 'map' && !isNull(tree)) this.shape(tree, '{…}')
    return new Map(entriesOf(tree).map(([name, { place, value: of }]) => {
      const value = this.text(of)
      return [name, { value, place, shows: kind === 'alert' ? this.shownBy(value, name, place) : [] }]
    }))
  }

  private shownBy(text: string, name: string, place: Place): readonly string[] {
    const template = readTemplate(text)
    if (template.ok) return template.labels
    this.refuse(place, 'template', { name, message: shortened(template.message) })
    return []
  }

  private fields(tree: Tree, known: readonly string[]): void {
    if (tree.kind !== 'map') return this.shape(tree, '{…}')
    for (const [field, { place }] of tree.entries) if (!known.includes(field)) this.refuse(place, 'unknown-field', { field })
  }

  /** What stands in a list but null, which is passed over. */
  private items(tree: Tree | undefined): readonly Tree[] {
    if (tree === undefined || isNull(tree)) return []
    if (tree.kind === 'list') return tree.items.filter(item => !isNull(item))
    this.shape(tree, '[…]')
    return []
  }

  private text(tree: Tree | undefined): string {
    if (tree === undefined || isNull(tree)) return ''
    if (tree.kind === 'scalar') return tree.text
    this.shape(tree, '"…"')
    return ''
  }

  private duration(tree: Tree | undefined): number | null {
    if (tree === undefined || isNull(tree)) return null
    const text = this.text(tree)
    const duration = parseDuration(text)
    if (duration.ok) return duration.milliseconds
    if (tree.kind === 'scalar') this.refuse(tree.place, 'duration', { value: shortened(text) })
    return null
  }

  /** A number that fits in 64 bits; what it has behind the point is cut off. */
  private wholeNumber(tree: Tree | undefined): void {
    if (tree === undefined || isNull(tree)) return
    const value = tree.kind === 'scalar' && (typeof tree.value === 'number' || typeof tree.value === 'bigint') ? Number(tree.value) : NaN
    const isLargest = tree.kind === 'scalar' && tree.text === '9223372036854775807'
    if (!isLargest && !(Math.abs(value) < 2 ** 63)) this.shape(tree, '123')
  }

  private shape(tree: Tree, expected: string): void {
    this.refuse(tree.place, 'shape', { expected, found: tree.kind === 'map' ? '{…}' : tree.kind === 'list' ? '[…]' : shortened(tree.text) })
  }

  private refuse(place: Place, reason: UnreadableReason, values?: Unreadable['values']): void {
    this.problems.push({ place, reason, ...(values && { values }) })
  }
}

function isNull(tree: Tree): boolean {
  return tree.kind === 'scalar' && tree.value === null
}

/** What stands as one value, null too as it is written; of a list or a map nothing. */
function written(tree: Tree | undefined): string {
  return tree?.kind === 'scalar' ? tree.text : ''
}

/** What is wrong may quote a whole file; so much of it tells. */
function shortened(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}
