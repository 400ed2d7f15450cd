import { describe, expect, test } from 'vitest'
import type { DecisionFacts, Facts, ItemFacts, ProposalFacts } from './facts'
import {
  assessment, control, decision, failed, gatesProven, horizon, item, met, mitigation, now, planned, policy, proposal,
  proven, ready, requirement, revision, today, waiver, yesterday,
} from './fixtures/facts'
import { grupoGad, grupoGadPolicy } from './fixtures/grupo-gad'
import { decide } from './verdict'

const codesOf = (facts: Facts, rule: string) =>
  decide(facts, policy, now).trace.filter(one => one.rule === rule).map(one => one.code)

test('GRUPO_GAD as imported is no go by R4', () => {
  const verdict = decide(grupoGad, grupoGadPolicy, new Date('2025-11-10T12:00:00Z'))
  expect(verdict).toMatchObject({
    ceiling: 'no_go',
    effective: 'no_go',
    rule: 'R4',
    effectiveRule: 'no_decision',
    blockers: {
      gates: ['DR-01', 'OBS-01', 'OBS-02'],
      critical: ['ALR-01', 'SEC-02'],
      standard: ['AUT-01', 'CMP-01', 'CST-01', 'DAT-01', 'NET-01', 'OBS-03', 'SEC-01', 'SEC-03'],
      controls: ['REG-01'],
    },
    conditions: [],
    nextChangeAt: null,
  })
  expect(verdict.items.size).toBe(16)
})

describe('R0, what cannot be evaluated', () => {
  const inZone = (timeZone: string) => ({ ...ready, assessment: { ...ready.assessment, timeZone } })
  const more = (...items: ItemFacts[]) => ({ ...ready, items: [...ready.items, ...items] })

  test('lets what can be evaluated pass', () => {
    expect(decide(ready, policy, now)).toMatchObject({ ceiling: 'go', rule: 'R3' })
    expect(codesOf(ready, 'R0')).toEqual(['evaluable'])
  })

  test.each<[string, Facts, typeof policy | null]>([
    ['no_policy', ready, null],
    ['invalid_policy', ready, { ...policy, decisionDays: Number.NaN }],
    ['policy_names_no_item', ready, { ...policy, gates: ['OBS-99'] }],
    ['policy_names_item_twice', ready, { ...policy, critical: ['DR-01'] }],
    ['no_start', { ...ready, assessment: { ...ready.assessment, startedOn: null } }, policy],
    ['no_start', { ...ready, assessment: { ...ready.assessment, startedOn: undefined as unknown as null } }, policy],
    ['no_items', { ...ready, items: [] }, { ...policy, gates: [], critical: [] }],
    ['duplicate_item', more(proven('CST-01')), policy],
    ['duplicate_requirement', more(item('CST-02', { requirements: [met, met] })), policy],
    ['duplicate_proposal', { ...ready, proposals: [proposal([]), proposal([])] }, policy],
    ['duplicate_decision', { ...ready, decisions: [decision(), decision({ id: 'ruling-2' })] }, policy],
    ['invalid_date', more(proven('CST-02', { dueOn: '2026-02-30' })), policy],
    ['invalid_date', { ...ready, decisions: [decision({ decidedOn: 'soon' })] }, policy],
    ['invalid_date', more(item('CST-02', { exceptions: [waiver({ until: '' })] })), policy],
    ['invalid_validity', more(item('CST-02', { requirements: [requirement({ validityDays: 1.5 })] })), policy],
    ['invalid_time_zone', inZone('Mars/Olympus'), policy],
    ['invalid_time_zone', inZone(undefined as unknown as string), policy],
    ['rule_failed', { ...ready, items: null as unknown as ItemFacts[] }, policy],
    ['rule_failed', { ...ready, decisions: [decision({ extensions: Number.NaN })] }, policy],
  ])('%s', (code, facts, ruled) => {
    const verdict = decide(facts, ruled, now)
    expect(verdict).toMatchObject({ ceiling: 'no_go', effective: 'no_go', rule: 'R0', effectiveRule: 'not_evaluated' })
    expect(verdict.trace).toMatchObject([{ rule: 'R0', holds: false, code }])
  })

  test('a time that is none', () => {
    expect(decide(ready, policy, new Date(Number.NaN)).trace).toMatchObject([{ rule: 'R0', code: 'rule_failed' }])
  })

  test('still says what the items prove where they can be read', () => {
    const verdict = decide(assessment([...gatesProven, item('CST-01')]), null, now)
    expect(verdict.blockers.standard).toEqual(['CST-01'])
    expect(verdict.items.get('DR-01')?.status).toBe('proven')
    expect(verdict.nextChangeAt).toEqual(new Date('2026-06-01T03:00:00Z'))
  })
})

