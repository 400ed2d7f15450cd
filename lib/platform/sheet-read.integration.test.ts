import { expect, test } from 'vitest'
import { readSheets } from './sheet-read'
import { zip } from './testing/zip'

const namespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'

/** A workbook of one sheet with this inside. */
function workbook(sheet: string): Buffer {
  return zip({
    '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${namespace}" xmlns:r="${relationships}"><sheets><sheet name="x" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${relationships}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${namespace}">${sheet}</worksheet>`,
  })
}

const small = workbook('<sheetData><row r="1"><c r="A1" t="str"><v>Code</v></c></row></sheetData>')
const tooLarge = { ok: false, failure: { code: 'sheet_too_large' } }

/** Small to send, and far more once it is objects. */
function manyCells(): Buffer {
  const letters = [...'ABCDEFGHIJ']
  const rows = Array.from({ length: 19_000 }, (_, index) => `<row r="${index + 1}">${letters.map(letter => `<c r="${letter}${index + 1}"><v>1</v></c>`).join('')}</row>`)
  return workbook(`<sheetData>${rows.join('')}</sheetData>`)
}

/** Each merge is compared with all before it. */
function manyMerges(): Buffer {
  const merges = Array.from({ length: 200_000 }, (_, index) => `<mergeCell ref="A${2 * index + 1}:A${2 * index + 2}"/>`)
  return workbook(`<sheetData/><mergeCells>${merges.join('')}</mergeCells>`)
}

test('a workbook of this kind is read', async () => {
  expect(await readSheets(small)).toEqual({ ok: true, value: [{ name: 'x', merged: false, rows: [{ line: 1, cells: ['Code'] }] }] })
})

test('one that takes too much memory ends its process and nothing else', async () => {
  const sheet = manyCells()
  expect(await readSheets(sheet, { milliseconds: 60_000, heapMegabytes: 32 })).toEqual(tooLarge)
  expect(await readSheets(sheet)).toMatchObject({ ok: true })
})

test('one that takes too long is given up, and the next has its turn', async () => {
  const slow = readSheets(manyMerges(), { milliseconds: 1_000, heapMegabytes: 2_000 })
  const next = readSheets(small)
  expect(await slow).toEqual(tooLarge)
  expect(await next).toMatchObject({ ok: true })
})
