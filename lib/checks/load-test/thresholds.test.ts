import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { summary } from './testing'
import { thresholds } from './thresholds'

const of = (given: unknown, values: unknown = { 'p(95)': 90 }) => summary({ http_req_duration: { type: 'trend', values, thresholds: given } })
const flat = (given: unknown) => JSON.stringify({ metrics: { http_req_duration: { 'p(95)': 90, thresholds: given } } })
const apart = (given: unknown) => JSON.stringify({ metrics: { http_req_duration: { 'p(95)': 90 } }, thresholds: { http_req_duration: given } })

test.each([
  ['held', of({ 'p(95)<500': { ok: true } }), []],
  ['crossed', of({ 'p(95)<50': { ok: false } }), ['crossed']],
  ['held, by a value that is not in the file', of({ 'p(99)<1000': { ok: true } }), ['not-in-file']],
  ['held, it says, but the value says otherwise', of({ 'p(95)<50': { ok: true } }), ['contradicted']],
  ['neither said to be held nor crossed', of({ 'p(95)<50': {} }), ['unknown']],
  ['written in a way not known', of({ 'something(else)': { ok: true } }), []],
  ['flat: false means that it was not crossed', flat({ 'p(95)<500': false }), []],
  ['flat: true means that it was crossed', flat({ 'p(95)<50': true }), ['crossed']],
  ['apart: true means that it was crossed', apart({ 'p(95)<50': true }), ['crossed']],
  ['none set', summary(), ['none']],
])('%s', (_, text, expected) => {
  expect(found(thresholds, text).map(one => one.split(' ')[0])).toEqual(expected)
})

test.each([
  ['p(95)<=90', []], ['p(95) >= 90', []], ['p(95)>90', ['contradicted']], ['p(95)==90', []], ['p(95)!=90', ['contradicted']], ['p(95)===91', ['contradicted']],
])('%s of 90', (expression, expected) => {
  expect(found(thresholds, of({ [expression]: { ok: true } })).map(one => one.split(' ')[0])).toEqual(expected)
})
