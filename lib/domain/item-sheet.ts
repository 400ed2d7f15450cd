import { isLocalDate, type LocalDate } from './dates'
import type { ItemColumn, ListedItem } from './item-list'
import type { DeclaredStatus } from './items'
import { unguardCell } from './sheet-text'

// A list of items as a spreadsheet, out and in again. Words are handed in: a sheet is read back in either language.

/** What a column of a sheet can hold. `reason` says why a due date moves. */
export type SheetColumn = 'code' | 'version' | 'requirement' | ItemColumn | 'reason'

/** The columns of a sheet that shows these of a list. */
export function sheetColumns(columns: readonly ItemColumn[]): SheetColumn[] {
  return ['code', 'version', 'requirement', ...columns, ...(columns.includes('due') ? ['reason' as const] : [])]
}

/** A sheet as it was read: null is a cell that is no plain value, such as a formula. */
export interface Sheet {
  name: string
  /** Whether cells of it are merged. */
  merged: boolean
  rows: readonly { line: number; cells: readonly (string | null)[] }[]
}

/** How a sheet's words are understood, all of them folded by `foldWord`. */
export interface SheetWords {
  columns: ReadonlyMap<string, SheetColumn>
  statuses: ReadonlyMap<string, DeclaredStatus>
  /** Keys of teams by name and key. */
  teams: ReadonlyMap<string, string>
  /** Ids of people by name and id. */
  people: ReadonlyMap<string, readonly string[]>
}

/** An item as it is stored. */
export type SheetItem = Pick<ListedItem, 'code' | 'declaredStatus' | 'ownerTeams' | 'assigneeId' | 'dueOn'> & { version: number }

/** A row that would make something different. */
export interface RowChange {
  line: number
  item: string
  /** The version that the row speaks of; that of now where the sheet has no such column. */
  version: number
  status?: Exclude<DeclaredStatus, 'not_applicable'>
  ownerTeams?: string[]
  assigneeId?: string | null
  dueOn?: LocalDate | null
  reason?: string
}

export interface RowProblem {
  line: number
  item: string | null
  /** The code of a field's complaint. */
  problem: string
}

export interface ReadSheet {
  changes: RowChange[]
  problems: RowProblem[]
  /** How many rows are as stored. */
  unchanged: number
}

/** The first sheet that is a list of items: one whose first row names a column of codes. The failure is a code. */
export function findItemSheet(sheets: readonly Sheet[], words: SheetWords): { sheet: Sheet } | { problem: string } {
  const sheet = sheets.find(({ rows }) => headOf(rows, words).has('code'))
  if (!sheet) return { problem: 'sheet_without_codes' }
  if (sheet.merged) return { problem: 'sheet_merged' }
  const heads = sheet.rows[0]?.cells.map(cell => columnOf(cell, words)).filter(column => column !== undefined) ?? []
  return new Set(heads).size < heads.length ? { problem: 'sheet_column_twice' } : { sheet }
}

/** Compares the rows of a sheet with what is stored. A row is a change, a problem or as stored; columns that are not there stay. */
export function readItemSheet(sheet: Sheet, items: ReadonlyMap<string, SheetItem>, words: SheetWords): ReadSheet {
  const head = headOf(sheet.rows, words)
  const read: ReadSheet = { changes: [], problems: [], unchanged: 0 }
  const seen = new Set<string>()
  for (const { line, cells } of sheet.rows.slice(1)) {
    if (cells.every(cell => cell === '')) continue
    const row = new Row(cells, head)
    const code = row.cell('code') ?? ''
    const item = items.get(code.toUpperCase())
    if (!item) row.complain(code === '' ? 'code_missing' : 'item_unknown')
    else if (seen.has(item.code)) row.complain('row_twice')
    else seen.add(item.code)
    const change = item && changeOf(row, item, words)
    if (row.problem) read.problems.push({ line, item: code === '' ? null : code.slice(0, 40), problem: row.problem })
    else if (change) read.changes.push({ line, ...change })
    else read.unchanged += 1
  }
  return read
}

/** A word without case, accents and space around it. */
export function foldWord(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').trim().replace(/\s+/g, ' ').toLowerCase()
}

/** The cells of a row by column, and the first thing that is wrong with them. */
class Row {
  problem: string | null = null

