import { emptyBaseline, type Baseline } from '@/lib/domain/baseline'
import { rowKey, type CheckedTable } from '@/lib/domain/baseline-rows'
import type { Check } from '../check'
import { runChecks, type CheckedFile } from '../run'

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
export function found(check: Check, text: string, given: Given = {}): string[] {
  return run(check, text, given).findings
    .filter(one => one.check === check.id).map(({ key, place }) => `${key} ${place.line}:${place.column}`)
}

/**
 * What one check says of each row of a table of the baseline, in the order of its rows: `as asked`, the keys of what
 * it finds of it, or nothing.
 */
export function saidOfRows(check: Check, table: CheckedTable, text: string, given: Given): string[] {
  const { checks, findings } = run(check, text, given)
  const asAsked = checks.find(one => one.check === check.id)?.asAsked ?? []
  return (given.baseline?.[table] ?? []).map(row => {
    const key = rowKey(table, row as never)
    const said = findings.filter(one => one.check === check.id && one.rows?.includes(key)).map(one => one.key)
    return [...(asAsked.includes(key) ? ['as asked'] : []), ...said].join(', ')
  })
}

function run(check: Check, text: string, { baseline, today = '2026-11-26', others = {} }: Given): CheckedFile {
  const files = Object.entries({ subject: text, ...others }).map(([name, content]) => ({ name, bytes: new TextEncoder().encode(content) }))
  const [file] = runChecks(files, { ...emptyBaseline, ...baseline }, today)
  if (file?.format !== check.format || file.checks.length === 0)
    throw new Error(`read as ${file?.format}: ${file?.findings.map(one => `${one.key} ${JSON.stringify(one.values)}`).join(', ')}`)
  return file
}
