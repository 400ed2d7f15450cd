import { expect, test } from 'vitest'
import { recognise } from '../recognise'
import { runChecks } from '../run'
import { governmentBaseline } from '../testing/government-baseline'
import { found } from '../testing/found'
import { secrets } from './secrets'

const value = ['not', 'to', 'be', 'seen'].join('-')
const leak = { RuleID: 'generic-api-key', File: 'app/config.py', StartLine: 7, Commit: '0123456789abcdef0123', Secret: value, Match: `key = "${value}"` }
const sarif = (name: string, results: unknown) => JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver: { name } }, results }] })

test.each([
  ['nothing found', '[]', ['unnamed 1:1']],
  ['two', `[${JSON.stringify(leak)},\n${JSON.stringify(leak)}]`, ['leak 1:2', 'leak 2:1']],
  ['nothing found, in SARIF', sarif('gitleaks', []), []],
  ['one, in SARIF', sarif('gitleaks', [{ ruleId: 'generic-api-key' }]), ['leak 1:78']],
])('%s', (_, text, expected) => {
  expect(found(secrets, text)).toEqual(expected)
})

test('no finding holds the secret', () => {
  const [file] = runChecks([{ name: 'leaks.json', bytes: new TextEncoder().encode(JSON.stringify([leak])) }], governmentBaseline, '2026-11-26')
  expect(file?.findings.map(({ values }) => values)).toEqual([{ rule: 'generic-api-key', file: 'app/config.py', line: 7, commit: '0123456789ab' }])
  expect(JSON.stringify(file)).not.toContain(value)
})

test.each([
  ['a list of something else', '[{ "RuleID": "x", "File": "y" }, 7]', { format: 'gitleaks', problems: [{ reason: 'shape' }] }],
  ['the SARIF of another program', sarif('CodeQL', []), { format: 'sarif' }],
  ['a run of gitleaks that reports nothing at all', sarif('gitleaks', undefined), { format: 'sarif' }],
])('%s', (_, text, expected) => {
  expect(recognise(new TextEncoder().encode(text))).toMatchObject(expected)
})
