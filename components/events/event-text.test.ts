import { expect, test } from 'vitest'
import { checkWords } from '@/lib/i18n/checks/words'
import { eventText } from './event-text'

const people: Record<string, string> = { diego: 'Diego Herrera', ana: 'Ana Ruiz' }
const names = { nameOf: (id: string) => people[id] ?? 'somebody', teamNames: new Map([['sre', { es: 'SRE', en: 'SRE' }]]) }

test('what time moved is said by outcome and by item, and what stayed is not', () => {
  const state = { ceiling: 'no_go', effective: 'no_go', rule: 'R5', effectiveRule: 'no_decision' }
  const event = {
    verb: 'verdict.timeMoved',
    content: { before: { ...state, ceiling: 'go', items: { 'CST-01': 'proven' } }, after: { ...state, items: { 'CST-01': 'stale' } } },
  }
  expect(eventText(event, 'en', names)).toEqual({
    text: 'the passing of time changed what was judged',
    details: ['best possible “Go” → “No-go”', expect.stringMatching(/^CST-01: “Proven” → “/)],
  })
  expect(eventText(event, 'es', names).details).toHaveLength(2)
})

const side = { code: 'OBS-01', assigneeId: null, reviewerId: 'ana', ownerTeams: ['sre'] }
const planned = {
  verb: 'item.changed', content: { before: side, after: { ...side, assigneeId: 'diego', reviewerId: null, ownerTeams: ['sre', 'gone'] } },
}
const claimed = {
  verb: 'item.statusChanged',
  content: {
    before: { code: 'OBS-01', declaredStatus: 'not_started' },
    after: { code: 'OBS-01', declaredStatus: 'not_applicable', claim: { reason: 'No hay colas', until: '2027-03-01' } },
  },
}
const setAside = {
  verb: 'findingException.requested',
  content: { before: null, after: { code: 'DEP-03', check: 'fly/force-https', until: '2027-03-01', reason: 'Lo compensa el borde' } },
}

test('who and which teams it was and is are called by name', () => {
  expect(eventText(planned, 'es', names).details).toEqual([
    'equipos responsables: SRE → SRE, gone', 'asignación: nadie → Diego Herrera', 'persona revisora: Ana Ruiz → nadie',
  ])
  expect(eventText(planned, 'en', names).details).toEqual([
    'owning teams: SRE → SRE, gone', 'assignee: nobody → Diego Herrera', 'reviewer: Ana Ruiz → nobody',
  ])
  const { text, details } = eventText({ verb: 'item.planned', content: { before: side, after: side } }, 'es', names)
  expect({ text, details }).toEqual({ text: 'planificó OBS-01', details: [] })
})

test('why something does not apply is said with until when', () => {
  expect(eventText(claimed, 'es', names).details).toEqual(['hasta el 1 mar 2027', 'Motivo: No hay colas'])
  expect(eventText(claimed, 'en', names).details).toEqual(['until 1 Mar 2027', 'Reason: No hay colas'])
})

test.each(['es', 'en'] as const)('which finding is to be set aside is called by its check in %s', language => {
  const { text } = eventText(setAside, language, names)
  expect(text).toContain(checkWords('fly/force-https', language)?.title)
  expect(text).toContain('DEP-03')
})
