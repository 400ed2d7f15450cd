import { expect, test } from 'vitest'
import { recognise } from '../recognise'
import { governmentBaseline } from '../testing/government-baseline'
import { found } from '../testing/found'
import { vulnerabilities } from './vulnerabilities'

const of = (results: unknown, more: Record<string, unknown> = {}) =>
  JSON.stringify({ SchemaVersion: 2, ArtifactName: 'portal:1.4.2', ArtifactType: 'container_image', Results: results, ...more })
const result = (more: Record<string, unknown>) => ({ Target: 'Python', Class: 'lang-pkgs', Type: 'python-pkg', ...more })
const cve = (Severity: unknown, PkgName = 'ecdsa') => ({ VulnerabilityID: 'CVE-2024-0001', PkgName, InstalledVersion: '1.0', Severity })
const keysOf = (text: string, baseline = governmentBaseline) => found(vulnerabilities, text, { baseline }).map(one => one.split(' ')[0])

test.each([
  ['nothing found', of([result({})]), []],
  ['lesser ones', of([result({ Vulnerabilities: [cve('LOW'), cve('MEDIUM')] })]), ['lesser']],
  ['a high one', of([result({ Vulnerabilities: [cve('HIGH')] })]), ['high']],
  ['a critical one', of([result({ Vulnerabilities: [cve('CRITICAL')] })]), ['critical']],
  ['one finding a package and severity', of([result({ Vulnerabilities: [cve('HIGH'), cve('HIGH'), cve('CRITICAL'), cve('HIGH', 'pip')] })]), ['high', 'critical', 'high']],
  ['a severity in other letters', of([result({ Vulnerabilities: [cve('high')] })]), ['high']],
  ['a severity that is not known', of([result({ Vulnerabilities: [cve('SEVERE')] })]), ['unknown-severity']],
  ['a vulnerability without severity', of([result({ Vulnerabilities: [cve(undefined)] })]), ['unknown-severity']],
  ['a secret', of([{ Target: 'app/.env', Class: 'secret', Secrets: [{ RuleID: 'aws-access-key-id', Severity: 'CRITICAL' }] }, result({})]), ['secret']],
  ['a setting', of([result({ Misconfigurations: [{ ID: 'DS002', Severity: 'HIGH', Status: 'FAIL' }] })]), ['misconfigured']],
  ['a setting that is in order', of([result({ Misconfigurations: [{ ID: 'DS002', Severity: 'HIGH', Status: 'PASS' }] })]), []],
  ['set aside', of([result({ ExperimentalModifiedFindings: [{ Status: 'ignored', Finding: cve('CRITICAL') }] })]), ['set-aside']],
  ['a lesser one set aside', of([result({ ExperimentalModifiedFindings: [{ Status: 'ignored', Finding: cve('LOW') }] })]), []],
  ['no results', of(undefined), ['no-results']],
  ['results that are null', of(null), ['no-results']],
  ['an empty list of results', of([]), ['no-results']],
  ['settings alone', of([{ Target: 'Dockerfile', Class: 'config' }]), ['no-packages']],
  ['libraries alone, of an image with a system', of([result({})], { Metadata: { OS: { Family: 'debian', Name: '13' } } }), ['no-system-packages']],
  ['both', of([result({}), { Target: 'portal (debian 13)', Class: 'os-pkgs', Type: 'debian' }], { Metadata: { OS: { Family: 'debian', Name: '13' } } }), []],
  ['a system that nobody mends any more', of([result({ Class: 'os-pkgs' })], { Metadata: { OS: { Family: 'debian', EOSL: true } } }), ['end-of-support']],
])('%s', (_, text, expected) => {
  expect(keysOf(text)).toEqual(expected)
})

test('as many as the baseline allows', () => {
  const acceptance = { successPercent: 99.9, p95Milliseconds: 500, p99Milliseconds: 2_000, criticalFindings: 0, highVulnerabilities: 1 }
  expect(keysOf(of([result({ Vulnerabilities: [cve('HIGH')] })]), { ...governmentBaseline, acceptance })).toEqual([])
  expect(keysOf(of([result({ Vulnerabilities: [cve('HIGH'), cve('HIGH')] })]), { ...governmentBaseline, acceptance })).toEqual(['high'])
})

test('without a target nothing can be told', () => {
  expect(keysOf(of([result({})]), { ...governmentBaseline, acceptance: null })).toEqual(['no-target'])
})

test.each([['results in words', of('none')], ['a result without target', of([{ Class: 'os-pkgs' }])]])('%s are no report', (_, text) => {
  expect(recognise(new TextEncoder().encode(text))).toMatchObject({ format: 'trivy', problems: [{ reason: 'shape' }] })
})
