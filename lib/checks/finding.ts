import type { CheckOutcome } from '@/lib/domain/evidence'
import type { Place } from './place'

/**
 * How much a finding weighs, in ascending order. `info` and `warning` fail nothing; `inconclusive` says that the file
 * cannot tell, and what would; `fail` that what is asked for is not met; `error` that the file cannot be read.
 */
export const severities = ['info', 'warning', 'inconclusive', 'fail', 'error'] as const
export type Severity = (typeof severities)[number]

/** What fills the gaps of a finding's words. */
export type Values = Record<string, string | number>

/** What a check says of a place in a file. Its words are looked up by check and `key`. */
export interface Finding {
  check: string
  key: string
  severity: Severity
  place: Place
  values: Values
  /** Keys of the rows of the baseline that it is about, where its check goes through them one by one. */
  rows?: readonly string[]
}

/** What a check or a file comes to: the worst that was found decides, and nothing found is a pass. */
export function outcomeOf(findings: readonly { severity: Severity }[]): CheckOutcome {
  const has = (severity: Severity) => findings.some(finding => finding.severity === severity)
  return has('error') ? 'error' : has('fail') ? 'fail' : has('inconclusive') ? 'inconclusive' : 'pass'
}

/** The check that a file which cannot be read fails, and the one that a file of no known kind does. */
export const unreadableCheck = 'file/unreadable'
export const unknownCheck = 'file/unknown'
