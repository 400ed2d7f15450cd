import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { forCheck } from './for'

const rules = (wait: string, severity = 'critical') => `groups:\n- name: g\n  rules:\n  - alert: A\n    expr: up == 0\n    labels: {severity: ${severity}}\n    for: ${wait}\n`

test.each([
  ['a while', rules('5m'), []],
  ['nothing', rules('~'), ['fires-at-once 4:5']],
  ['no time', rules('0s'), ['fires-at-once 4:5']],
  ['just as long as may be', rules('15m'), []],
  ['too long', rules('15m1s'), ['late 4:5']],
  ['nothing, and no one is woken', rules('0s', 'warning'), []],
])('%s', (_, text, expected) => expect(found(forCheck, text)).toEqual(expected))
