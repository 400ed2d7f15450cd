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
  /** Keys of the rows of the baseline that the file has as they are asked for; not kept of older runs. */
  asAsked?: readonly string[]
}

export interface KeptFinding {
  check: string
  key: string
  severity: 'info' | 'warning' | 'inconclusive' | 'fail' | 'error'
  /** Line and column, from 1. */
  place: { line: number; column: number }
  values: Readonly<Record<string, string | number>>
  items: readonly string[]
  /** Keys of the rows of the baseline that it is about; not kept of older runs. */
  rows?: readonly string[]
}

/** What weighs most first, and otherwise as it came. */
export function worstFirst(findings: readonly KeptFinding[]): KeptFinding[] {
  return findings.toSorted((a, b) => weight[b.severity] - weight[a.severity])
}

const weight: Record<KeptFinding['severity'], number> = { info: 0, warning: 1, inconclusive: 2, fail: 3, error: 4 }
