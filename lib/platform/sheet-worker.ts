import { parse } from 'csv-parse/sync'
import type { CellValue, Worksheet } from 'exceljs'
import type { Sheet } from '@/lib/domain/item-sheet'
import { answerFrom } from './apart-answer'
import { inflatesWithin } from './zip-size'

// Reads one spreadsheet in a process of its own, which `readSheets` gives little memory and little time.

const mostInflatedBytes = 16_777_216
const mostRows = 20_000
const mostColumns = 100

/** What the process answers: the sheets, or the code of a failure. */
export type SheetAnswer = { sheets: Sheet[] } | { problem: string }

answerFrom((bytes: Uint8Array) => read(Buffer.from(bytes)))

async function read(bytes: Buffer): Promise<SheetAnswer> {
  try {
    if (bytes.readUInt32BE(0) === 0xd0cf11e0) return { problem: 'sheet_old' }
    if (bytes.readUInt32BE(0) === 0x504b0304) return await readWorkbook(bytes)
    return readCsv(bytes)
  } catch {
    return { problem: 'sheet_unreadable' }
  }
}

async function readWorkbook(bytes: Buffer): Promise<SheetAnswer> {
  if (!inflatesWithin(bytes, mostInflatedBytes)) return { problem: 'sheet_too_large' }
  // Loaded late: a CSV file does without it.
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  // Its types ask for a Buffer of an older Node.
  await workbook.xlsx.load(bytes as never)
  // Another archive is read as a workbook of nothing.
  if (workbook.worksheets.length === 0) return { problem: 'sheet_unreadable' }
  const sheets = workbook.worksheets.filter(({ state }) => state === 'visible')
  if (sheets.some(({ rowCount, columnCount }) => rowCount > mostRows || columnCount > mostColumns)) return { problem: 'sheet_too_large' }
  return { sheets: sheets.map(sheetOf) }
}

function sheetOf(worksheet: Worksheet): Sheet {
  const rows: Sheet['rows'][number][] = []
  // Each time that it is asked it looks at every row.
  const { columnCount } = worksheet
  worksheet.eachRow((row, line) => {
    const cells = Array.from({ length: columnCount }, (_, index) => plain(row.getCell(index + 1).value))
    rows.push({ line, cells })
  })
  return { name: worksheet.name, merged: worksheet.hasMerges, rows }
}

/** A cell as text, a date as `YYYY-MM-DD`; null where it is a formula or an error. */
function plain(value: CellValue): string | null {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10)
  if (typeof value !== 'object') return String(value)
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  // A link's text may itself be rich.
  if ('hyperlink' in value && 'text' in value) return plain(value.text)
  return null
}

function readCsv(bytes: Buffer): SheetAnswer {
  const text = decode(bytes)
  if (text === null || text.includes('\0')) return { problem: 'sheet_unreadable' }
  const records: string[][] = parse(text, {
    delimiter: delimiterOf(text), relaxColumnCount: true, skipEmptyLines: false, maxRecordSize: 1_000_000, to: mostRows + 1,
  })
  if (records.length > mostRows || records.some(({ length }) => length > mostColumns)) return { problem: 'sheet_too_large' }
  return { sheets: [{ name: '', merged: false, rows: records.map((cells, index) => ({ line: index + 1, cells })) }] }
}

/** UTF-8 or UTF-16 by its mark, else what spreadsheets in Spanish and English save on Windows. */
function decode(bytes: Buffer): string | null {
  const encodings = bytes[0] === 0xff && bytes[1] === 0xfe ? ['utf-16le'] : ['utf-8', 'windows-1252']
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      continue
    }
  }
  return null
}

/** What stands most often in the first line; where a comma is the decimal sign, spreadsheets write semicolons. */
function delimiterOf(text: string): string {
  const first = text.slice(0, 10_000).split(/\r?\n/, 1)[0] ?? ''
  const count = (delimiter: string) => first.split(delimiter).length
  return [',', ';', '\t'].reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best))
}
