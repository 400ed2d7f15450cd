import type { TreeFormat } from '../format'
import { instantOf } from '../instant'
import type { Place } from '../place'
import { booleanOf, get, itemsOf, misshapen, placeOf, stringOf, type Tree } from '../syntax/tree'

/** A JSON report of Trivy (aquasecurity/trivy, `pkg/types/report.go`, read November 2026). */
export interface Trivy {
  place: Place
  /** What was scanned: an image by its name, a folder, a repository. */
  artifact: { name: string; type: string | null; place: Place; digests: readonly string[] }
  /** Milliseconds since 1970; null where it says none. */
  createdAt: { place: Place; instant: number | null } | null
  /** Whether there is an operating system in it, whose packages a whole scan looks at. */
  hasSystem: boolean
  /** The maker of the operating system has stopped mending it. */
  endOfSupport: Place | null
  /** Null where there is no list: nothing was scanned. */
  results: readonly TrivyResult[] | null
}

export interface TrivyResult {
  target: string
  place: Place
  /** `os-pkgs`, `lang-pkgs`, `config`, `secret`, … */
  class: string | null
  vulnerabilities: readonly TrivyVulnerability[]
  /** Settings that fail a rule. */
  misconfigurations: readonly { id: string; severity: TrivySeverity; place: Place }[]
  secrets: readonly { rule: string; severity: TrivySeverity; place: Place }[]
  /** Vulnerabilities and settings that somebody set aside. */
  setAside: readonly { id: string; severity: TrivySeverity; place: Place }[]
}

export interface TrivyVulnerability {
  id: string
  package: string
  version: string
  fixedVersion: string | null
  severity: TrivySeverity
  place: Place
}

const severities = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'UNKNOWN'] as const
export type TrivySeverity = (typeof severities)[number]

export const trivy: TreeFormat<Trivy> = {
  syntax: 'json',
  hint: /"ArtifactName"\s*:/,
  matches: tree => get(tree, 'ArtifactName') !== undefined
    && (get(tree, 'SchemaVersion') !== undefined || get(tree, 'ArtifactType') !== undefined || get(tree, 'Results') !== undefined),
  read: tree => {
    const results = get(tree, 'Results')
    const wrong = results && results.kind !== 'list' && !(results.kind === 'scalar' && results.value === null) ? results
      : itemsOf(results).find(result => stringOf(get(result, 'Target')) === undefined)
    if (wrong) return misshapen(wrong, 'Results[].Target')
    const created = get(tree, 'CreatedAt')
    const ended = get(tree, 'Metadata', 'OS', 'EOSL')
    return {
      ok: true,
      value: {
        place: tree.place,
        artifact: {
          name: stringOf(get(tree, 'ArtifactName')) ?? '?',
          type: stringOf(get(tree, 'ArtifactType')) ?? null,
          place: placeOf(tree, 'ArtifactName'),
          digests: itemsOf(get(tree, 'Metadata', 'RepoDigests')).flatMap(digest => stringOf(digest) ?? []),
        },
        createdAt: created ? { place: placeOf(tree, 'CreatedAt'), instant: instantOf(stringOf(created)) } : null,
        hasSystem: stringOf(get(tree, 'Metadata', 'OS', 'Family')) !== undefined,
        endOfSupport: booleanOf(ended) === true ? ended?.place ?? null : null,
        results: results?.kind === 'list' ? results.items.map(resultOf) : null,
      },
    }
  },
}

function resultOf(result: Tree): TrivyResult {
  return {
    target: stringOf(get(result, 'Target')) ?? '?',
    place: placeOf(result, 'Target'),
    class: stringOf(get(result, 'Class')) ?? null,
    vulnerabilities: itemsOf(get(result, 'Vulnerabilities')).map(vulnerabilityOf),
    misconfigurations: itemsOf(get(result, 'Misconfigurations'))
      .filter(one => !['PASS', 'EXCEPTION'].includes(stringOf(get(one, 'Status')) ?? 'FAIL'))
      .map(one => ({ id: stringOf(get(one, 'ID')) ?? '?', severity: severityOf(one), place: placeOf(one, 'ID') })),
    secrets: itemsOf(get(result, 'Secrets'))
      .map(one => ({ rule: stringOf(get(one, 'RuleID')) ?? '?', severity: severityOf(one), place: placeOf(one, 'RuleID') })),
    setAside: itemsOf(get(result, 'ExperimentalModifiedFindings')).map(setAsideOf),
  }
}

function vulnerabilityOf(vulnerability: Tree): TrivyVulnerability {
  return {
    id: stringOf(get(vulnerability, 'VulnerabilityID')) ?? '?',
    package: stringOf(get(vulnerability, 'PkgName')) ?? '?',
    version: stringOf(get(vulnerability, 'InstalledVersion')) ?? '?',
    fixedVersion: stringOf(get(vulnerability, 'FixedVersion')) || null,
    severity: severityOf(vulnerability),
    place: placeOf(vulnerability, 'VulnerabilityID'),
  }
}

function setAsideOf(modified: Tree): TrivyResult['setAside'][number] {
  const finding = get(modified, 'Finding')
  return {
    id: stringOf(get(finding, 'VulnerabilityID')) ?? stringOf(get(finding, 'ID')) ?? '?',
    severity: finding ? severityOf(finding) : 'UNKNOWN',
    place: modified.place,
  }
}

function severityOf(finding: Tree): TrivySeverity {
  const text = (stringOf(get(finding, 'Severity')) ?? '').toUpperCase()
  return severities.find(severity => severity === text) ?? 'UNKNOWN'
}
