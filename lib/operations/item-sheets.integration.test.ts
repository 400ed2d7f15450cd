import { buffer } from 'node:stream/consumers'
import exceljs from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect, db, disconnect } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database'
import { zip } from '@/lib/platform/testing/zip'
import type { SignedInViewer } from '@/lib/queries/viewer'
import { applySheet } from './apply-sheet'
import { exportItems } from './export-items'
import { previewSheet } from './preview-sheet'
import { changeStatus } from './items'
import { addPerson, importShippedAssessment } from './testing/assessment'

const now = new Date('2026-11-24T15:00:00Z')
const assessment = 'grupo-gad'
let database: TestDatabase
let sre: SignedInViewer

beforeAll(async () => {
  database = await createTestDatabase()
  connect(database.url)
  await importShippedAssessment(now)
  sre = await addPerson('=HYPERLINK("x")', ['owner'], ['sre'], now)
  const { id } = await db().item.findFirstOrThrow({ where: { code: 'OBS-02' } })
  await db().item.update({ where: { id }, data: { assigneeId: sre.userId } })
})

afterAll(async () => {
  await disconnect()
  await database.drop()
})

const everything = { kind: 'all', columns: 'dimension,criticality,owner,assignee,due,agreed,declared,proven' }

async function exported(address: Record<string, string>, viewer = sre): Promise<Buffer> {
  const file = await exportItems(viewer, assessment, address, now)
  if (!file.ok) throw new Error(file.failure.code)
  return buffer(file.value.stream)
}

const preview = (bytes: Uint8Array | string, viewer = sre) => previewSheet(viewer, assessment, Buffer.from(bytes))
const apply = (bytes: Uint8Array | string, seen: Record<string, number>, viewer = sre) =>
  applySheet(viewer, assessment, { sheet: new File([Buffer.from(bytes)], 'list.csv'), seen }, now)
const code = async (bytes: Uint8Array | string) => {
  const result = await preview(bytes)
  return result.ok ? 'ok' : result.failure.code
}

async function workbook(fill: (sheet: exceljs.Worksheet, book: exceljs.Workbook) => void): Promise<Buffer> {
  const book = new exceljs.Workbook()
  fill(book.addWorksheet('x'), book)
  return Buffer.from(await book.xlsx.writeBuffer())
}