test('R1 counts what is proven', () => {
  const verdict = decide(assessment([...gatesProven, item('CST-01')]), policy, now)
  const values = { proven: 3, items: 4 }
  expect(verdict.trace).toContainEqual({ rule: 'R1', holds: false, code: 'items_proven', values })
})

describe('R2, what is open', () => {
  const open = (...items: ItemFacts[]) => decide(assessment([...gatesProven, ...items]), policy, now).blockers
  const none = { gates: [], critical: [], standard: [], controls: [] }

  test.each<[string, ItemFacts, Partial<typeof none> | { standard: string[] } | { controls: string[] }]>([
    ['an unproven item of the checklist', item('CST-01'), { standard: ['CST-01'] }],
    ['a refuted one', item('CST-01', { requirements: [failed] }), { standard: ['CST-01'] }],
    ['a proven one', proven('CST-01'), {}],
    ['an excepted one', item('CST-01', { exceptions: [waiver()] }), {}],
    ['one that does not apply', item('CST-01', { notApplicable: [waiver()] }), {}],
    ['a control of its own', control('REG-01'), { controls: ['REG-01'] }],
    ['a control that supports a checklist item', control('REG-01', { supports: ['DR-01'] }), {}],
    ['a control that supports nothing known', control('REG-01', { supports: ['DR-99'] }), { controls: ['REG-01'] }],
  ])('%s', (_, one, expected) => {
    expect(open(one)).toEqual({ ...none, ...expected })
  })

  test('no waiver takes out a gate or a critical item', () => {
    const waived = { exceptions: [waiver()], notApplicable: [waiver()] }
    const verdict = decide(assessment(['OBS-01', 'DR-01', 'SEC-02'].map(code => item(code, waived))), policy, now)
    expect(verdict.blockers).toEqual({ ...none, gates: ['DR-01', 'OBS-01'], critical: ['SEC-02'] })
  })

  test('a control can be a gate', () => {
    const facts = assessment([...gatesProven, control('MET-01', { supports: ['OBS-01'] })])
    expect(decide(facts, { ...policy, gates: ['MET-01'] }, now).blockers.gates).toEqual(['MET-01'])
  })
})

describe('R3, go', () => {
  const inReview = requirement({ revisions: [revision({ state: 'in_review' })] })

  test.each<[string, ItemFacts[], string]>([
    ['everything proven', [proven('CST-01')], 'R3'],
    ['one does not apply', [item('CST-01', { notApplicable: [waiver()] })], 'R3'],
    ['a proven item whose exception still runs', [proven('CST-01', { exceptions: [waiver()] })], 'R3'],
    ['an unmet control that supports a proven item', [control('MET-01', { supports: ['DR-01'] })], 'R3'],
    ['one is open', [planned('CST-01')], 'R5'],
    ['an exception is in force', [item('CST-01', { exceptions: [waiver()] })], 'R5'],
    ['evidence waits for review', [planned('CST-01', { requirements: [inReview] })], 'R5'],
  ])('%s', (_, items, rule) => {
    const verdict = decide(assessment([...gatesProven, ...items]), policy, now)
    expect(verdict.rule).toBe(rule)
    expect(verdict.ceiling === 'go').toBe(rule === 'R3')
  })
})

