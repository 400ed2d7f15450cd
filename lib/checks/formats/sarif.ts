import type { TreeFormat } from '../format'
import type { Place } from '../place'
import { booleanOf, entriesOf, get, itemsOf, numberOf, placeOf, stringOf, type Tree } from '../syntax/tree'

/** A SARIF 2.1.0 report of static or dynamic analysis (OASIS, `sarif-v2.1.0-os`). */
export interface Sarif {
  place: Place
  runs: readonly SarifRun[]
}

export interface SarifRun {
  place: Place
  tool: string
  /** Null where the run reports none at all: an empty list says that nothing was found, none that nothing was looked at (3.14.23). */
  results: readonly SarifResult[] | null
  /** An invocation says that it did not come to its end (3.20.14). */
  failed: Place | null
}

export interface SarifResult {
  place: Place
  rule: string
  level: 'error' | 'warning' | 'note' | 'none'
  /** Of 0 to 10, from the property `security-severity` of the result or its rule; null where there is none that can be. */
  severity: number | null
  /** Somebody set it aside, and nobody rejected that (3.27.23, 3.35.3). */
  suppressed: boolean
  file: string | null
  line: number | null
}

/** Results of other kinds report what was in order, or did not apply (3.27.9). */
const findingKinds = ['fail', 'open', 'review']

export const sarif: TreeFormat<Sarif> = {
  syntax: 'json',
  hint: /"\$schema"\s*:\s*"[^"]*sarif|"version"\s*:\s*"2\.1\.0"[\s\S]*"runs"/,
  matches: tree => get(tree, 'runs')?.kind === 'list' && stringOf(get(tree, 'version'))?.startsWith('2.1') === true,
  read: tree => {
    const runs = itemsOf(get(tree, 'runs'))
    const wrong = runs.find(run => stringOf(get(run, 'tool', 'driver', 'name')) === undefined)
    if (wrong) return { ok: false, problems: [{ place: wrong.place, reason: 'shape', values: { expected: 'tool.driver.name', found: wrong.kind } }] }
    return { ok: true, value: { place: placeOf(tree, 'runs'), runs: runs.map(runOf) } }
  },
}

function runOf(run: Tree): SarifRun {
  const results = get(run, 'results')
  const rules = rulesOf(run)
  const failed = itemsOf(get(run, 'invocations')).find(invocation => booleanOf(get(invocation, 'executionSuccessful')) === false)
  return {
    place: run.place,
    tool: stringOf(get(run, 'tool', 'driver', 'name')) ?? '?',
    results: results?.kind === 'list' ? results.items.flatMap(result => resultOf(result, rules) ?? []) : null,
    failed: failed?.place ?? null,
  }
}

interface Rules {
  byId: ReadonlyMap<string, Tree>
  /** Of the driver and of each extension, as results point to them. */
  lists: readonly (readonly Tree[])[]
}

function rulesOf(run: Tree): Rules {
  const lists = [get(run, 'tool', 'driver'), ...itemsOf(get(run, 'tool', 'extensions'))].map(component => itemsOf(get(component, 'rules')))
  return { byId: new Map(lists.flat().flatMap(rule => { const id = stringOf(get(rule, 'id')); return id ? [[id, rule] as const] : [] })), lists }
}

function resultOf(result: Tree, rules: Rules): SarifResult | null {
  if (!findingKinds.includes(stringOf(get(result, 'kind')) ?? 'fail')) return null
  const id = stringOf(get(result, 'ruleId')) ?? stringOf(get(result, 'rule', 'id'))
  const extension = numberOf(get(result, 'rule', 'toolComponent', 'index'))
  const index = numberOf(get(result, 'ruleIndex')) ?? numberOf(get(result, 'rule', 'index')) ?? -1
  const rule = rules.lists[extension === undefined ? 0 : extension + 1]?.[index] ?? rules.byId.get(id ?? '') ?? rules.byId.get((id ?? '').replace(/\/[^/]*$/, ''))
  const at = get(itemsOf(get(result, 'locations'))[0], 'physicalLocation')
  return {
    place: result.place,
    rule: id ?? stringOf(get(rule, 'id')) ?? '?',
    level: levelOf(get(result, 'level')) ?? levelOf(get(rule, 'defaultConfiguration', 'level')) ?? 'warning',
    severity: scoreOf(result) ?? scoreOf(rule),
    suppressed: isSuppressed(result),
    file: stringOf(get(at, 'artifactLocation', 'uri')) ?? null,
    line: numberOf(get(at, 'region', 'startLine')) ?? null,
  }
}

function levelOf(level: Tree | undefined): SarifResult['level'] | null {
  const text = stringOf(level)
  return text === 'error' || text === 'warning' || text === 'note' || text === 'none' ? text : null
}

function scoreOf(holder: Tree | undefined): number | null {
  const property = get(holder, 'properties', 'security-severity')
  const text = stringOf(property)
  const score = text === undefined ? numberOf(property) : /^\d{1,2}(\.\d{1,4})?$/.test(text) ? Number(text) : undefined
  return score !== undefined && score >= 0 && score <= 10 ? score : null
}

function isSuppressed(result: Tree): boolean {
  const suppressions = itemsOf(get(result, 'suppressions'))
  return suppressions.length > 0 && suppressions.every(suppression =>
    entriesOf(suppression).length > 0 && (stringOf(get(suppression, 'status')) ?? 'accepted') === 'accepted')
}
