import { expect, test } from 'vitest'
import { recognise } from '../recognise'
import { probeResult } from '../testing/probe-result'

const read = (text: string) => recognise(new TextEncoder().encode(text))
const text = probeResult()

test('a result is told by its kind, and read with the places of its parts', () => {
  expect(read(text)).toMatchObject({
    format: 'probe-result',
    document: { host: 'portal.example.org', port: 443, at: { text: '2026-11-20T15:00:00.000Z', place: { line: 6 } }, http: { place: { line: 9 }, status: 308 }, health: { milliseconds: 84 } },
  })
})

test('what was not seen needs nothing but the code of its error', () => {
  expect(read(probeResult({ certificate: { error: 'timeout' } }))).toMatchObject({ document: { certificate: { error: 'timeout' } } })
})

test.each<[string, string, object[]]>([
  ['of another version', text.replace('"version": 1', '"version": 2'), [{ expected: 'version: the version 1', found: 'number' }]],
  ['without measures', '{"kind":"dictamen-probe","version":1,"host":"a","port":1,"at":"2026-11-20T15:00:00.000Z"}', [{ expected: 'measured: map', found: '–' }]],
  ['without one of them', text.replace('"health"', '"wealth"'), [{ expected: 'health: map', found: '–' }]],
  ['without one version of TLS', text.replace('"TLSv1.1"', '"TLSv9"'), [{ expected: 'TLSv1.1: map', found: '–' }]],
  ['with an offer of no known kind', text.replace('"offer": "refused"', '"offer": "no"'), [{ expected: 'offer: accepted, refused, unknown', found: 'string' }]],
  ['with a status as text', text.replace('"status": 308', '"status": "308"'), [{ expected: 'status: 100 – 599', found: 'string' }]],
  ['with a status that is none', text.replace('"status": 308', '"status": 0'), [{ expected: 'status: 100 – 599', found: 'number' }]],
  ['with a day for an instant', text.replace('2026-11-20T15:00:00.000Z', '2026-11-20'), [{ expected: 'at: YYYY-MM-DDTHH:MM:SS.sssZ', found: 'string' }]],
  ['with an instant that is none', text.replace('2026-11-20T15:00:00.000Z', '2026-13-20T15:00:00.000Z'), [{ expected: 'at: YYYY-MM-DDTHH:MM:SS.sssZ', found: 'string' }]],
  ['with a text for a yes', text.replace('"authorized": true', '"authorized": "true"'), [{ expected: 'authorized: boolean', found: 'string' }]],
  ['with names that are none', text.replace('"DNS:portal.example.org"', '1'), [{ expected: 'names: string[]', found: 'list' }]],
  ['with a signature that is a text', text.replace(/"signature": \{[^}]*\}/, '"signature": "mine"'), [{ expected: 'signature: map', found: 'string' }]],
])('%s is refused', (_, result, values) => {
  expect(read(result)).toMatchObject({ format: 'probe-result', problems: values.map(one => ({ reason: 'shape', values: one })) })
})

test('a result that is cut off is a broken result, and no unknown file', () => {
  expect(read(text.slice(0, 900))).toMatchObject({ format: 'probe-result', problems: [{ reason: 'syntax' }] })
})

test('a file of another kind is none', () => {
  expect(read('{"kind":"Deployment","version":1}')?.format ?? null).not.toBe('probe-result')
})
