import { check } from '../check'
import type { SarifResult, SarifRun } from '../formats/sarif'

/** The analysis of the code found no more that is critical than the baseline allows. */
export const criticalFindings = check({
  id: 'sarif/critical-findings',
  format: 'sarif',
  subjects: ['code-scan'],
  findings: {
    critical: 'fail', unrated: 'inconclusive', suppressed: 'inconclusive', 'run-failed': 'inconclusive', 'no-results': 'inconclusive',
    'no-runs': 'inconclusive', 'other-scan': 'inconclusive', 'no-target': 'inconclusive', high: 'warning',
  },
  * run({ runs, place }, { baseline }) {
    if (!baseline.acceptance) {
      yield { key: 'no-target', place }
      return
    }
    if (runs.length === 0) yield { key: 'no-runs', place }
    for (const run of runs) {
      if (isOtherScan(run)) yield { key: 'other-scan', place: run.place, values: { tool: run.tool } }
      if (run.failed) yield { key: 'run-failed', place: run.failed, values: { tool: run.tool } }
      if (run.results === null) yield { key: 'no-results', place: run.place, values: { tool: run.tool } }
    }
    const results = runs.flatMap(run => run.results ?? [])
    const critical = results.filter(result => !result.suppressed && isCritical(result))
    if (critical.length > baseline.acceptance.criticalFindings) yield* byRule('critical', critical)
    yield* byRule('suppressed', results.filter(result => result.suppressed && (isCritical(result) || isUnrated(result))))
    yield* byRule('unrated', results.filter(result => !result.suppressed && isUnrated(result)))
    yield* byRule('high', results.filter(({ suppressed, severity }) => !suppressed && severity !== null && severity >= 7 && severity < 9))
  },
})

/** Programs that look at images or for secrets, not at what the code does. */
const otherScans = /^(trivy|grype|snyk container|docker scout|trufflehog|detect-secrets|ggshield)\b/i

function isOtherScan({ tool }: SarifRun): boolean {
  return otherScans.test(tool)
}

/** Code scanning of GitHub calls 9 and above critical, 7 and above high. */
function isCritical({ severity }: SarifResult): boolean {
  return severity !== null && severity >= 9
}

/** The worst level that SARIF has and no score that would say whether it is critical, or a score that cannot be. */
function isUnrated({ severity, level }: SarifResult): boolean {
  return severity === null ? level === 'error' : Number.isNaN(severity)
}

/** One finding a rule, at its first result: a rule may be broken thousands of times. */
function* byRule<Key extends string>(key: Key, results: readonly SarifResult[]) {
  for (const [rule, [first, ...more]] of Map.groupBy(results, ({ rule }) => rule)) {
    if (!first) continue
    const where = first.file === null ? '?' : first.line === null ? first.file : `${first.file}:${first.line}`
    yield { key, place: first.place, values: { rule, count: more.length + 1, where } }
  }
}
