import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guardCell, unguardCell } from './sheet-text'

test.each([
  ['=1+1', "'=1+1"], ['+54 11', "'+54 11"], ['-1', "'-1"], ['@SUM(A1)', "'@SUM(A1)"], ['\t=1', "'\t=1"], ['\r=1', "'\r=1"],
  ['＝1', "'＝1"], ["'=1", "''=1"], ["'", "'"], ["'90s", "'90s"], ['a=b', 'a=b'], ['', ''],
])('%j stands in a cell as %j', (text, cell) => expect(guardCell(text)).toBe(cell))

const text = fc.string({ unit: fc.constantFrom(..."='+-@\t\rａ＝a1 ") })

test('no cell begins a formula, and every text comes back', () => {
  fc.assert(fc.property(fc.oneof(text, fc.string()), value => {
    expect(guardCell(value)).not.toMatch(/^[=+\-@\t\r\n]/)
    expect(unguardCell(guardCell(value))).toBe(value)
  }))
})
