import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { extensionOf } from '@/lib/domain/file-name'
import { judgeType } from '@/lib/domain/media-types'
import { detectContent, sampleBytes } from './file-type'

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map(part => (typeof part === 'string' ? Buffer.from(part, 'utf8') : Buffer.from(part))))

const zeros = (count: number) => new Array<number>(count).fill(0)

/** One stored entry of a ZIP: local header and content, which is all that its kind is told from. */
function zipEntry(name: string, content: string): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt32LE(content.length, 18)
  header.writeUInt32LE(content.length, 22)
  header.writeUInt16LE(name.length, 26)
  return bytes([...header], name, content)
}

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const contentTypes = `<Types><Override PartName="/word/document.xml" ContentType="${wordType}"/></Types>`
const files = {
  pdf: bytes('%PDF-1.7\n1 0 obj\n'),
  png: bytes([0x89], 'PNG\r\n', [0x1a, 0x0a], [0, 0, 0, 13], 'IHDR', zeros(17), zeros(4), 'IDAT', zeros(16)),
  jpeg: bytes([0xff, 0xd8, 0xff, 0xe0], zeros(32)),
  gif: bytes('GIF89a', zeros(32)),
  webp: bytes('RIFF', [36, 0, 0, 0], 'WEBPVP8 ', zeros(32)),
  docx: Buffer.concat([
    zipEntry('[Content_Types].xml', contentTypes),
    zipEntry('word/document.xml', '<document/>'),
  ]),
  zip: zipEntry('prueba.bin', 'abc'),
  odt: zipEntry('mimetype', 'application/vnd.oasis.opendocument.text'),
  jar: zipEntry('META-INF/MANIFEST.MF', 'Manifest-Version: 1.0'),
  gzip: gzipSync('hola'),
  pe: bytes('MZ', [0x90, 0], zeros(300)),
  elf: bytes([0x7f], 'ELF', [2, 1, 1], zeros(60)),
  json: bytes('{"métrica": 1}'),
  yaml: bytes('groups:\n  - name: alertas\n'),
  colouredLog: bytes('\u001b[32mok\u001b[0m 13:05\r\n'),
  startsWithMz: bytes('MZona,valor\nnorte,1\n'),
  startsWithBm: bytes('BM,valor\n'),
  svg: bytes('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
  latin1: bytes('evaluaci', [0xf3], 'n\n'),
  nulInText: bytes('a\0b'),
}

describe('accepted, by its bytes', () => {
  test.each<[string, keyof typeof files, string]>([
    ['acta.pdf', 'pdf', 'application/pdf'],
    ['captura.png', 'png', 'image/png'],
    ['foto.JPG', 'jpeg', 'image/jpeg'],
    ['a.gif', 'gif', 'image/gif'],
    ['a.webp', 'webp', 'image/webp'],
    ['plan.docx', 'docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['plan.xlsx', 'zip', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['plan.odt', 'odt', 'application/vnd.oasis.opendocument.text'],
    ['todo.zip', 'zip', 'application/zip'],
    ['todo.zip', 'docx', 'application/zip'],
    ['todo.tar.gz', 'gzip', 'application/gzip'],
    ['k6.json', 'json', 'application/json'],
    ['trivy.sarif', 'json', 'application/sarif+json'],
    ['alerts.yml', 'yaml', 'application/yaml'],
    ['alerts.rules', 'yaml', 'text/plain'],
    ['salida.log', 'colouredLog', 'text/plain'],
    ['zonas.csv', 'startsWithMz', 'text/csv'],
    ['bm.csv', 'startsWithBm', 'text/csv'],
    ['mapa.svg', 'svg', 'image/svg+xml'],
    ['Dockerfile', 'yaml', 'text/plain'],
    ['acta', 'pdf', 'application/pdf'],
  ])('%s of %s bytes is %s', async (name, content, mediaType) => {
    expect(await judge(name, files[content])).toEqual({ ok: true, value: mediaType })
  })
})

describe('refused', () => {
  test.each<[string, keyof typeof files, string, Record<string, string>]>([
    ['acta.pdf', 'pe', 'wrong_type', { extension: 'pdf', found: 'exe' }],
    ['acta.pdf', 'yaml', 'wrong_type', { extension: 'pdf', found: 'txt' }],
    ['acta.pdf', 'latin1', 'wrong_type', { extension: 'pdf', found: 'bin' }],
    ['captura.png', 'jpeg', 'wrong_type', { extension: 'png', found: 'jpg' }],
    ['plan.xlsx', 'docx', 'wrong_type', { extension: 'xlsx', found: 'docx' }],
    ['todo.zip', 'jar', 'wrong_type', { extension: 'zip', found: 'jar' }],
    ['notas.txt', 'pdf', 'wrong_type', { extension: 'txt', found: 'pdf' }],
    ['notas.txt', 'latin1', 'wrong_type', { extension: 'txt', found: 'bin' }],
    ['notas.txt', 'nulInText', 'wrong_type', { extension: 'txt', found: 'bin' }],
    ['instalar.exe', 'pe', 'type_not_accepted', { found: 'exe' }],
    ['instalar', 'pe', 'type_not_accepted', { found: 'exe' }],
    ['instalar', 'elf', 'type_not_accepted', { found: 'elf' }],
    ['lib.jar', 'jar', 'type_not_accepted', { found: 'jar' }],
    ['ejecutar.bat', 'yaml', 'type_not_accepted', { found: 'bat' }],
    ['abrir.settingcontent-ms', 'svg', 'type_not_accepted', { found: 'settingcontent-ms' }],
    ['acta.ｐｄｆ', 'pdf', 'type_not_accepted', { found: 'ｐｄｆ' }],
    ['a.constructor', 'yaml', 'type_not_accepted', { found: 'constructor' }],
  ])('%s of %s bytes: %s', async (name, content, code, values) => {
    expect(await judge(name, files[content])).toEqual({ ok: false, failure: { code, values } })
  })
})

test('a sample that ends inside a character is text; a whole file that does is not', async () => {
  const cut = bytes('a'.repeat(sampleBytes - 1), [0xc3])
  expect(await detectContent(cut, false)).toEqual({ kind: 'text' })
  expect(await detectContent(cut, true)).toEqual({ kind: 'unknown' })
})

async function judge(name: string, content: Uint8Array) {
  return judgeType(extensionOf(name), await detectContent(content, true))
}
