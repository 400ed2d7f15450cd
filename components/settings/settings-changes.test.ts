import { expect, test } from 'vitest'
import { changedSettings, type Settings } from './settings-changes'

const before: Settings = {
  identity: {
    title: { es: 'Portal', en: 'Portal' }, summary: { es: 'De trámites', en: 'Of formalities' },
    startedOn: '2026-11-17', goLiveOn: '2027-02-16', timeZone: 'America/Guayaquil',
  },
  workingDays: [1, 2, 3, 4, 5],
  holidays: [{ date: '2026-12-25', name: { es: 'Navidad', en: 'Christmas' } }],
}
const words = {
  titleEs: 'Título en español', titleEn: 'Título en inglés', summaryEs: 'Resumen en español', summaryEn: 'Resumen en inglés',
  startedOn: 'Inicio', startedOnHint: '', goLiveOn: 'Salida', timeZone: 'Zona horaria', timeZoneHint: '',
  workingDays: 'Días laborables', days: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
  holidays: 'Feriados', holiday: { none: 'No hay feriados.' },
}

test('settings that are the same differ in nothing', () => {
  expect(changedSettings(before, structuredClone(before), words, 'es')).toEqual([])
})

test('each term that differs is named with what it is now', () => {
  const now = { ...before, identity: { ...before.identity, title: { es: 'Ventanilla', en: 'Portal' }, goLiveOn: '2027-03-02' }, workingDays: [1, 6] }
  expect(changedSettings(before, now, words, 'es')).toEqual([
    { term: 'Título en español', value: 'Ventanilla' }, { term: 'Salida', value: '2 mar 2027' },
    { term: 'Días laborables', value: 'lunes, sábado' },
  ])
})

test('a holiday differs by either of its names, and none left is said', () => {
  const renamed = { ...before, holidays: [{ date: '2026-12-25', name: { es: 'Navidad', en: 'Christmas Day' } }] }
  expect(changedSettings(before, renamed, words, 'es')).toEqual([{ term: 'Feriados', value: '25 dic 2026: Navidad / Christmas Day' }])
  expect(changedSettings(before, { ...before, holidays: [] }, words, 'es')).toEqual([{ term: 'Feriados', value: 'No hay feriados.' }])
})
