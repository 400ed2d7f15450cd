import { ExpressionFailure } from './failure'
import type { ValueType } from './functions'
import type { LabelSet } from './labels'
import { Parser } from './parser'

export interface Matcher {
  name: string
  op: '=' | '!=' | '=~' | '!~'
  value: string
  offset: number
}

/** What a part of an expression asks the database for. */
export interface Selector {
  /** Null where no one metric is named, as in `{job="api"}`. */
  metric: string | null
  /** What names must match instead, as in `{__name__=~"http_.*"}`; null where nothing is said of them so. */
  pattern: string | null
  matchers: readonly Matcher[]
  offset: number
}

export type Expression =
  | {
    ok: true
    type: ValueType
    /** In the order in which they stand. */
    selectors: readonly Selector[]
    /** Labels that its result may carry; those of the rule come on top. */
    labels: LabelSet
  }
  | { ok: false; offset: number; message: string }

/**
 * Reads a PromQL expression as Prometheus 2.42 does, types included: what it refuses is refused. (The grammar of
 * `@prometheus-io/lezer-promql` is one of editors and of a later version: it knows no `holt_winters`, and takes what
 * 2.42 does not.) Newer versions accept more: `{"quoted.name"}`, `foo[300]`, arithmetic of durations, `limitk`.
 */
export function readExpression(text: string): Expression {
  try {
    return { ok: true, ...new Parser(text).read() }
  } catch (error) {
    if (error instanceof ExpressionFailure) return { ok: false, offset: error.offset, message: error.message }
    throw error
  }
}
