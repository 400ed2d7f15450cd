import { expect, test } from 'vitest'
import { recognise } from '../recognise'
import { governmentBaseline } from '../testing/government-baseline'
import { found } from '../testing/found'
import { criticalFindings } from './critical-findings'

const rules = [
  { id: 'sql', properties: { 'security-severity': '9.8' }, defaultConfiguration: { level: 'error' } },
  { id: 'xss', properties: { 'security-severity': '8.8' } },
  { id: 'style' },
  { id: 'unrated', defaultConfiguration: { level: 'error' } },
]
const run = (results: unknown, more: Record<string, unknown> = {}) => ({ tool: { driver: { name: 'CodeQL', rules } }, results, ...more })
const report = (...runs: unknown[]) => JSON.stringify({ version: '2.1.0', runs })
const keysOf = (text: string, baseline = governmentBaseline) => found(criticalFindings, text, { baseline }).map(one => one.split(' ')[0])

test.each([
  ['nothing found', report(run([])), []],
  ['of the score of its rule', report(run([{ ruleId: 'sql' }])), ['critical']],
  ['by the number of its rule alone', report(run([{ ruleIndex: 0 }])), ['critical']],
  ['by a rule within a rule', report(run([{ ruleId: 'sql/concatenated' }])), ['critical']],
  ['its own score goes before that of its rule', report(run([{ ruleId: 'style', properties: { 'security-severity': 9.1 } }])), ['critical']],
  ['one finding a rule', report(run([{ ruleId: 'sql' }, { ruleId: 'sql' }, { ruleId: 'sql' }])), ['critical']],
  ['a high one', report(run([{ ruleId: 'xss' }])), ['high']],
  ['a warning', report(run([{ ruleId: 'style' }])), []],
  ['an error that nobody rated', report(run([{ ruleId: 'unrated' }])), ['unrated']],
  ['a score that cannot be', report(run([{ ruleId: 'unrated', properties: { 'security-severity': '99' } }])), ['unrated']],
  ['a score that is no number, of a warning', report(run([{ ruleId: 'style', properties: { 'security-severity': '9,8' } }])), ['unrated']],
  ['one that is called critical by a tag', report({ tool: { driver: { name: 'Scanner', rules: [{ id: 'a', properties: { tags: ['security', 'CRITICAL'] } }] } }, results: [{ ruleId: 'a', level: 'warning' }] }), ['unrated']],
  ['one that is called critical by itself', report(run([{ ruleId: 'style', properties: { severity: 'Critical' } }])), ['unrated']],
  ['one that is mended', report(run([{ ruleId: 'sql', baselineState: 'absent' }])), []],
  ['one that is there as before', report(run([{ ruleId: 'sql', baselineState: 'unchanged' }])), ['critical']],
  ['what passed', report(run([{ ruleId: 'sql', kind: 'pass' }])), []],
  ['what is still open', report(run([{ ruleId: 'sql', kind: 'open' }])), ['critical']],
  ['set aside', report(run([{ ruleId: 'sql', suppressions: [{ kind: 'external' }] }])), ['suppressed']],
  ['set aside, which was rejected', report(run([{ ruleId: 'sql', suppressions: [{ kind: 'external', status: 'rejected' }] }])), ['critical']],
  ['a run that did not end', report(run([], { invocations: [{ executionSuccessful: false }] })), ['run-failed']],
  ['a run without results', report(run(undefined)), ['no-results']],
  ['no run', report(), ['no-runs']],
  ['a scan of an image', report({ tool: { driver: { name: 'Trivy' } }, results: [] }), ['other-scan']],
  ['a rule of an extension', report({
    tool: { driver: { name: 'CodeQL', rules: [{ id: 'style' }] }, extensions: [{ rules }] }, results: [{ rule: { index: 0, toolComponent: { index: 0 } } }],
  }), ['critical']],
])('%s', (_, text, expected) => {
  expect(keysOf(text)).toEqual(expected)
})

test('as many as the baseline allows', () => {
  const baseline = { ...governmentBaseline, acceptance: { successPercent: 99.9, p95Milliseconds: 500, p99Milliseconds: 2_000, criticalFindings: 1, highVulnerabilities: 0 } }
  expect(keysOf(report(run([{ ruleId: 'sql' }])), baseline)).toEqual([])
  expect(keysOf(report(run([{ ruleId: 'sql' }, { ruleId: 'sql' }])), baseline)).toEqual(['critical'])
})

test('without a target nothing can be told', () => {
  expect(keysOf(report(run([])), { ...governmentBaseline, acceptance: null })).toEqual(['no-target'])
})

test('a run of no tool is no report', () => {
  expect(recognise(new TextEncoder().encode(report({ results: [] })))).toMatchObject({ format: 'sarif', problems: [{ reason: 'shape' }] })
})
