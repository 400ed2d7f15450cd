import type { Subject } from './baseline'
import type { CheckOutcome } from './evidence'

/** What all checks of a file's kind came to, as it is kept and shown. */
export interface CheckRun {
  /** The kind of file; null where it is known to be one, and yet could not be told. */
  format: string | null
  outcome: CheckOutcome
  checks: readonly RanCheck[]
  /** By place. */
  findings: readonly KeptFinding[]
}

export interface RanCheck {
  check: string
  subjects: readonly Subject[]
  outcome: CheckOutcome
  /** Codes of the items that it speaks of. */
  items: readonly string[]
}

export interface KeptFinding {
  check: string
  key: string
  severity: 'info' | 'warning' | 'inconclusive' | 'fail' | 'error'
  /** Line and column, from 1. */
  place: { line: number; column: number }
  values: Readonly<Record<string, string | number>>
  items: readonly string[]
}
