import { expect, test } from 'vitest'
import { alertDurationWords, durationWords } from './duration'

test.each([
  [0, '0 segundos', '0 seconds'],
  [15, '15 segundos', '15 seconds'],
  [3600, '1 hora', '1 hour'],
  [5400, '1 hora y 30 minutos', '1 hour and 30 minutes'],
  [86_400, '24 horas', '24 hours'],
  [172_800, '2 días', '2 days'],
])('%i seconds', (seconds, es, en) => {
  expect(durationWords(seconds, 'es')).toBe(es)
  expect(durationWords(seconds, 'en')).toBe(en)
})

test.each([
  ['0s', '0 seconds'],
  ['4h', '4 hours'],
  ['1h30m', '1 hour and 30 minutes'],
  ['1w', '7 days'],
  ['250ms', '250ms'],
  ['default', 'default'],
  ['', ''],
])('“%s” as Alertmanager writes it', (duration, words) => expect(alertDurationWords(duration, 'en')).toBe(words))
