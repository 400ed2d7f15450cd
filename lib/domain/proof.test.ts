import { describe, expect, test } from 'vitest'
import {
  control, failed, item, met, now, policy, proven, requirement, revision, today, waiver, yesterday,
} from './fixtures/facts'
import type { ItemFacts, RequirementFacts, RevisionFacts } from './facts'
import { proveItem, proveRequirement } from './proof'

const check = 'prometheus/orphan-alert'
const ran = (...outcomes: ('pass' | 'fail' | 'inconclusive' | 'error')[]) =>
  outcomes.map(outcome => ({ checkId: check, outcome }))

describe('a requirement', () => {
  const prove = (changes: Partial<RequirementFacts>, isBlocking = false) =>
    proveRequirement(requirement(changes), { ownerTeams: ['sre'], isBlocking }, today)
  const withOne = (changes: Partial<RevisionFacts>) => ({ revisions: [revision(changes)] })
  const checked = (changes: Partial<RevisionFacts>) => ({ checks: [check], ...withOne(changes) })

  test.each<[string, Partial<RequirementFacts>, string, string]>([
    ['nothing handed in', {}, 'missing', 'missing'],
    ['an accepted revision', withOne({}), 'met', 'met'],
    ['one in review', withOne({ state: 'in_review', reviewerId: null }), 'in_review', 'in_review'],
    ['a rejected one', withOne({ state: 'rejected' }), 'rejected', 'rejected'],
    ['a withdrawn one', withOne({ state: 'withdrawn' }), 'withdrawn', 'withdrawn'],
    ['a superseded one', withOne({ state: 'superseded' }), 'missing', 'superseded'],
    ['one that its submitter accepted', withOne({ reviewerId: 'ana' }), 'inadmissible', 'not_independent'],
    ['one that an owning team accepted', withOne({ reviewerTeams: ['qa', 'sre'] }), 'inadmissible', 'not_independent'],
    ['one that nobody is known to have accepted', withOne({ reviewerId: null }), 'inadmissible', 'not_independent'],
    ['one of a day to come', withOne({ effectiveOn: '2026-03-13' }), 'not_yet_effective', 'not_yet_effective'],
    ['one of today', withOne({ effectiveOn: today }), 'met', 'met'],
    ['a link', withOne({ isLink: true }), 'met', 'met'],
    ['an attestation', { kind: 'attestation', ...withOne({}) }, 'met', 'met'],
    ['a check that passes', checked({ checkRuns: ran('pass') }), 'met', 'met'],
    ['a check that fails', checked({ checkRuns: ran('fail') }), 'failed', 'check_failed'],
    ['a check that fails on one of two files', checked({ checkRuns: ran('pass', 'fail') }), 'failed', 'check_failed'],
    ['a check that cannot tell', checked({ checkRuns: ran('inconclusive') }), 'inconclusive', 'check_inconclusive'],
    ['a check that cannot read the file', checked({ checkRuns: ran('error') }), 'inconclusive', 'check_error'],
    ['a check that did not run', checked({}), 'inconclusive', 'check_not_run'],
    ['a failing check that was not asked for', withOne({ checkRuns: ran('fail') }), 'met', 'met'],
    ['an old failed check', checked({ checkRuns: ran('fail'), effectiveOn: '2025-01-01' }), 'failed', 'check_failed'],
    ['a failed check, self-reviewed', checked({ checkRuns: ran('fail'), reviewerId: 'ana' }), 'failed', 'check_failed'],
    ['a failed check in review', checked({ checkRuns: ran('fail'), state: 'in_review' }), 'in_review', 'in_review'],
  ])('with %s', (_, changes, state, reason) => {
    expect(prove(changes)).toMatchObject({ state, reason })
  })

  test('names the checks that decide', () => {
    expect(prove(checked({ checkRuns: ran('fail') })).checks).toEqual([check])
  })

  test.each<[string, Partial<RequirementFacts>, string]>([
    ['a link of an owning team', withOne({ isLink: true }), 'owner_link'],
    ['a page of an owning team', { kind: 'link', ...withOne({}) }, 'owner_link'],
    ['an attestation of an owning team', { kind: 'attestation', ...withOne({}) }, 'owner_attestation'],
    ['a link of another team', withOne({ isLink: true, submitterTeams: ['netops'] }), 'met'],
    ['an attestation of another team', { kind: 'attestation', ...withOne({ submitterTeams: ['netops'] }) }, 'met'],
    ['a document of an owning team', withOne({}), 'met'],
  ])('of a gate with %s', (_, changes, reason) => {
    expect(prove(changes, true).reason).toBe(reason)
  })

  test('holds to the last day of its validity and no longer', () => {
    const lasting = (validityDays: number) => prove({ validityDays, ...withOne({ effectiveOn: '2026-03-02' }) })
    expect(lasting(10)).toMatchObject({ state: 'met', expiresOn: today })
    expect(lasting(9)).toMatchObject({ state: 'expired', expiresOn: yesterday })
  })

  describe('with several revisions', () => {
    const good = revision({ id: 'report-1', number: 1 })
    const other = (changes: Partial<RevisionFacts>) => revision({ id: 'report-2', number: 2, ...changes })
    const elsewhere = { evidenceId: 'staging-report', environment: 'staging' }

    test.each<[string, RevisionFacts, string, string[]]>([
      ['keeps proving while a newer one is in review', other({ state: 'in_review' }), 'met', ['report-1']],
      ['keeps proving when a newer one is rejected', other({ state: 'rejected' }), 'met', ['report-1']],
      ['keeps proving until the day of a newer one', other({ effectiveOn: '2026-03-20' }), 'met', ['report-1']],
      ['is overtaken by a newer accepted one', other({}), 'met', ['report-2']],
      ['is overtaken by one that proves nothing', other({ reviewerId: 'ana' }), 'not_independent', ['report-2']],
      ['is overtaken by a newer one that expired', other({ effectiveOn: '2025-01-01' }), 'expired', ['report-2']],
      ['needs each environment', other({ ...elsewhere, effectiveOn: '2025-01-01' }), 'expired', ['report-2']],
      ['counts each environment', other(elsewhere), 'met', ['report-1', 'report-2']],
      ['counts each environment of one evidence', other({ environment: 'staging' }), 'met', ['report-1', 'report-2']],
      ['counts each service of one evidence', other({ service: 'api' }), 'met', ['report-1', 'report-2']],
      ['is not harmed by what counts for nothing', other({ ...elsewhere, isLink: true }), 'met', ['report-1']],
    ])('%s', (_, second, reason, revisionIds) => {
      expect(prove({ revisions: [second, good] }, true)).toMatchObject({ reason, revisionIds })
    })

    test('expires with the first of its environments', () => {
      const older = other({ ...elsewhere, effectiveOn: '2026-02-02' })
      expect(prove({ validityDays: 60, revisions: [good, older] }).expiresOn).toBe('2026-04-03')
    })
  })
})

