import type { Baseline } from '@/lib/domain/baseline'
import { rowKey } from '@/lib/domain/baseline-rows'
import type { InhibitRule } from '../formats/alertmanager-config'
import { matchAll } from '../formats/alertmanager/matchers'

/** Whether a rule silences what a row of the assessment's table says, be it with more. */
export function covers({ source, target }: InhibitRule, row: Baseline['inhibitions'][number]): boolean {
  return matchAll(source, row.source) && matchAll(target, row.target)
}

/** Keys of the rows that a rule covers. */
export function rowsCoveredBy(rule: InhibitRule, { inhibitions }: Baseline): string[] {
  return inhibitions.filter(row => covers(rule, row)).map(row => rowKey('inhibitions', row))
}
