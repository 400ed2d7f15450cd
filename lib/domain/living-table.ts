import { worstFirst, type KeptFinding, type RanCheck } from './check-run'
import type { CheckOutcome } from './evidence'

interface CheckedFile {
  checks: readonly RanCheck[]
  findings: readonly KeptFinding[]
}

/** What a check of a file says of an item or of a row of the baseline. */
export interface Said<File> {
  file: File
  check: string
  /** Null where it is neither met nor failed, and what was found says how it stands. */
  outcome: CheckOutcome | null
  /** The worst first. */
  findings: readonly KeptFinding[]
}

/** What files say of items, by code; what is only worth knowing is left out. */
export function saidOfItems<File extends CheckedFile>(files: readonly File[]): ReadonlyMap<string, readonly Said<File>[]> {
  return gathered(files, (file, { check, outcome, items }, found) => {
    const said = { file, check, outcome, findings: worstFirst(found.filter(({ severity }) => severity !== 'info')) }
    return items.map(code => [code, said])
  })
}

/**
 * What files say of rows of the baseline, by their keys: that they are met, only where a check has gone through them
 * and found nothing of them, however little it found.
 */
export function saidOfRows<File extends CheckedFile>(files: readonly File[]): ReadonlyMap<string, readonly Said<File>[]> {
  return gathered(files, (file, { check, asAsked = [] }, found) => {
    const keys = new Set([...asAsked, ...found.flatMap(({ rows = [] }) => rows)])
    return [...keys].map(key => {
      const findings = found.filter(({ rows = [] }) => rows.includes(key))
      return [key, { file, check, outcome: outcomeOfRow(findings), findings: worstFirst(findings) }]
    })
  })
}

function outcomeOfRow(findings: readonly KeptFinding[]): CheckOutcome | null {
  if (findings.length === 0) return 'pass'
  return (['error', 'fail', 'inconclusive'] as const).find(severity => findings.some(finding => finding.severity === severity)) ?? null
}

function gathered<File extends CheckedFile>(
  files: readonly File[], say: (file: File, check: RanCheck, found: readonly KeptFinding[]) => [key: string, said: Said<File>][],
): Map<string, Said<File>[]> {
  const all = new Map<string, Said<File>[]>()
  for (const file of files) {
    const found = Map.groupBy(file.findings, ({ check }) => check)
    for (const check of file.checks)
      for (const [key, said] of say(file, check, found.get(check.check) ?? [])) {
        const known = all.get(key)
        if (known) known.push(said)
        else all.set(key, [said])
      }
  }
  return all
}
