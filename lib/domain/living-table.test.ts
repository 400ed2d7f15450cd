import { describe, expect, test } from 'vitest'
import type { KeptFinding, RanCheck } from './check-run'
import { saidOfItems, saidOfRows } from './living-table'

const ran = (check: string, change: Partial<RanCheck> = {}): RanCheck => ({ check, subjects: [], outcome: 'pass', items: [], ...change })
const finding = (check: string, severity: KeptFinding['severity'], change: Partial<KeptFinding> = {}): KeptFinding =>
  ({ check, key: severity, severity, place: { line: 1, column: 1 }, values: {}, items: [], ...change })

/** What is said of a key, each as `check outcome: findings`. */
function said(all: ReturnType<typeof saidOfRows>, key: string): string[] {
  return (all.get(key) ?? []).map(({ check, outcome, findings }) => `${check} ${outcome}: ${findings.map(one => one.key).join(' ')}`)
}

describe('of rows', () => {
  test.each<[string, RanCheck, KeptFinding[], string[]]>([
    ['gone through, and nothing found', ran('a', { asAsked: ['row'] }), [], ['a pass: ']],
    ['an older run, which says of no row', ran('a'), [finding('a', 'fail')], []],
    ['a file of which only others were found', ran('a', { asAsked: ['other'] }), [finding('a', 'fail', { rows: ['third'] })], []],
    ['a failure', ran('a', { outcome: 'fail' }), [finding('a', 'fail', { rows: ['row'] })], ['a fail: fail']],
    ['the worst of two, and first', ran('a', { outcome: 'fail' }), [finding('a', 'warning', { rows: ['row'] }), finding('a', 'fail', { rows: ['row', 'other'] })], ['a fail: fail warning']],
    ['what cannot be told', ran('a'), [finding('a', 'inconclusive', { rows: ['row'] })], ['a inconclusive: inconclusive']],
    ['what fails nothing is no pass either', ran('a'), [finding('a', 'info', { rows: ['row'] })], ['a null: info']],
    ['what another check found', ran('a', { asAsked: ['row'] }), [finding('b', 'fail', { rows: ['row'] })], ['a pass: ']],
  ])('%s', (_, check, findings, expected) => {
    expect(said(saidOfRows([{ checks: [check], findings }]), 'row')).toEqual(expected)
  })

  test('each file says its own', () => {
    const files = [
      { name: 'old', checks: [ran('a', { outcome: 'fail' })], findings: [finding('a', 'fail', { rows: ['row'] })] },
      { name: 'new', checks: [ran('a', { asAsked: ['row'] })], findings: [] },
    ]
    expect(saidOfRows(files).get('row')?.map(({ file, outcome }) => [file.name, outcome])).toEqual([['old', 'fail'], ['new', 'pass']])
  })
})

describe('of items', () => {
  test('each check that speaks of it, with what it found but for what is only worth knowing', () => {
    const file = {
      checks: [ran('a', { items: ['X-1', 'X-2'] }), ran('b', { outcome: 'fail', items: ['X-1'] }), ran('c')],
      findings: [finding('a', 'info'), finding('a', 'warning'), finding('b', 'warning'), finding('b', 'fail'), finding('c', 'fail')],
    }
    const all = saidOfItems([file])
    expect(said(all, 'X-1')).toEqual(['a pass: warning', 'b fail: fail warning'])
    expect(said(all, 'X-2')).toEqual(['a pass: warning'])
    expect([...all.keys()]).toEqual(['X-1', 'X-2'])
  })
})
