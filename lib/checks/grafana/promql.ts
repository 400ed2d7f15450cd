import type { DatasourceRef, GrafanaDashboard, GrafanaPanel, GrafanaQuery } from '../formats/grafana-dashboard'
import { readExpression, type Expression } from '../promql/expression'
import type { Place } from '../place'

/** A query in PromQL, its variables replaced by what they could be. */
export interface PanelQuery {
  panel: GrafanaPanel
  place: Place
  /** As it is written. */
  text: string
  /** Null where it cannot be read with any of the values that were tried for its variables. */
  expression: Extract<Expression, { ok: true }> | null
  /** Why it cannot be read, where it has no variables that could be the reason; else null. */
  message: string | null
}

/** What stands for a variable in a name; a name that holds it is not known. */
export const unknownPart = 'grafana_variable'

/** Queries of a dashboard that ask Prometheus, those that say nothing left out. */
export function promqlQueries({ panels }: GrafanaDashboard): PanelQuery[] {
  return panels.flatMap(panel => panel.queries.flatMap(query => {
    const { expr } = query
    return expr && expr.text.trim() !== '' && asksPrometheus(query.datasource) ? [readQuery(panel, expr)] : []
  }))
}

/** Loki writes its language in `expr` too, and expressions of Grafana's own are none of Prometheus. */
function asksPrometheus(datasource: DatasourceRef | null): boolean {
  if (datasource === null || datasource.type === 'prometheus') return true
  return datasource.type === null && !/loki|tempo|__expr__|-- /i.test(datasource.name ?? '')
}

function readQuery(panel: GrafanaPanel, { text, place }: NonNullable<GrafanaQuery['expr']>): PanelQuery {
  return { panel, place, text, ...readText(text) }
}

/** What a variable takes its values from: `label_values(series, label)` or `query_result(query)` of Prometheus. */
export function variableQueries({ variables }: GrafanaDashboard) {
  return variables.flatMap(({ name, place, type, query, datasource }) => {
    const asked = type === 'query' && asksPrometheus(datasource) ? askedIn(query.slice(0, 10_000)) : null
    const expression = asked === null ? null : readText(asked).expression
    return expression ? [{ variable: name, place, expression }] : []
  })
}

function askedIn(query: string): string | null {
  const [, name, inner = ''] = /^\s*(label_values|query_result)\(([\s\S]*)\)\s*$/.exec(query) ?? []
  // Without a series before it, the label is that of any.
  return name === 'query_result' ? inner : name && inner.includes(',') ? inner.slice(0, inner.lastIndexOf(',')) : null
}

function readText(text: string): Pick<PanelQuery, 'expression' | 'message'> {
  const plain = withBuiltIns(text)
  if (mentions(plain).length === 0) {
    const read = readExpression(plain)
    return { expression: read.ok ? read : null, message: read.ok ? null : read.message }
  }
  for (const bare of [unknownPart, '1', '5m']) {
    const read = readExpression(withVariables(plain, bare))
    if (read.ok) return { expression: read, message: null }
  }
  return { expression: null, message: null }
}

const mention = /\$\{([a-zA-Z_]\w*)(?:[.:][^}]{0,100})?\}|\[\[([a-zA-Z_]\w*)(?:[.:][^\]]{0,100})?\]\]|\$([a-zA-Z_]\w*)/g

/** Names of the variables that a text uses, in each of Grafana's three ways to write them. */
export function mentions(text: string): string[] {
  return [...text.matchAll(mention)].map(([, braces, brackets, bare]) => braces ?? brackets ?? bare ?? '')
}

/** Grafana's own variables as a duration or a number, whichever they stand for. */
function withBuiltIns(text: string): string {
  return text.replace(mention, (written, ...names: (string | undefined)[]) => {
    const name = names.slice(0, 3).find(Boolean) ?? ''
    if (/^__(rate_interval|interval|range|auto_interval_\w+|auto)$/.test(name)) return '5m'
    if (/^__(interval_ms|rate_interval_ms|range_s|range_ms|from|to)$/.test(name)) return '1'
    return written
  })
}

/** Between brackets a duration, in quotes a word, anywhere else `bare`. */
function withVariables(text: string, bare: string): string {
  let quote = ''
  let out = ''
  for (let at = 0; at < text.length;) {
    mentionAt.lastIndex = at
    const found = mentionAt.exec(text)
    if (found) {
      out += quote ? unknownPart : /[[:]\s*$/.test(out.slice(-8)) ? '5m' : bare
      at += found[0].length
      continue
    }
    const character = text[at] ?? ''
    if (quote === '' && /["'`]/.test(character)) quote = character
    else if (character === quote) quote = ''
    out += character
    if (quote && quote !== '`' && character === '\\') out += text[at += 1] ?? ''
    at += 1
  }
  return out
}

const mentionAt = new RegExp(mention.source, 'y')