describe('R4, a limited go-live', () => {
  const facts = (proposals: ProposalFacts[], ...items: ItemFacts[]) =>
    assessment([item('OBS-01'), proven('DR-01'), item('SEC-02'), ...items], { proposals })
  const carrying = (changes: Parameters<typeof mitigation>[1]) =>
    proposal([], { mitigations: [mitigation('OBS-01'), mitigation('SEC-02', changes)] })
  const evidence = (changes: Parameters<typeof revision>[0]) =>
    ({ requirement: requirement({ revisions: [revision(changes)] }) })

  test.each<[string, Facts]>([
    ['a proposal that carries each open item', facts([proposal(['OBS-01', 'SEC-02'])])],
    ['an item of S with a date that the board agreed', facts([proposal(['OBS-01', 'SEC-02'])], planned('CST-01'))],
    ['one good proposal beside a bad one', facts([proposal([], { id: 'big-bang' }), proposal(['OBS-01', 'SEC-02'])])],
    ['one good mitigation beside a bad one', facts([proposal([], {
      mitigations: [mitigation('OBS-01'), mitigation('SEC-02', { ownerTeams: [] }), mitigation('SEC-02')],
    })])],
    ['a mitigation that closes on its last day', facts([carrying({ closesOn: '2026-04-11' })])],
    ['a mitigation that closes today', facts([carrying({ closesOn: today })])],
  ])('%s is enough', (_, one) => {
    expect(decide(one, policy, now)).toMatchObject({ ceiling: 'conditional_go', rule: 'R4', effective: 'no_go' })
  })

  test.each<[string, Facts]>([
    ['no_proposal', facts([])],
    ['no_proposal', facts([proposal(['OBS-01', 'SEC-02'], { withdrawn: true })])],
    ['scope_not_stated', facts([proposal(['OBS-01', 'SEC-02'], { scopeStated: false })])],
    ['no_mitigation', facts([proposal(['OBS-01'])])],
    ['mitigation_without_owner', facts([carrying({ ownerTeams: [] })])],
    ['closing_date_past', facts([carrying({ closesOn: yesterday })])],
    ['closing_date_too_late', facts([carrying({ closesOn: '2026-04-12' })])],
    ['mitigation_not_proven', facts([carrying({ requirement: requirement() })])],
    ['mitigation_not_proven', facts([carrying(evidence({ state: 'in_review' }))])],
    ['mitigation_not_proven', facts([carrying(evidence({ reviewerTeams: ['sre'] }))])],
    ['mitigation_not_proven', facts([carrying({ ownerTeams: ['qa'], ...evidence({ reviewerTeams: ['qa'] }) })])],
    ['mitigation_not_proven', facts([carrying(evidence({ isLink: true }))])],
    ['no_owner', facts([proposal(['OBS-01', 'SEC-02'])], planned('CST-01', { ownerTeams: [] }))],
    ['no_agreed_date', facts([proposal(['OBS-01', 'SEC-02'])], planned('CST-01', { agreedDueOn: null }))],
    ['agreed_date_past', facts([proposal(['OBS-01', 'SEC-02'])], planned('CST-01', { agreedDueOn: yesterday }))],
    ['agreed_date_after_horizon', facts([proposal(['OBS-01', 'SEC-02'])], planned('CST-01', {
      agreedDueOn: '2026-05-02',
    }))],
  ])('%s', (code, one) => {
    expect(decide(one, policy, now)).toMatchObject({ ceiling: 'no_go', rule: 'R4' })
    expect(codesOf(one, 'R4')).toContain(code)
  })

  test('lists what the board would accept, by day', () => {
    const items = [planned('CST-01', { agreedDueOn: '2026-03-20' }), item('AUT-01', { exceptions: [waiver()] })]
    expect(decide(facts([proposal(['OBS-01', 'SEC-02'])], ...items), policy, now).conditions).toEqual([
      { kind: 'planned', code: 'CST-01', by: '2026-03-20' },
      { kind: 'mitigated', code: 'OBS-01', by: '2026-04-01', proposal: 'pilot' },
      { kind: 'mitigated', code: 'SEC-02', by: '2026-04-01', proposal: 'pilot' },
      { kind: 'excepted', code: 'AUT-01', by: '2026-04-30' },
    ])
  })
})

