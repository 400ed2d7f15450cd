import { expect, test } from 'vitest'
import { dayOffOn, type Calendar, type DayOff } from './calendar'

const christmas = { es: 'Navidad', en: 'Christmas Day' }
const labour = { es: 'Día del Trabajador', en: 'Labour Day' }
const calendar: Calendar = {
  workingDays: [1, 2, 3, 4, 5],
  holidays: [{ date: '2026-12-25', name: christmas }, { date: '2027-05-01', name: labour }],
}

test.each<[string, string, DayOff | null]>([
  ['a Monday', '2026-12-21', null],
  ['a Friday', '2026-12-18', null],
  ['a Saturday', '2026-12-19', { holiday: null }],
  ['a Sunday', '2027-02-14', { holiday: null }],
  ['a holiday in the week', '2026-12-25', { holiday: christmas }],
  ['the same day a year later', '2027-12-24', null],
  ['a holiday at a weekend', '2027-05-01', { holiday: labour }],
])('%s, %s, is off because of %j', (_, date, expected) => expect(dayOffOn(date, calendar)).toEqual(expected))

test('each calendar has a week of its own', () => {
  const week = { workingDays: [7, 1, 2, 3, 4], holidays: [] }
  expect(dayOffOn('2027-02-14', week)).toBeNull()
  expect(dayOffOn('2027-02-12', week)).toEqual({ holiday: null })
})
