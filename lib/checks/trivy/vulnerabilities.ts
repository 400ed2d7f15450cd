import { check, type Found } from '../check'
import type { TrivyResult, TrivySeverity, TrivyVulnerability } from '../formats/trivy'

/** The scan found no more high and critical vulnerabilities than the baseline allows, and no secret in the image. */
export const vulnerabilities = check({
  id: 'trivy/vulnerabilities',
  format: 'trivy',
  subjects: ['image-scan'],
  findings: {
    critical: 'fail', high: 'fail', misconfigured: 'fail', secret: 'fail', 'unknown-severity': 'inconclusive', 'set-aside': 'inconclusive',
    'end-of-support': 'inconclusive', 'no-results': 'inconclusive', 'no-packages': 'inconclusive', 'no-system-packages': 'inconclusive',
    'no-target': 'inconclusive', lesser: 'info',
  },
  * run({ results, hasSystem, endOfSupport, place }, { baseline }) {
    if (!baseline.acceptance) {
      yield { key: 'no-target', place }
      return
    }
    if (endOfSupport) yield { key: 'end-of-support', place: endOfSupport }
    if (results === null || results.length === 0) {
      yield { key: 'no-results', place }
      return
    }
    // What looks at settings or for secrets alone says nothing of vulnerabilities.
    if (!results.some(({ class: kind, vulnerabilities }) => kind === null || kind.endsWith('-pkgs') || vulnerabilities.length > 0))
      yield { key: 'no-packages', place }
    else if (hasSystem && results.every(({ class: kind }) => kind !== null && kind !== 'os-pkgs')) yield { key: 'no-system-packages', place }
    const severe = results.flatMap(({ vulnerabilities }) => vulnerabilities).filter(isSevere)
    for (const result of results) {
      if (severe.length > baseline.acceptance.highVulnerabilities) yield* byPackage(result)
      yield* others(result)
    }
  },
})

function isSevere({ severity }: { severity: TrivySeverity }): boolean {
  return severity === 'CRITICAL' || severity === 'HIGH'
}

/** One finding a package and severity: an image may hold thousands of vulnerabilities of one package. */
function* byPackage({ target, vulnerabilities }: TrivyResult): Generator<Found & { key: 'critical' | 'high' }> {
  const groups = Map.groupBy(vulnerabilities.filter(isSevere), one => `${one.severity} ${one.package} ${one.version}`)
  for (const group of groups.values()) {
    const [first] = group
    if (first) yield { key: first.severity === 'CRITICAL' ? 'critical' : 'high', place: first.place, values: { target, ...summaryOf(first, group) } }
  }
}

const named = 3

function summaryOf({ package: name, version }: TrivyVulnerability, group: readonly TrivyVulnerability[]) {
  const ids = group.slice(0, named).map(({ id }) => id).join(', ')
  return {
    package: name, version, count: group.length, ids: group.length > named ? `${ids}, …` : ids,
    fixed: group.filter(({ fixedVersion }) => fixedVersion !== null).length,
  }
}

type Other = 'secret' | 'misconfigured' | 'set-aside' | 'unknown-severity' | 'lesser'

function* others({ target, place, ...result }: TrivyResult): Generator<Found & { key: Other }> {
  for (const { rule, place } of result.secrets) yield { key: 'secret', place, values: { target, rule } }
  for (const { id, place } of result.misconfigurations.filter(isSevere)) yield { key: 'misconfigured', place, values: { target, id } }
  for (const { id, place, severity } of result.setAside)
    if (isSevere({ severity }) || severity === 'UNKNOWN') yield { key: 'set-aside', place, values: { target, id } }
  const unknown = result.vulnerabilities.filter(({ severity }) => severity === 'UNKNOWN')
  if (unknown[0]) yield { key: 'unknown-severity', place: unknown[0].place, values: { target, count: unknown.length } }
  const lesser = result.vulnerabilities.length - unknown.length - result.vulnerabilities.filter(isSevere).length
  if (lesser > 0) yield { key: 'lesser', place, values: { target, count: lesser } }
}
