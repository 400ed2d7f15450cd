import type { TreeFormat } from '../format'
import type { Place } from '../place'
import { get, itemsOf, misshapen, numberOf, stringOf, type Tree } from '../syntax/tree'

/**
 * What gitleaks found, in its JSON or in its SARIF (gitleaks/gitleaks, `report/finding.go` and `report/sarif.go`, read
 * November 2026).
 */
export interface Gitleaks {
  place: Place
  leaks: readonly GitleaksLeak[]
  /** The file names the program that wrote it. The JSON of one that found nothing is an empty list, which does not. */
  named: boolean
}

/** Where a secret is, and never what it is. */
export interface GitleaksLeak {
  place: Place
  rule: string
  file: string
  line: number | null
  commit: string | null
}

export const gitleaks: TreeFormat<Gitleaks> = {
  syntax: 'json',
  hint: /"RuleID"\s*:[\s\S]*"Fingerprint"\s*:/,
  matches: tree => isList(tree) || isSarif(tree),
  read: tree => {
    if (isSarif(tree)) {
      const results = itemsOf(get(tree, 'runs')).flatMap(run => itemsOf(get(run, 'results')))
      return { ok: true, value: { place: tree.place, named: true, leaks: results.map(leakOfSarif) } }
    }
    const items = itemsOf(tree)
    const wrong = items.find(item => stringOf(get(item, 'RuleID')) === undefined)
    if (wrong) return misshapen(wrong, 'RuleID')
    return { ok: true, value: { place: tree.place, named: items.length > 0, leaks: items.map(leakOf) } }
  },
}

function isList(tree: Tree): boolean {
  if (tree.kind !== 'list') return false
  const [first] = tree.items
  return first === undefined || (get(first, 'RuleID') !== undefined && get(first, 'File') !== undefined)
}

function isSarif(tree: Tree): boolean {
  const runs = itemsOf(get(tree, 'runs'))
  return runs.length > 0 && runs.every(run =>
    stringOf(get(run, 'tool', 'driver', 'name'))?.toLowerCase() === 'gitleaks' && get(run, 'results')?.kind === 'list')
}

function leakOf(item: Tree): GitleaksLeak {
  return {
    place: item.place,
    rule: stringOf(get(item, 'RuleID')) ?? '?',
    file: stringOf(get(item, 'File')) ?? '?',
    line: numberOf(get(item, 'StartLine')) ?? null,
    commit: stringOf(get(item, 'Commit')) || null,
  }
}

function leakOfSarif(result: Tree): GitleaksLeak {
  const at = get(itemsOf(get(result, 'locations'))[0], 'physicalLocation')
  return {
    place: result.place,
    rule: stringOf(get(result, 'ruleId')) ?? '?',
    file: stringOf(get(at, 'artifactLocation', 'uri')) ?? '?',
    line: numberOf(get(at, 'region', 'startLine')) ?? null,
    commit: stringOf(get(result, 'partialFingerprints', 'commitSha')) || null,
  }
}