describe('an item', () => {
  const prove = (one: ItemFacts, others: ItemFacts[] = []) =>
    proveItem(one, [one, ...others], policy, now, 'America/Argentina/Buenos_Aires')

  const missing = requirement({ key: 'drill' })
  const lapsed = requirement({ key: 'drill', validityDays: 5, revisions: [revision()] })
  const unchecked = requirement({
    key: 'drill', checks: [check],
    revisions: [
      revision({ state: 'superseded', checkRuns: ran('pass') }),
      revision({ id: 'restore-report-2', number: 2 }),
    ],
  })

  test.each<[string, ItemFacts, string]>([
    ['without requirements', item('CST-01', { requirements: [] }), 'unmet'],
    ['with nothing met', item('CST-01'), 'unmet'],
    ['with everything met', proven('CST-01'), 'proven'],
    ['with some met', item('CST-01', { requirements: [met, missing] }), 'partial'],
    ['with one lapsed', item('CST-01', { requirements: [met, lapsed] }), 'stale'],
    ['with one overtaken by a revision not checked', item('CST-01', { requirements: [met, unchecked] }), 'stale'],
    ['with one lapsed and one never met', item('CST-01', { requirements: [lapsed, requirement()] }), 'unmet'],
    ['with a failing check', item('CST-01', { requirements: [failed] }), 'refuted'],
    ['declared done', item('CST-01', { declaredStatus: 'done' }), 'unmet'],
    ['declared not applicable', item('CST-01', { declaredStatus: 'not_applicable' }), 'unmet'],
  ])('%s', (_, one, status) => {
    expect(prove(one).status).toBe(status)
  })

  test.each<[string, ReturnType<typeof waiver>, boolean]>([
    ['approved by another', waiver(), true],
    ['on its last day', waiver({ until: today }), true],
    ['past its last day', waiver({ until: yesterday }), false],
    ['not approved', waiver({ approverId: null, approverTeams: [] }), false],
    ['approved by its requester', waiver({ approverId: 'ana' }), false],
    ['approved by an owning team', waiver({ approverTeams: ['sre'] }), false],
    ['revoked', waiver({ revoked: true }), false],
  ])('a waiver %s', (_, one, inForce) => {
    expect(prove(item('CST-01', { exceptions: [one] })).status).toBe(inForce ? 'excepted' : 'unmet')
    expect(prove(item('CST-01', { notApplicable: [one] })).status).toBe(inForce ? 'not_applicable' : 'unmet')
    expect(prove(item('DR-01', { exceptions: [one], notApplicable: [one] })).status).toBe('unmet')
    expect(prove(item('SEC-02', { exceptions: [one], notApplicable: [one] })).status).toBe('unmet')
  })

  test('a waiver ends with the last of those in force', () => {
    const exceptions = [waiver({ until: '2026-04-01' }), waiver({ until: '2026-06-01', revoked: true })]
    expect(prove(item('CST-01', { exceptions })).expiresOn).toBe('2026-04-01')
  })

  test('that is proven needs no exception', () => {
    expect(prove(proven('CST-01', { exceptions: [waiver()] })).status).toBe('proven')
  })

  test('is refuted by a refuted control that supports it, whatever was waived on the control', () => {
    const alert = control('MET-01', { supports: ['DR-01'], requirements: [failed], exceptions: [waiver()] })
    expect(prove(alert, [proven('DR-01')]).status).toBe('excepted')
    expect(prove(proven('DR-01'), [alert])).toMatchObject({ status: 'refuted', refutedBy: ['MET-01'] })
  })

  test('is not refuted by a supporting control that is merely unmet, nor by another item', () => {
    for (const other of [
      control('MET-01', { supports: ['DR-01'] }),
      control('MET-01', { supports: ['SEC-02'], requirements: [failed] }),
      item('CST-01', { supports: ['DR-01'], requirements: [failed] }),
    ]) expect(prove(proven('DR-01'), [other]).status).toBe('proven')
  })

  test('is refuted through a chain of controls, and a circle ends', () => {
    const inner = control('MET-01', { supports: ['MET-02'], requirements: [failed] })
    const middle = control('MET-02', { supports: ['MET-03', 'MET-01'], requirements: [met] })
    const outer = control('MET-03', { supports: ['DR-01'], requirements: [met] })
    expect(prove(proven('DR-01'), [outer, middle, inner])).toMatchObject({ status: 'refuted', refutedBy: ['MET-03'] })
  })

  test('is judged like a gate where there is no policy', () => {
    const waived = item('CST-01', { exceptions: [waiver()] })
    expect(proveItem(waived, [waived], null, now, 'UTC').status).toBe('unmet')
  })

  test('expires with the first of its requirements, by the days of its zone', () => {
    const one = item('CST-01', { requirements: [met, { ...lapsed, validityDays: 10 }] })
    expect(prove(one)).toMatchObject({ status: 'proven', expiresOn: today })
    const justBefore = new Date('2026-03-13T02:59:59.999Z')
    const at = (instant: Date, zone: string) => proveItem(one, [one], policy, instant, zone).status
    expect(at(justBefore, 'America/Argentina/Buenos_Aires')).toBe('proven')
    expect(at(new Date('2026-03-13T03:00:00Z'), 'America/Argentina/Buenos_Aires')).toBe('stale')
    expect(at(justBefore, 'UTC')).toBe('stale')
  })
})