describe('out and in again', () => {
  test.each(['csv', 'xlsx'] as const)('%s comes back as it went out, in either language', async format => {
    const count = await db().item.count()
    const reader = { ...sre, language: 'en' as const }
    const sheet = await exported({ ...everything, format })
    expect(await preview(sheet, reader)).toEqual({ ok: true, value: { seen: {}, rows: [], problems: [], unchanged: count } })
    expect(await preview(await exported({ ...everything, format }, reader))).toMatchObject({ value: { unchanged: count, problems: [] } })
  })

  test('the filter and the columns of the address hold, a mark tells UTF-8, and nothing begins a formula', async () => {
    const text = (await exported({ team: 'sre', columns: 'assignee,due' })).toString('utf8')
    expect(text).toMatch(/^\uFEFFCódigo,Versión,Requisito,Asignado a,Fecha objetivo,Motivo\r\n/)
    expect(text).toContain(`"'=HYPERLINK(""x"")"`)
    expect(text).not.toMatch(/(^|,|")[=+@]/m)
    expect(text.trim().split('\r\n')).toHaveLength(5)
  })

  test('nobody without a role gets anything', async () => {
    const nobody = { ...sre, roles: [] }
    expect(await exportItems(nobody, assessment, {}, now)).toMatchObject({ failure: { code: 'not_found' } })
    expect(await preview('Código\n', nobody)).toMatchObject({ failure: { code: 'not_found' } })
  })
})

test('changed rows are shown before they are applied, and applied in one go', async () => {
  const result = await preview('Code;Declared;Due date;Reason\nOBS-02;In progress;1/2/2027;Later\nOBS-03;Sin iniciar;2027-03-01;\n')
  const stored = await db().item.findFirstOrThrow({ where: { code: 'OBS-02' } })
  if (!result.ok) throw new Error(result.failure.code)
  expect(result.value).toMatchObject({
    rows: [{ line: 2, item: 'OBS-02', fields: [
      { label: 'Declarado', after: 'En curso' }, { label: 'Fecha objetivo', after: '2027-02-01' }, { label: 'Motivo', before: null, after: 'Later' },
    ] }],
    problems: [{ line: 3, item: 'OBS-03', reason: 'Falta el motivo por el que se mueve la fecha', fields: [{}] }],
  })
  expect(stored).toMatchObject({ version: 1, declaredStatus: stored.declaredStatus })
  expect(await apply('Code;Declared;Due date;Reason\nOBS-02;In progress;1/2/2027;Later\n', result.value.seen)).toEqual({ ok: true, value: { changed: 1 } })
  // Whoever was slower is told, and shown the difference.
  expect(await preview('Código,Versión,Declarado\nOBS-02,1,Hecho\n')).toMatchObject({ value: {
    rows: [], problems: [{ line: 2, item: 'OBS-02', fields: [{ before: 'En curso', after: 'Hecho' }] }],
  } })
})

test('an item that changes between preview and applying stops all, and the difference is named', async () => {
  const sheet = 'Code,Declared\nDRP-01,done\nDRP-02,done\nDRP-03,done\n'
  const codes = ['DRP-01', 'DRP-02', 'DRP-03']
  const stored = () => db().item.findMany({ where: { code: { in: codes } }, orderBy: { code: 'asc' }, select: { version: true, declaredStatus: true } })
  const events = () => db().event.count()
  const seen = await preview(sheet)
  if (!seen.ok) throw new Error(seen.failure.code)
  expect(seen.value.rows).toHaveLength(3)
  expect(await changeStatus(sre, { assessment, item: 'DRP-02', version: 1, status: 'partial' }, now)).toMatchObject({ ok: true })
  const before = [await stored(), await events()]

  expect(await apply(sheet, seen.value.seen))
    .toEqual({ ok: false, failure: { code: 'items_refused', fields: { 'DRP-02': 'item_moved_on' } } })
  expect([await stored(), await events()]).toEqual(before)

  // The same file again says what it would change now; one that names the version which it was made from says why not.
  expect(await preview(sheet)).toMatchObject({ value: {
    problems: [], rows: [{}, { item: 'DRP-02', fields: [{ label: 'Declarado', before: 'Parcial', after: 'Hecho' }] }, {}],
  } })
  expect(await preview('Code,Version,Declared\nDRP-01,1,done\nDRP-02,1,done\n')).toMatchObject({ value: {
    rows: [{ item: 'DRP-01' }],
    problems: [{
      line: 3, item: 'DRP-02', reason: expect.stringContaining('Otra persona lo cambió mientras tanto'),
      fields: [{ label: 'Declarado', before: 'Parcial', after: 'Hecho' }],
    }],
  } })
})

test('another team’s row is a problem only where it would change', async () => {
  const { declaredStatus } = await db().item.findFirstOrThrow({ where: { code: 'CMP-01' } })
  expect(await preview(`Code,Declared\nCMP-01,${declaredStatus}\n`)).toMatchObject({ value: { unchanged: 1, problems: [] } })
  expect(await preview('Code,Declared\nCMP-01,done\n')).toMatchObject({ value: { problems: [{ reason: 'Solo su equipo responsable puede cambiarlo' }] } })
})

test('a row that nobody was shown to change is not changed', async () => {
  const sheet = 'Code,Declared\nREC-17,not_started\nREC-18,partial\n'
  await db().item.updateMany({ where: { code: 'REC-17' }, data: { declaredStatus: 'not_started' } })
  const looked = await preview(sheet)
  expect(looked).toMatchObject({ value: { unchanged: 1, seen: { 'REC-18': 1 } } })
  expect(await changeStatus(sre, { assessment, item: 'REC-17', version: 1, status: 'done' }, now)).toMatchObject({ ok: true })
  expect(await apply(sheet, { 'REC-18': 1 })).toMatchObject({ ok: false, failure: { fields: { 'REC-17': 'item_moved_on' } } })
  expect(await db().item.findFirstOrThrow({ where: { code: 'REC-18' } })).toMatchObject({ version: 1 })
})

test('a reason that is too long, and a row that cannot be read, are named, and nothing is applied', async () => {
  const sheet = `Code,Due date,Reason\nOBS-03,2027-05-01,${'a'.repeat(2001)}\nNIL-01,2027-05-01,x\nALR-01,2027-05-01,x\n`
  expect(await preview(sheet)).toMatchObject({ value: { rows: [{ item: 'ALR-01' }], problems: [{ line: 2, reason: 'El texto es demasiado largo' }, { line: 3 }] } })
  expect(await apply(sheet, { 'OBS-03': 1, 'ALR-01': 1 })).toEqual({ ok: false, failure: { code: 'items_refused', fields: { 'OBS-03': 'too_long', 'NIL-01': 'item_unknown' } } })
  expect(await db().item.findFirstOrThrow({ where: { code: 'ALR-01' } })).toMatchObject({ version: 1 })
})

describe('files that are not what they should be', () => {
  test.each<[string, string, Uint8Array | string]>([
    ['nothing', 'sheet_unreadable', ''],
    ['an old workbook', 'sheet_old', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['a picture', 'sheet_unreadable', Buffer.from('89504e470d0a1a0a0000000d', 'hex')],
    ['the beginning of an archive', 'sheet_unreadable', Buffer.from('504b030400000000', 'hex')],
    ['another archive', 'sheet_unreadable', zip({ x: 'hello' })],
    ['a bomb', 'sheet_too_large', zip({ x: Buffer.alloc(100_000_000) }, 1)],
    ['too many rows', 'sheet_too_large', `Code\n${'A-1\n'.repeat(20_001)}`],
    ['quotes that never end', 'sheet_unreadable', 'Code,Declared\n"A-1,x'],
    ['no heads', 'sheet_without_codes', 'OBS-02,Hecho\n'],
    ['a column twice', 'sheet_column_twice', 'Code,Código\n'],
  ])('%s', async (_, problem, bytes) => expect(await code(bytes)).toBe(problem))

  test('what spreadsheets save on Windows is read: UTF-16 with tabs, and Latin letters', async () => {
    expect(await code(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Código\tVersión\nOBS-02\t1\n', 'utf16le')]))).toBe('ok')
    expect(await code(Buffer.from('Código;Versión\nOBS-02;1\n', 'latin1'))).toBe('ok')
  })

  test('merged cells are refused, another sheet may come first, and a formula is named', async () => {
    expect(await code(await workbook(sheet => {
      sheet.addRow(['Código', 'Declarado'])
      sheet.mergeCells('A2:A3')
    }))).toBe('sheet_merged')
    const result = await preview(await workbook((sheet, book) => {
      sheet.addRow(['Notes'])
      const list = book.addWorksheet('list')
      list.addRow(['Código', 'Declarado', 'Fecha objetivo', 'Motivo'])
      list.addRow(['OBS-03', { formula: '"He"&"cho"', result: 'Hecho' }])
      list.addRow(['ALR-01', { richText: [{ text: 'En ' }, { text: 'curso' }] }, new Date('2027-04-01'), 'x'])
    }))
    expect(result).toMatchObject({ value: {
      problems: [{ line: 2, item: 'OBS-03', reason: 'Una celda contiene una fórmula o un error; escriba el valor' }],
      seen: { 'ALR-01': 1 }, rows: [{ item: 'ALR-01', fields: [
        { label: 'Declarado', after: 'En curso' }, { label: 'Fecha objetivo', after: '2027-04-01' }, { label: 'Motivo', after: 'x' },
      ] }],
    } })
  })
})
