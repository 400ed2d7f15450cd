import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Calendar } from '@/lib/domain/calendar'
import { Due } from './due'

const calendar: Calendar = {
  workingDays: [1, 2, 3, 4, 5], holidays: [{ date: '2026-12-25', name: { es: 'Navidad', en: 'Christmas Day' } }],
}
const said = (props: Partial<Parameters<typeof Due>[0]>) =>
  renderToStaticMarkup(<Due date="2026-12-25" today="2026-11-24" language="es" calendar={calendar} {...props} />)

test('a date to come says on which holiday or day of rest it falls, in the reader’s language', () => {
  expect(said({})).toContain('cae en feriado: Navidad')
  expect(said({ language: 'en' })).toContain('falls on a holiday: Christmas Day')
  expect(said({ date: '2027-02-14' })).toContain('cae en domingo')
  expect(said({ date: '2027-02-14', language: 'en' })).toContain('falls on a Sunday')
})

test.each([
  ['is a working day', { date: '2026-12-24' }],
  ['is settled', { settled: true }],
  ['has passed', { today: '2026-12-26' }],
  ['is missing', { date: null }],
  ['is of no calendar', { calendar: undefined }],
])('nothing is said of a date that %s', (_, props) => expect(said(props)).not.toMatch(/cae en/))
