import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { count } from './count'

const alerts = (number: number) => `groups:\n- name: g\n  rules:\n  - record: a\n    expr: up\n${Array.from({ length: number }, (_, index) => `  - alert: A${index}\n    expr: up\n`).join('')}`
const of = (present: number, reviewed: number) => ({ baseline: { alertRules: { present, reviewed } } })

test.each([
  ['as many as the assessment says', 3, of(3, 3), []],
  ['fewer', 2, of(3, 3), ['not-all-given 2:3']],
  ['more', 4, of(3, 3), ['more-than-stated 2:3']],
  ['as many, and not all reviewed', 3, of(3, 2), ['not-all-reviewed 2:3']],
  ['none', 0, of(3, 3), ['no-alerts 2:3']],
  ['none, and the assessment does not say how many', 0, {}, ['no-alerts 2:3']],
  ['the assessment does not say', 3, {}, []],
])('%s', (_, number, given, expected) => expect(found(count, alerts(number), given)).toEqual(expected))

test('files that are given together are counted together', () => {
  expect(found(count, alerts(2), { ...of(3, 3), others: { more: alerts(1) } })).toEqual([])
})
