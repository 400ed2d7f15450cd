import { describe, expect, test } from 'vitest'
import { findItemSheet, foldWord, readItemSheet, sheetColumns, type Sheet, type SheetItem, type SheetWords } from './item-sheet'

const words: SheetWords = {
  columns: new Map([
    ['codigo', 'code'], ['code', 'code'], ['version', 'version'], ['declarado', 'declared'], ['responsable', 'owner'],
    ['asignado a', 'assignee'], ['fecha objetivo', 'due'], ['motivo', 'reason'], ['requisito', 'requirement'],
  ]),
  statuses: new Map([['hecho', 'done'], ['done', 'done'], ['sin iniciar', 'not_started'], ['no aplica', 'not_applicable']]),
  teams: new Map([['sre', 'sre'], ['operacion de redes', 'netops'], ['netops', 'netops']]),
  people: new Map([['ana', ['id-ana']], ['id-ana', ['id-ana']], ['eva', ['id-eva-1', 'id-eva-2']]]),
}
const stored: SheetItem = { code: 'DR-01', version: 3, declaredStatus: 'not_started', ownerTeams: ['sre'], assigneeId: null, dueOn: '2027-01-15' }
const sheet = (...rows: (string | null)[][]): Sheet => (
  { name: 'x', merged: false, rows: rows.map((cells, index) => ({ line: index + 1, cells })) }
)
const read = (head: string[], row: (string | null)[], item: Partial<SheetItem> = {}) =>
  readItemSheet(sheet(['Código', ...head], ['DR-01', ...row]), new Map([['DR-01', { ...stored, ...item }]]), words)

describe('readItemSheet', () => {
  test('a row as stored is no change, whatever version it speaks of', () => {
    expect(read(['Versión', 'Declarado', 'Responsable', 'Asignado a', 'Fecha objetivo', 'Motivo'], ['1', 'Sin iniciar', 'SRE', '', '2027-01-15', '']))
      .toEqual({ changes: [], problems: [], unchanged: 1 })
  })

  test.each<[string, string[], string[], object]>([
    ['a status in either language', ['DECLARADO'], [' done '], { version: 3, status: 'done' }],
    ['a status by its word', ['Declarado'], ['Hecho'], { status: 'done' }],
    ['teams by name and key, accents or not', ['Responsable'], ['Operación de Redes; sre'], { ownerTeams: ['netops', 'sre'] }],
    ['a person', ['Asignado a'], ['Ana'], { assigneeId: 'id-ana' }],
    ['a date', ['Fecha objetivo', 'Motivo'], ['2027-02-01', "'=why"], { dueOn: '2027-02-01', reason: '=why' }],
    ['a date with the day first', ['Fecha objetivo'], ['1/2/2027'], { dueOn: '2027-02-01' }],
    ['no date', ['Fecha objetivo'], [''], { dueOn: null }],
    ['the version of the file', ['Versión', 'Declarado'], ['2', 'Hecho'], { version: 2, status: 'done' }],
  ])('reads %s', (_, head, row, expected) => {
    expect(read(head, row)).toMatchObject({ changes: [{ line: 2, item: 'DR-01', ...expected }], problems: [] })
  })

  test.each<[string, string[], (string | null)[]]>([
    ['status_unknown', ['Declarado'], ['Casi']],
    ['status_missing', ['Declarado'], ['']],
    ['needs_claim', ['Declarado'], ['No aplica']],
    ['team_unknown', ['Responsable'], ['SRE; Nadie']],
    ['owner_missing', ['Responsable'], [' ; ']],
    ['person_unknown', ['Asignado a'], ['Juan']],
    ['person_ambiguous', ['Asignado a'], ['Eva']],
    ['not_a_day', ['Fecha objetivo'], ['2027-02-30']],
    ['not_a_day', ['Fecha objetivo'], ['mañana']],
    ['cell_formula', ['Declarado'], [null]],
    ['version_invalid', ['Versión', 'Declarado'], ['-1', 'Hecho']],
  ])('%s', (problem, head, row) => {
    expect(read(head, row)).toEqual({ changes: [], problems: [{ line: 2, item: 'DR-01', problem }], unchanged: 0 })
  })

  test('of two with one name the one who is assigned already is meant', () => {
    expect(read(['Asignado a'], ['Eva'], { assigneeId: 'id-eva-2' }).unchanged).toBe(1)
  })

  test('a row of no item, of none that exists, and one that comes twice are named; empty rows are none', () => {
    const rows = sheet(['Código'], [''], ['NIL-01'], ['dr-01'], ['DR-01'], ['', 'x'])
    expect(readItemSheet(rows, new Map([['DR-01', stored]]), words)).toEqual({
      changes: [], unchanged: 1, problems: [
        { line: 3, item: 'NIL-01', problem: 'item_unknown' }, { line: 5, item: 'DR-01', problem: 'row_twice' },
        { line: 6, item: null, problem: 'code_missing' },
      ],
    })
  })
})

describe('findItemSheet', () => {
  const list = sheet(['Code', 'Declarado'])
  test('another sheet may come first', () => expect(findItemSheet([sheet(['Notes']), list], words)).toEqual({ sheet: list }))
  test.each<[string, Sheet[]]>([
    ['sheet_without_codes', []],
    ['sheet_without_codes', [sheet([], ['Code'])]],
    ['sheet_merged', [{ ...list, merged: true }]],
    ['sheet_column_twice', [sheet(['Code', 'Código'])]],
  ])('%s', (problem, sheets) => expect(findItemSheet(sheets, words)).toEqual({ problem }))
})

test('a sheet holds what the list shows, and room for the reason of a date that moves', () => {
  expect(sheetColumns(['due', 'proven'])).toEqual(['code', 'version', 'requirement', 'due', 'proven', 'reason'])
  expect(sheetColumns(['owner'])).toEqual(['code', 'version', 'requirement', 'owner'])
})

test('foldWord leaves case, accents and space aside', () => expect(foldWord('  Versión   Única ')).toBe('version unica'))
