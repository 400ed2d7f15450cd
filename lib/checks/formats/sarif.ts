import type { TreeFormat } from '../format'
import type { Place } from '../place'
import { booleanOf, entriesOf, get, itemsOf, misshapen, numberOf, placeOf, stringOf, type Tree } from '../syntax/tree'

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
  /** Of 0 to 10, from the property `security-severity` of the result or its rule; null where there is none, NaN where it cannot be or a word stands for it. */
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
    if (wrong) return misshapen(wrong, 'tool.driver.name')
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
  const components = [get(run, 'tool', 'driver'), ...itemsOf(get(run, 'tool', 'extensions'))]
  const lists = components.map(component => itemsOf(get(component, 'rules')))
  return { byId: new Map(lists.flat().map(rule => [stringOf(get(rule, 'id')) ?? '', rule])), lists }
}

function resultOf(result: Tree, rules: Rules): SarifResult | null {
  if (!findingKinds.includes(stringOf(get(result, 'kind')) ?? 'fail')) return null
  // What a former analysis found and this one did not (3.27.24).
  if (stringOf(get(result, 'baselineState')) === 'absent') return null
  const id = stringOf(get(result, 'ruleId')) ?? stringOf(get(result, 'rule', 'id'))
  const rule = ruleOf(result, id ?? '', rules)
  const at = get(itemsOf(get(result, 'locations'))[0], 'physicalLocation')
  return {
    place: result.place,
    rule: id ?? stringOf(get(rule, 'id')) ?? '?',
    level: levelOf(get(result, 'level')) ?? levelOf(get(rule, 'defaultConfiguration', 'level')) ?? 'warning',
    severity: scoreOf(result) ?? scoreOf(rule) ?? (isCalledCritical(result) || isCalledCritical(rule) ? NaN : null),
    suppressed: isSuppressed(result),
    file: stringOf(get(at, 'artifactLocation', 'uri')) ?? null,
    line: numberOf(get(at, 'region', 'startLine')) ?? null,
  }
}

/** By its number, else by its name, which may name a rule within a rule (3.27.5 to 3.27.7). */
function ruleOf(result: Tree, id: string, { lists, byId }: Rules): Tree | undefined {
  const extension = numberOf(get(result, 'rule', 'toolComponent', 'index'))
  const index = numberOf(get(result, 'ruleIndex')) ?? numberOf(get(result, 'rule', 'index')) ?? -1
  return lists[extension === undefined ? 0 : extension + 1]?.[index] ?? byId.get(id) ?? byId.get(id.replace(/\/[^/]*$/, ''))
}

function levelOf(level: Tree | undefined): SarifResult['level'] | null {
  const text = stringOf(level)
  return text === 'error' || text === 'warning' || text === 'note' || text === 'none' ? text : null
}

function scoreOf(holder: Tree | undefined): number | null {
  const property = get(holder, 'properties', 'security-severity')
  if (property === undefined) return null
  const text = stringOf(property)
  const score = text === undefined ? numberOf(property) ?? NaN : /^\d{1,2}(\.\d{1,4})?$/.test(text) ? Number(text) : NaN
  return score >= 0 && score <= 10 ? score : NaN
}

/** Whether a word of the program's own says what a score would: that is no score, and no reason to pass it over. */
function isCalledCritical(holder: Tree | undefined): boolean {
  const properties = get(holder, 'properties')
  const words = [get(properties, 'severity'), get(properties, 'issue_severity'), ...itemsOf(get(properties, 'tags'))]
  return words.some(word => /^critical$/i.test(stringOf(word) ?? ''))
}

function isSuppressed(result: Tree): boolean {
  const suppressions = itemsOf(get(result, 'suppressions'))
  return suppressions.length > 0 && suppressions.every(suppression =>
    entriesOf(suppression).length > 0 && (stringOf(get(suppression, 'status')) ?? 'accepted') === 'accepted')
}
