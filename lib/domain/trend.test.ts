import { expect, test } from 'vitest'
import { assessment, control, gatesProven, item, now, policy, today, waiver } from './fixtures/facts'
import { decide } from './verdict'
import { readingOf, stretchesOf, type Reading } from './trend'

const reading = (date: string, changes: Partial<Reading> = {}): Reading =>
  ({ date, ceiling: 'no_go', effective: 'no_go', rule: 'R4', declared: 1, proven: 0, total: 13, ...changes })

test('a reading counts the list: what applies, what is declared done, what is proven', () => {
  const items = [...gatesProven, item('CST-01', { declaredStatus: 'done' }), item('AUT-01', { notApplicable: [waiver()] }), control('REG-01', { declaredStatus: 'done' })]
  expect(readingOf(items, decide(assessment(items), policy, now), today)).toEqual({
    date: today, ceiling: 'no_go', effective: 'no_go', rule: 'R5', declared: 1, proven: 3, total: 4,
  })
})

test.each<[string, Reading[], [string, string | null][]]>([
  ['nothing', [], []],
  ['a single day', [reading('2026-03-01')], [['2026-03-01', null]]],
  ['days alike are one stretch, the rule aside', [reading('2026-03-01'), reading('2026-03-02'), reading('2026-03-05', { rule: 'R0' })], [['2026-03-01', null]]],
  ['each change begins another', [reading('2026-03-01'), reading('2026-03-02', { proven: 1 }), reading('2026-03-04', { proven: 1 }), reading('2026-03-09', { proven: 1, ceiling: 'go' })],
    [['2026-03-01', '2026-03-02'], ['2026-03-02', '2026-03-09'], ['2026-03-09', null]]],
])('%s', (_, readings, expected) => {
  expect(stretchesOf(readings).map(({ reading: { date }, until }) => [date, until])).toEqual(expected)
})
