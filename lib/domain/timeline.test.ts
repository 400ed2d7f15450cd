import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, toUtcDate } from './dates'
import { labelledMonths, labelledWeeks, monthsOf, moveSpan, positionOf, timelineOf, weeksOf } from './timeline'

const day = fc.integer({ min: -2000, max: 2000 }).map(days => addDays('2026-11-16', days))

describe('a timeline', () => {
  test('holds whole weeks, with its months', () => {
    const timeline = timelineOf(['2027-02-14', '2026-11-18'])
    expect(timeline).toEqual({ from: '2026-11-16', days: 91 })
    if (!timeline) return
    expect(weeksOf(timeline)).toHaveLength(13)
    expect(monthsOf(timeline)).toEqual(['2026-12-01', '2027-01-01', '2027-02-01'])
    expect(positionOf('2026-11-16', timeline)).toBe(0)
    expect(positionOf('2027-02-15', timeline)).toBe(100)
    expect(timelineOf([])).toBeNull()
  })

  test('begins on a Monday and holds every day that it was made of', () => {
    fc.assert(fc.property(fc.array(day, { minLength: 1 }), days => {
      const timeline = timelineOf(days)
      if (timeline === null) throw new Error('none')
      expect(toUtcDate(timeline.from).getUTCDay()).toBe(1)
      expect(timeline.days % 7).toBe(0)
      for (const one of days) {
        expect(positionOf(one, timeline)).toBeGreaterThanOrEqual(0)
        expect(positionOf(addDays(one, 1), timeline)).toBeLessThanOrEqual(100)
      }
    }))
  })
})

describe('the labels of a timeline', () => {
  const of = (days: number) => ({ from: '2026-11-16', days })

  test('name each week and month of a short plan, and ever fewer of a long one', () => {
    expect(labelledWeeks(of(91), 2.5)).toHaveLength(13)
    expect(labelledMonths(of(91), 9)).toEqual(['2026-11-16', '2026-12-01', '2027-01-01', '2027-02-01'])
    expect(labelledMonths(of(420), 9)).toEqual(['2026-11-16', '2027-01-01', '2027-03-01', '2027-05-01', '2027-07-01', '2027-09-01', '2027-11-01'])
    expect(labelledWeeks(of(420), 2.5)).toHaveLength(30)
    expect(labelledMonths(of(3650), 9)).toEqual(['2027-01-01', '2028-01-01', '2029-01-01', '2030-01-01', '2031-01-01', '2032-01-01', '2033-01-01', '2034-01-01', '2035-01-01'])
  })

  test('never run into each other, and never leave a plan without a month', () => {
    fc.assert(fc.property(fc.array(day, { minLength: 1 }), fc.constantFrom(5, 9, 12), (days, share) => {
      const timeline = timelineOf(days)
      if (timeline === null) throw new Error('none')
      const months = labelledMonths(timeline, share)
      expect(months.length).toBeGreaterThan(0)
      for (const labels of [months, labelledWeeks(timeline, share)])
        for (const [index, on] of labels.slice(1).entries())
          expect(positionOf(on, timeline) - positionOf(labels[index] ?? '', timeline)).toBeGreaterThanOrEqual(share - 1e-9)
    }))
  })
})

describe('a span that is moved', () => {
  const span = { startOn: '2026-12-01', dueOn: '2026-12-10' }

  test.each([
    ['whole', 7, '2026-12-08', '2026-12-17'], ['whole', -1, '2026-11-30', '2026-12-09'],
    ['start', 3, '2026-12-04', '2026-12-10'], ['start', 30, '2026-12-10', '2026-12-10'],
    ['end', -2, '2026-12-01', '2026-12-08'], ['end', -30, '2026-12-01', '2026-12-01'],
  ] as const)('%s by %i', (part, days, startOn, dueOn) => {
    expect(moveSpan(span, part, days)).toEqual({ startOn, dueOn })
  })

  test('never ends before it begins, keeps its length as a whole, and leaves the other end alone', () => {
    fc.assert(fc.property(day, fc.nat(400), fc.integer({ min: -500, max: 500 }), (startOn, length, days) => {
      const before = { startOn, dueOn: addDays(startOn, length) }
      expect(daysBetween(moveSpan(before, 'whole', days).startOn, moveSpan(before, 'whole', days).dueOn)).toBe(length)
      expect(moveSpan(before, 'start', days).dueOn).toBe(before.dueOn)
      expect(moveSpan(before, 'end', days).startOn).toBe(startOn)
      for (const part of ['start', 'end'] as const) {
        const after = moveSpan(before, part, days)
        expect(after.startOn <= after.dueOn).toBe(true)
      }
    }))
  })
})
