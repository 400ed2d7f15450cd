import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseLabels, writeLabels } from './alert-routing'

describe('labels as somebody types them', () => {
  test.each([
    ['severity=critical', { severity: 'critical' }],
    ['severity="critical", service=database', { severity: 'critical', service: 'database' }],
    ['severity = critical\nservice= api ', { severity: 'critical', service: 'api' }],
    ['summary="one, two", team=', { summary: 'one, two', team: '' }],
    ['url=https://example.org/?a=b', { url: 'https://example.org/?a=b' }],
    ['', {}],
    [' , \n', {}],
  ])('%s', (text, labels) => {
    expect(parseLabels(text)).toEqual({ ok: true, labels })
  })

  test.each([
    ['severity', ['severity']],
    ['severity=critical, alto', ['alto']],
    ['9lives=cat', ['9lives=cat']],
    ['severity=~"a|b"', ['severity=~"a|b"']],
    ['severity!=info', ['severity!=info']],
  ])('%s is none', (text, wrong) => {
    expect(parseLabels(text)).toEqual({ ok: false, wrong })
  })

  test('what is written is read as it was', () => {
    const labels = fc.dictionary(fc.stringMatching(/^[a-zA-Z_][a-zA-Z0-9_]{0,8}$/), fc.string({ unit: 'binary', maxLength: 12 }))
    fc.assert(fc.property(labels, given => {
      expect(parseLabels(writeLabels(given))).toEqual({ ok: true, labels: { ...given } })
    }))
  })
})
