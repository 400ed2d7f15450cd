import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { duplicate } from './duplicate'

const alert = (expr: string, set = '{a: b}') => `  - alert: A\n    expr: ${expr}\n    labels: ${set}\n`
const record = (expr: string, set = '{a: b}') => `  - record: r\n    expr: ${expr}\n    labels: ${set}\n`
const rules = (...all: string[]) => `groups:\n- name: g\n  rules:\n${all.join('')}`

test.each([
  ['an alert twice', rules(alert('up == 0'), alert('up == 0')), ['repeated 7:5']],
  ['thrice', rules(alert('up == 0'), alert('up == 0'), alert('up == 0')), ['repeated 7:5', 'repeated 10:5']],
  ['with its labels in another order', rules(alert('up', '{a: b, c: d}'), alert('up', '{c: d, a: b}')), ['repeated 7:5']],
  ['with other spaces', rules(alert('up ==  0'), alert('up == 0')), ['repeated 7:5']],
  ['with another threshold', rules(alert('up == 0'), alert('up == 1')), []],
  ['with other labels', rules(alert('up == 0'), alert('up == 0', '{a: c}')), []],
  ['a series recorded twice', rules(record('up'), record('down')), ['recorded-twice 7:5']],
  ['a record twice', rules(record('up'), record('up')), ['repeated 7:5']],
  ['recorded with other labels', rules(record('up'), record('down', '{a: c}')), []],
  ['an alert and a record of one name', rules(alert('up'), '  - record: A\n    expr: up\n'), []],
])('%s', (_, text, expected) => expect(found(duplicate, text)).toEqual(expected))

test('of two files, the later repeats', () => {
  const text = rules(alert('up == 0'))
  expect(found(duplicate, text, { others: { later: text } })).toEqual([])
  expect(found(duplicate, rules(alert('a'), alert('b')), { others: { later: text } })).toEqual([])
})
