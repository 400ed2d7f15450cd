import { expect, test } from 'vitest'
import { eventText } from './event-text'

test('what time moved is said by outcome and by item, and what stayed is not', () => {
  const state = { ceiling: 'no_go', effective: 'no_go', rule: 'R5', effectiveRule: 'no_decision' }
  const event = {
    verb: 'verdict.timeMoved',
    content: { before: { ...state, ceiling: 'go', items: { 'CST-01': 'proven' } }, after: { ...state, items: { 'CST-01': 'stale' } } },
  }
  expect(eventText(event, 'en')).toEqual({
    text: 'the passing of time changed what was judged',
    details: ['best possible “Go” → “No-go”', expect.stringMatching(/^CST-01: “Proven” → “/)],
  })
  expect(eventText(event, 'es').details).toHaveLength(2)
})
