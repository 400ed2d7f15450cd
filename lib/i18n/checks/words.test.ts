import { expect, test } from 'vitest'
import { findingWords } from './words'

test('a finding says what was found', () => {
  expect(findingWords({ check: 'fly-listing/secret-age', key: 'old', values: { name: 'KEY', days: 91, limit: 90 } }, 'en')).toContain('KEY')
})

test.each([
  ['that the check no longer makes', { check: 'fly/force-https', key: 'gone', values: {} }, /^\S.* \(gone\)$/],
  ['of a check that is no more', { check: 'fly/gone', key: 'old', values: {} }, /^fly\/gone \(old\)$/],
  ['of a family that is no more', { check: 'gone/gone', key: 'old', values: {} }, /^gone\/gone \(old\)$/],
  ['of a name that every object has', { check: 'constructor/name', key: 'toString', values: {} }, /^constructor\/name \(toString\)$/],
  ['stored with less than its words ask for now', { check: 'fly-listing/secret-age', key: 'old', values: {} }, /^\S.* \(old\)$/],
])('one of an older release %s is named by its check', (_, finding, expected) => {
  for (const language of ['es', 'en'] as const) expect(findingWords(finding, language)).toMatch(expected)
})
