import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extensionOf, sanitizeFileName } from './file-name'

describe('sanitizeFileName', () => {
  test.each([
    ['plain', 'informe.pdf', 'informe.pdf'],
    ['path of Unix', '../../etc/passwd', 'passwd'],
    ['path of Windows', 'C:\\Users\\ana\\acta.docx', 'acta.docx'],
    ['control characters', 'a\u0000b\r\nc\u001b.txt', 'abc.txt'],
    ['bidi override that hides the extension', 'acta\u202Efdp.exe', 'actafdp.exe'],
    ['bidi isolates and zero width', '\u2066a\u200B\u2069.md', 'a.md'],
    ['decomposed accents', 'Evaluacio\u0301n.pdf', 'Evaluación.pdf'],
    ['what Windows forbids', 'a<b>:"c"|?*.txt', 'a_b___c____.txt'],
    ['leading and trailing dots', '..oculto.txt. ', 'oculto.txt'],
    ['runs of space', '  a \t\u00a0 b .txt', 'a b .txt'],
    ['device name of Windows', 'CON.txt', '_CON.txt'],
    ['nothing left', '///', 'unnamed'],
    ['only dots', '...', 'unnamed'],
    ['half a surrogate pair', 'a\uD83D.txt', 'a.txt'],
  ])('%s', (_, raw, expected) => {
    expect(sanitizeFileName(raw)).toBe(expected)
  })

  test('a long name keeps its extension and no half characters', () => {
    const name = sanitizeFileName(`${'😀'.repeat(300)}.tar.gz`)
    expect(name.length).toBeLessThanOrEqual(200)
    expect(name).toMatch(/^(😀)+\.gz$/u)
  })

  test('a name of ten thousand dots takes no longer than one', () => {
    const started = process.cpuUsage()
    for (let turn = 0; turn < 10; turn += 1) sanitizeFileName(`a${'.'.repeat(15_000)}x.txt`)
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(500)
  })

  test('whatever comes in, what goes out is safe and stays as it is', () => {
    const anyUnit = fc.nat(0xffff).map(unit => String.fromCharCode(unit))
    const character = fc.oneof(fc.constantFrom(...'.. /\\ab:\u202e\u0301\u0000'), anyUnit)
    fc.assert(fc.property(fc.array(character, { maxLength: 400 }), characters => {
      const raw = characters.join('')
      const name = sanitizeFileName(raw)
      expect(name).not.toMatch(/[/\\\p{Cc}\p{Cf}\p{Cs}]/u)
      expect(name.length).toBeGreaterThan(0)
      expect(name.length).toBeLessThanOrEqual(200)
      expect(name.normalize('NFC')).toBe(name)
      expect(sanitizeFileName(name)).toBe(name)
    }))
  })
})

test.each([
  ['a.PDF', 'pdf'],
  ['a.tar.gz', 'gz'],
  ['Dockerfile', null],
  ['informe v2.1', null],
  ['acta.ｐｄｆ', 'ｐｄｆ'],
  ['abrir.settingcontent-ms', 'settingcontent-ms'],
  ['Acta. Segunda sesión', null],
  ['a.', null],
])('extension of %s', (name, expected) => {
  expect(extensionOf(name)).toBe(expected)
})
