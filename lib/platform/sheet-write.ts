import { PassThrough, Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { stringify } from 'csv-stringify'
import { isLocalDate, toUtcDate } from '@/lib/domain/dates'
import { guardCell } from '@/lib/domain/sheet-text'

/** Rows of text as CSV, the first being the head: UTF-8 with its mark, without which Excel mistakes accents. */
export function csvStream(rows: Iterable<readonly string[]>): Readable {
  const guarded = function* () {
    for (const row of rows) yield row.map(guardCell)
  }
  return Readable.from(guarded()).pipe(stringify({ bom: true, record_delimiter: 'windows' }))
}

const rowsAtOnce = 200

/** The same as a workbook of one sheet; what is a day becomes a date that a spreadsheet can sort. */
export function xlsxStream(name: string, rows: Iterable<readonly string[]>, widths: readonly number[]): Readable {
  const stream = new PassThrough()
  writeWorkbook(stream, name, rows, widths).catch((error: Error) => stream.destroy(error))
  return stream
}

async function writeWorkbook(
  stream: PassThrough, name: string, rows: Iterable<readonly string[]>, widths: readonly number[],
): Promise<void> {
  // Loaded late: only who asks for a workbook pays for it.
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true })
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = widths.map(width => ({ width }))
  let written = 0
  for (const row of rows) {
    const added = sheet.addRow(row.map(cell => (isLocalDate(cell) ? toUtcDate(cell) : guardCell(cell))))
    if (written === 0) added.font = { bold: true }
    added.eachCell(cell => { if (cell.value instanceof Date) cell.numFmt = 'yyyy-mm-dd' })
    added.commit()
    written += 1
    // Other requests have their turn.
    if (written % rowsAtOnce === 0) await setImmediate()
  }
  sheet.commit()
  await workbook.commit()
}
