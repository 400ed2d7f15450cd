import { emptyBaseline, type Baseline } from '@/lib/domain/baseline'
import type { Check } from '../check'
import { runChecks } from '../run'

interface Given {
  baseline?: Partial<Baseline>
  today?: string
  /** Files that are given with it. */
  others?: Record<string, string>
}

/**
 * What one check finds in a file, as `key line:column`. A file that cannot be read, or is told to be of another
 * kind, fails the test that asks.
 */
export function found(check: Check, text: string, { baseline, today = '2026-11-26', others = {} }: Given = {}): string[] {
  const files = Object.entries({ subject: text, ...others }).map(([name, content]) => ({ name, bytes: new TextEncoder().encode(content) }))
  const [file] = runChecks(files, { ...emptyBaseline, ...baseline }, today)
  if (file?.format !== check.format || file.checks.length === 0)
    throw new Error(`read as ${file?.format}: ${file?.findings.map(one => `${one.key} ${JSON.stringify(one.values)}`).join(', ')}`)
  return file.findings.filter(one => one.check === check.id).map(({ key, place }) => `${key} ${place.line}:${place.column}`)
}
