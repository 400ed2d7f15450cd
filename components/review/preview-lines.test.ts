import { expect, test } from 'vitest'
import { previewLimits, previewLines } from './preview-lines'

test.each([
  ['a\nb\n', true, ['a', 'b'], true],
  ['a\r\nb\rc', true, ['a', 'b', 'c'], true],
  ['a\n\n', true, ['a', ''], true],
  ['', true, [''], true],
  ['a\nhalf of a li', false, ['a', 'half of a li'], false],
])('%j', (text, isWhole, lines, whole) => expect(previewLines(text, isWhole)).toEqual({ lines, isWhole: whole }))

test('no more lines than the limit, and it is said', () => {
  const text = (count: number) => Array.from({ length: count }, (_, n) => `${n}\n`).join('')
  expect(previewLines(text(previewLimits.lines), true)).toMatchObject({ isWhole: true })
  const cut = previewLines(text(previewLimits.lines + 1), true)
  expect(cut.lines).toHaveLength(previewLimits.lines)
  expect(cut.isWhole).toBe(false)
})

test('what hides or reorders letters is seen', () => {
  expect(previewLines('admin\u202Etxt\u200B \x1b[31mred', true).lines).toEqual(['admin⟨U+202E⟩txt⟨U+200B⟩ ⟨U+001B⟩[31mred'])
  expect(previewLines('ñandú 👩‍🔬 עברית', true).lines).toEqual(['ñandú 👩‍🔬 עברית'])
})
