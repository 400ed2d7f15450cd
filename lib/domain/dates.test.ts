import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, endOfDay, fromUtcDate, isLocalDate, localDateAt, startOfDay, toUtcDate } from './dates'

const HOUR = 3_600_000

/** Zones that change their clocks at midnight, by night, by half hours, never, and one that left out a day. */
const zones = [
  'America/Santiago', 'America/Asuncion', 'America/Sao_Paulo', 'America/Argentina/Buenos_Aires', 'Europe/Madrid',
  'Asia/Beirut', 'Africa/Cairo', 'Australia/Lord_Howe', 'Pacific/Apia', 'Pacific/Kiritimati', 'Etc/GMT+12', 'UTC',
]
const zone = fc.constantFrom(...zones)
const instant = fc.date({ min: new Date('1990-01-01Z'), max: new Date('2060-12-31Z'), noInvalidDate: true })
const date = instant.map(fromUtcDate)
const before = (moment: Date) => new Date(moment.getTime() - 1)
const lengthOf = (day: string, timeZone: string) =>
  (endOfDay(day, timeZone).getTime() - startOfDay(day, timeZone).getTime()) / HOUR

const runs = { numRuns: 200 }
const slow = 60_000

describe('a local day', () => {
  test('holds each of its instants, and ends as the next begins', () => {
    fc.assert(fc.property(instant, zone, (moment, timeZone) => {
      const day = localDateAt(moment, timeZone)
      expect(isLocalDate(day)).toBe(true)
      expect(startOfDay(day, timeZone).getTime()).toBeLessThanOrEqual(moment.getTime())
      expect(endOfDay(day, timeZone).getTime()).toBeGreaterThan(moment.getTime())
    }), runs)
  }, slow)

  test('begins at its first instant', () => {
    fc.assert(fc.property(date, zone, (day, timeZone) => {
      const start = startOfDay(day, timeZone)
      expect(localDateAt(start, timeZone) >= day).toBe(true)
      expect(localDateAt(before(start), timeZone) < day).toBe(true)
    }), runs)
  }, slow)

  test.each([
    ['clocks skip its midnight', 'America/Santiago', '2024-09-08', '2024-09-08T04:00:00.000Z', 23],
    ['clocks go back into it', 'America/Santiago', '2024-04-06', '2024-04-06T03:00:00.000Z', 25],
    ['clocks skip its midnight', 'America/Asuncion', '2023-10-01', '2023-10-01T04:00:00.000Z', 23],
    ['clocks go back into it', 'America/Asuncion', '2024-03-23', '2024-03-23T03:00:00.000Z', 25],
    ['clocks skip its midnight', 'America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00.000Z', 23],
    ['clocks go back into it', 'America/Sao_Paulo', '2019-02-16', '2019-02-16T02:00:00.000Z', 25],
    ['clocks change no more', 'America/Sao_Paulo', '2023-11-05', '2023-11-05T03:00:00.000Z', 24],
    ['clocks go forward in it', 'Europe/Madrid', '2024-03-31', '2024-03-30T23:00:00.000Z', 23],
    ['clocks go back in it', 'Europe/Madrid', '2024-10-27', '2024-10-26T22:00:00.000Z', 25],
    ['it is like any other', 'America/Argentina/Buenos_Aires', '2026-03-12', '2026-03-12T03:00:00.000Z', 24],
    ['it was left out', 'Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00.000Z', 0],
    ['the next was left out', 'Pacific/Apia', '2011-12-29', '2011-12-29T10:00:00.000Z', 24],
  ])('where %s: %s %s', (_, timeZone, day, start, hours) => {
    expect(startOfDay(day, timeZone).toISOString()).toBe(start)
    expect(lengthOf(day, timeZone)).toBe(hours)
  })

  test('of a zone that does not exist throws', () => {
    expect(() => localDateAt(new Date(0), 'Mars/Olympus')).toThrow(RangeError)
  })
})

describe('the calendar', () => {
  test('counts the days that it adds, and sorts as text', () => {
    fc.assert(fc.property(date, fc.integer({ min: -5000, max: 5000 }), (day, days) => {
      const other = addDays(day, days)
      expect(isLocalDate(other)).toBe(true)
      expect(daysBetween(day, other)).toBe(days)
      expect(addDays(other, -days)).toBe(day)
      expect(Math.sign(days)).toBe(other < day ? -1 : other > day ? 1 : 0)
    }), runs)
  })

  test('reads a date column as it wrote it', () => {
    fc.assert(fc.property(date, day => {
      expect(fromUtcDate(toUtcDate(day))).toBe(day)
    }), runs)
  })

  test.each([
    ['2024-02-29', true], ['2026-02-29', false], ['2026-04-31', false], ['2026-13-01', false], ['2026-00-10', false],
    ['2026-3-12', false], ['2026-03-12T00:00:00Z', false], ['', false],
  ])('%j is a day: %j', (text, expected) => {
    expect(isLocalDate(text)).toBe(expected)
  })
})
