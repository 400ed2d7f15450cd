import type { Baseline } from '@/lib/domain/baseline'
import { rowKey } from '@/lib/domain/baseline-rows'
import type { Label } from '../formats/prometheus-config'
import { labelOf } from '../formats/prometheus/answer'

/** Whether an alert with these labels is one that a route of the assessment speaks of. */
export function matches(match: Readonly<Record<string, string>>, labels: readonly Label[]): boolean {
  return Object.entries(match).every(([name, value]) => labelOf(labels, name) === value)
}

/** Keys of routes of the assessment. */
export function rowsOf(routes: Baseline['alertRoutes']): string[] {
  return routes.map(route => rowKey('alertRoutes', route))
}