describe('R5, a planned go-live', () => {
  const facts = (...items: ItemFacts[]) => assessment([...gatesProven, ...items])

  test.each<[string, ItemFacts]>([
    ['an owner and an agreed date', planned('CST-01')],
    ['an agreed date of today', planned('CST-01', { agreedDueOn: today })],
    ['an agreed date of day 90', planned('CST-01', { agreedDueOn: horizon })],
    ['a control with both', planned('REG-01', { kind: 'control' })],
    ['an exception, without any date', item('CST-01', { exceptions: [waiver()] })],
  ])('%s is enough', (_, one) => {
    expect(decide(facts(one), policy, now)).toMatchObject({ ceiling: 'conditional_go', rule: 'R5' })
  })

  test.each<[string, ItemFacts]>([
    ['no_owner', planned('CST-01', { ownerTeams: [] })],
    ['no_agreed_date', item('CST-01', { dueOn: '2026-04-10' })],
    ['agreed_date_past', planned('CST-01', { agreedDueOn: yesterday })],
    ['agreed_date_after_horizon', planned('CST-01', { agreedDueOn: '2026-05-02' })],
    ['no_agreed_date', control('REG-01')],
  ])('%s', (code, one) => {
    expect(decide(facts(one, planned('AUT-01')), policy, now)).toMatchObject({ ceiling: 'no_go', rule: 'R5' })
    expect(codesOf(facts(one, planned('AUT-01')), 'R5')).toEqual([code])
  })
})

describe('R6, what holds', () => {
  const ruled = (...decisions: DecisionFacts[]) => ({ ...ready, decisions })
  const on = (conditions: DecisionFacts['conditions']) => ruled(decision({ conditions }))
  const condition = { id: 'watch', dueOn: '2026-03-20', metOn: null, breached: false }

  test.each<[string, Facts]>([
    ['a decision', ruled(decision())],
    ['a decision of today', ruled(decision({ decidedOn: today }))],
    ['a decision on its last day', ruled(decision({ decidedOn: '2026-02-10' }))],
    ['a decision that was extended', ruled(decision({ decidedOn: '2026-01-11', extensions: 1 }))],
    ['the newer of two', ruled(decision({ id: 'ruling-2', number: 2 }), decision({ outcome: 'no_go' }))],
    ['a condition still open on its day', on([{ ...condition, dueOn: today }])],
    ['a condition met on its day', on([{ ...condition, dueOn: yesterday, metOn: yesterday }])],
    ['what was proven still is', ruled(decision({ provenAtDecision: ['DR-01', 'CST-01'] }))],
  ])('%s is in force', (_, facts) => {
    expect(decide(facts, policy, now)).toMatchObject({ effective: 'go', effectiveRule: 'decision_in_force' })
  })

  test.each<[string, Facts]>([
    ['no_decision', ruled()],
    ['decision_not_begun', ruled(decision({ decidedOn: '2026-03-13' }))],
    ['decision_expired', ruled(decision({ decidedOn: '2026-02-09' }))],
    ['decision_expired', ruled(decision({ decidedOn: '2026-01-10', extensions: 2 }))],
    ['policy_changed', ruled(decision({ policyVersion: 2 }))],
    ['condition_breached', on([{ ...condition, breached: true }])],
    ['condition_overdue', on([{ ...condition, dueOn: yesterday }])],
    ['condition_overdue', on([{ ...condition, dueOn: '2026-03-09', metOn: '2026-03-10' }])],
    ['proof_lost', ruled(decision({ provenAtDecision: ['DR-01', 'OBS-99'] }))],
    ['decision_expired', ruled(decision({ id: 'ruling-2', number: 2, decidedOn: '2026-01-01' }), decision())],
  ])('%s', (reason, facts) => {
    expect(decide(facts, policy, now)).toMatchObject({ ceiling: 'go', effective: 'no_go', effectiveRule: reason })
  })

  test('the board may be stricter than the ceiling', () => {
    for (const outcome of ['no_go', 'conditional_go'] as const) {
      expect(decide(ruled(decision({ outcome })), policy, now)).toMatchObject({
        ceiling: 'go', effective: outcome, effectiveRule: 'decision_in_force',
      })
    }
  })

  test('never looser', () => {
    const facts = assessment([...gatesProven, planned('CST-01')], { decisions: [decision()] })
    expect(decide(facts, policy, now)).toMatchObject({
      ceiling: 'conditional_go', effective: 'conditional_go', effectiveRule: 'ceiling_stricter',
    })
  })

  describe('with a gate open', () => {
    const limited = (accepted: Partial<DecisionFacts>, closesOn = '2026-04-01') => assessment(
      [item('OBS-01'), proven('DR-01'), proven('SEC-02')],
      {
        proposals: [proposal([], { mitigations: [mitigation('OBS-01', { closesOn })] })],
        decisions: [decision({ outcome: 'conditional_go', proposalId: 'pilot', ...accepted })],
      },
    )

    test('the proposal that the board accepted carries it', () => {
      expect(decide(limited({}), policy, now)).toMatchObject({
        effective: 'conditional_go', effectiveRule: 'decision_in_force',
      })
    })

    test.each<[string, Facts]>([
      ['one that it did not accept', limited({ proposalId: 'big-bang' })],
      ['none accepted', limited({ proposalId: null })],
      ['a go without a proposal', limited({ outcome: 'go', proposalId: null })],
      ['one that closes over 30 days after the decision', limited({}, '2026-04-05')],
    ])('%s does not', (_, facts) => {
      expect(decide(facts, policy, now)).toMatchObject({
        ceiling: 'conditional_go', effective: 'no_go', effectiveRule: 'proposal_fallen',
      })
    })
  })

  test('its conditions are told with the others', () => {
    expect(decide(on([condition]), policy, now).conditions).toEqual([
      { kind: 'decided', code: 'watch', by: '2026-03-20', isMet: false },
    ])
  })
})

