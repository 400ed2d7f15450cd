import { expect, test } from 'vitest'
import { checks } from './catalogue'
import { catalogueFingerprint } from './fingerprint'

const [first, ...others] = checks
if (!first) throw new Error('no checks')

test('one release has one name, in whatever order its checks stand', () => {
  expect(catalogueFingerprint('1.0.0')).toMatch(/^[0-9a-f]{16}$/)
  expect(catalogueFingerprint('1.0.0', [...others, first])).toBe(catalogueFingerprint('1.0.0'))
})

test.each([
  ['another release', '1.0.1', checks],
  ['a check less', '1.0.0', others],
  ['a check of another name', '1.0.0', [{ ...first, id: 'fly/other' }, ...others]],
  ['another subject', '1.0.0', [{ ...first, subjects: ['volumes', ...first.subjects] }, ...others]],
  ['a finding more', '1.0.0', [{ ...first, findings: { ...first.findings, other: 'fail' } }, ...others]],
  ['a finding of another weight', '1.0.0', [{ ...first, findings: { ...first.findings, [Object.keys(first.findings)[0] ?? '']: 'info' } }, ...others]],
] as const)('%s has another', (_, release, catalogue) => {
  expect(catalogueFingerprint(release, catalogue)).not.toBe(catalogueFingerprint('1.0.0'))
})