describe('a finding that is set aside', () => {
  const fails = { failedChecks: [{ check, revisionId: 'restore-report-1' }] }
  const aside = (changes: Partial<ReturnType<typeof waiver>> = {}) => ({ findingExceptions: [{ ...waiver(changes), check }] })
  const prove = (one: ItemFacts) => proveItem(one, [one], policy, now, 'America/Argentina/Buenos_Aires')

  test('makes a standard item that is otherwise proven an accepted risk until its last day', () => {
    expect(prove(proven('CST-01', fails)).status).toBe('refuted')
    expect(prove(proven('CST-01', { ...fails, ...aside({ until: '2026-04-01' }) }))).toMatchObject({ status: 'excepted', expiresOn: '2026-04-01' })
    expect(prove(proven('CST-01', { ...fails, ...aside({ until: yesterday }) })).status).toBe('refuted')
  })

  test.each([
    ['that nobody approved', { approverId: null }],
    ['that its requester approved', { approverId: waiver().requesterId }],
    ['that an owning team approved', { approverTeams: ['sre'] }],
    ['that was revoked', { revoked: true }],
  ])('%s is not', (_, changes) => {
    expect(prove(proven('CST-01', { ...fails, ...aside(changes) })).status).toBe('refuted')
  })

  test('proves nothing that is missing, and sets no other finding aside', () => {
    expect(prove(item('CST-01', { ...fails, ...aside() })).status).toBe('refuted')
    const other = { failedChecks: [...fails.failedChecks, { check: 'fly/tls', revisionId: 'x' }] }
    expect(prove(proven('CST-01', { ...other, ...aside() })).status).toBe('refuted')
  })

  test('holds for the check of its own evidence, whose review must be as independent as ever', () => {
    expect(prove(item('CST-01', { requirements: [failed], ...aside() })).status).toBe('excepted')
    const own = requirement({ checks: [check], revisions: [revision({ checkRuns: ran('fail'), reviewerId: 'ana' })] })
    expect(prove(item('CST-01', { requirements: [own], ...aside() })).status).toBe('refuted')
  })

  test('never takes a gate or a critical item out, nor what the control supports', () => {
    for (const code of ['DR-01', 'SEC-02']) expect(prove(proven(code, { ...fails, ...aside() })).status).toBe('refuted')
    const gate = proven('DR-01')
    const supporting = control('MET-01', { supports: ['DR-01'], requirements: [met], ...fails, ...aside() })
    expect(proveItem(gate, [gate, supporting], policy, now, 'America/Argentina/Buenos_Aires')).toMatchObject({ status: 'refuted', refutedBy: ['MET-01'] })
  })
})