  constructor(private readonly cells: readonly (string | null)[], private readonly head: ReadonlyMap<SheetColumn, number>) {}

  /** Undefined where the sheet has no such column, or the cell no plain value; empty where nothing stands in it. */
  cell(column: SheetColumn): string | undefined {
    const index = this.head.get(column)
    if (index === undefined) return undefined
    const cell = this.cells[index]
    return cell === null ? this.complain('cell_formula') : unguardCell(cell ?? '').trim()
  }

  complain(problem: string): undefined {
    this.problem ??= problem
  }
}

function headOf(rows: Sheet['rows'], words: SheetWords): Map<SheetColumn, number> {
  const head = new Map<SheetColumn, number>()
  rows[0]?.cells.forEach((cell, index) => {
    const column = columnOf(cell, words)
    if (column && !head.has(column)) head.set(column, index)
  })
  return head
}

function columnOf(cell: string | null, words: SheetWords): SheetColumn | undefined {
  return cell === null ? undefined : words.columns.get(foldWord(cell))
}

/** What a row makes different; null where it is as stored. */
function changeOf(row: Row, item: SheetItem, words: SheetWords): Omit<RowChange, 'line'> | null {
  const status = statusOf(row, item, words)
  const ownerTeams = teamsOf(row, item, words)
  const assigneeId = assigneeOf(row, item, words)
  const dueOn = dayOf(row, item)
  const change = {
    ...(status && { status }), ...(ownerTeams && { ownerTeams }),
    ...(assigneeId !== undefined && { assigneeId }), ...(dueOn !== undefined && { dueOn }),
  }
  if (Object.keys(change).length === 0) return null
  const reason = row.cell('reason')
  return { item: item.code, version: versionOf(row, item), ...change, ...(reason && { reason }) }
}

function versionOf(row: Row, item: SheetItem): number {
  const cell = row.cell('version')
  if (!cell) return item.version
  if (!/^[1-9]\d{0,8}$/.test(cell)) row.complain('version_invalid')
  return Number(cell)
}

function statusOf(row: Row, item: SheetItem, words: SheetWords): RowChange['status'] {
  const cell = row.cell('declared')
  if (cell === undefined) return undefined
  const status = words.statuses.get(foldWord(cell))
  if (!status) return row.complain(cell === '' ? 'status_missing' : 'status_unknown')
  if (status === item.declaredStatus) return undefined
  return status === 'not_applicable' ? row.complain('needs_claim') : status
}

function teamsOf(row: Row, item: SheetItem, words: SheetWords): string[] | undefined {
  const cell = row.cell('owner')
  if (cell === undefined || (cell === '' && item.ownerTeams.length === 0)) return undefined
  const names = cell.split(/[;|]/).map(foldWord).filter(Boolean)
  const teams = names.flatMap(name => words.teams.get(name) ?? [])
  if (teams.length < names.length) return row.complain('team_unknown')
  if (teams.length === 0) return row.complain('owner_missing')
  return sameTeams(teams, item.ownerTeams) ? undefined : teams
}

function assigneeOf(row: Row, item: SheetItem, words: SheetWords): string | null | undefined {
  const cell = row.cell('assignee')
  if (cell === undefined || cell === '') return cell === '' && item.assigneeId !== null ? null : undefined
  const people = words.people.get(foldWord(cell)) ?? []
  // Of two with one name the one who has it now is meant.
  if (item.assigneeId && people.includes(item.assigneeId)) return undefined
  const [person, another] = people
  if (!person) return row.complain('person_unknown')
  return another ? row.complain('person_ambiguous') : person
}

/** A day as `YYYY-MM-DD`, or with the day first, as spreadsheets write it in both languages. */
function dayOf(row: Row, item: SheetItem): LocalDate | null | undefined {
  const cell = row.cell('due')
  if (cell === undefined || cell === '') return cell === '' && item.dueOn !== null ? null : undefined
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(cell) ?? []
  const date = year === '' ? cell : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (!isLocalDate(date)) return row.complain('not_a_day')
  return date === item.dueOn ? undefined : date
}

function sameTeams(some: readonly string[], others: readonly string[]): boolean {
  return some.every(team => others.includes(team)) && others.every(team => some.includes(team))
}