describe('the next change', () => {
  const open = [item('OBS-01'), proven('DR-01'), proven('SEC-02')]
  const at = (facts: Facts) => decide(facts, policy, now).nextChangeAt?.toISOString()
  // The proof of the fixtures ends on 31 May.
  const proofEnds = '2026-06-01T03:00:00.000Z'

  test.each<[string, Facts, string]>([
    ['proof ends', ready, proofEnds],
    ['evidence begins to count', assessment([item('CST-01', {
      requirements: [requirement({ revisions: [revision({ effectiveOn: '2026-03-15' })] })],
    }), ...gatesProven]), '2026-03-15T03:00:00.000Z'],
    ['a waiver ends', assessment([item('CST-01', { exceptions: [waiver()] })]), '2026-05-01T03:00:00.000Z'],
    ['an agreed date passes', assessment([...gatesProven, planned('CST-01')]), '2026-04-11T03:00:00.000Z'],
    ['a mitigation was to close', assessment(open, { proposals: [proposal(['OBS-01'])] }), '2026-04-02T03:00:00.000Z'],
    ['a closing date comes within 30 days', assessment(open, {
      proposals: [proposal([], { mitigations: [mitigation('OBS-01', { closesOn: '2026-04-15' })] })],
    }), '2026-03-16T03:00:00.000Z'],
    ['the evidence of a mitigation ends', assessment(open, {
      proposals: [proposal([], { mitigations: [mitigation('OBS-01', { requirement: { ...met, validityDays: 12 } })] })],
    }), '2026-03-15T03:00:00.000Z'],
    ['what was superseded would have counted', assessment([...gatesProven, item('CST-01', {
      requirements: [requirement({ revisions: [revision({ state: 'superseded', effectiveOn: '2026-03-15' })] })],
    })]), '2026-03-15T03:00:00.000Z'],
    ['a decision begins', { ...ready, decisions: [decision({ decidedOn: '2026-03-20' })] }, '2026-03-20T03:00:00.000Z'],
    ['a decision expires', { ...ready, decisions: [decision()] }, '2026-04-05T03:00:00.000Z'],
    ['a condition falls due', { ...ready, decisions: [decision({
      conditions: [{ id: 'watch', dueOn: '2026-03-20', metOn: null, breached: false }],
    })] }, '2026-03-21T03:00:00.000Z'],
    ['a pending waiver means nothing', assessment([...gatesProven, item('CST-01', {
      exceptions: [waiver({ approverId: null })],
    })]), proofEnds],
  ])('is when %s', (_, facts, expected) => {
    expect(at(facts)).toBe(expected)
  })

  test('is never where nothing depends on time', () => {
    expect(decide(assessment([item('CST-01')]), { ...policy, gates: [], critical: [] }, now).nextChangeAt).toBeNull()
  })
})
