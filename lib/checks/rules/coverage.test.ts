import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { governmentBaseline } from '../testing/government-baseline'
import { coverage } from './coverage'

const rules = (expr: string) => `groups:\n- name: g\n  rules:\n  - alert: A\n    expr: ${expr}\n`
const all = 'portal_active_connections + portal_messages_sent_total + portal_message_latency_seconds_count'

test.each([
  ['every metric', all, []],
  ['none', 'up == 0', ['none-watched 2:3']],
  ['some', 'portal_active_connections > 1', ['unwatched 2:3']],
])('%s', (_, expr, expected) => expect(found(coverage, rules(expr), { baseline: governmentBaseline })).toEqual(expected))

test('other files look too, and the first speaks for all', () => {
  expect(found(coverage, rules('up == 0'), { baseline: governmentBaseline, others: { more: rules(all) } })).toEqual([])
})

test('without a catalogue nothing is asked', () => expect(found(coverage, rules('up == 0'))).toEqual([]))
