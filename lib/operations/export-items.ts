import type { Readable } from 'node:stream'
import { sheetColumns, type SheetColumn } from '@/lib/domain/item-sheet'
import type { Language } from '@/lib/domain/language'
import { failure, success, type Result } from '@/lib/domain/result'
import { translator } from '@/lib/i18n/translate'
import { csvStream, xlsxStream } from '@/lib/platform/sheet-write'
import { getAssessment } from '@/lib/queries/assessments'
import { getItemList, type ListRow } from '@/lib/queries/item-lists'
import { getTeamNames } from '@/lib/queries/people'
import type { SignedInViewer } from '@/lib/queries/viewer'
import { assigneeNames } from './sheet-words'

/** A file to be saved. */
export interface SheetFile {
  name: string
  mediaType: string
  stream: Readable
}

/**
 * The list that an address asks for as a spreadsheet, CSV unless its `format` is `xlsx`: all its pages, the chosen columns, words in the viewer's
 * language. Nothing in it is taken for a formula, and `previewSheet` reads it back.
 */
export async function exportItems(
  viewer: SignedInViewer, slug: string, address: Record<string, string>, now: Date,
): Promise<Result<SheetFile>> {
  const assessment = await getAssessment(viewer, slug)
  if (!assessment) return failure('not_found')
  const { query, listed, people, today } = await getItemList(viewer, assessment, address, now)
  const format = address.format === 'xlsx' ? 'xlsx' : 'csv'
  const t = translator(viewer.language)
  const columns = sheetColumns(query.columns)
  const assignees = assigneeNames(people)
  const owners = new Map([...await getTeamNames(viewer)].map(([key, name]) => [key, name[viewer.language]]))
  const rows = function* () {
    yield columns.map(column => t(`sheet.column.${column}`))
    for (const item of listed) yield columns.map(column => cellOf(column, item, assignees, owners, viewer.language))
  }
  const name = `${slug}-${today}.${format}`
  return success(format === 'csv'
    ? { name, mediaType: 'text/csv; charset=utf-8', stream: csvStream(rows()) }
    : { name, mediaType: xlsxType, stream: xlsxStream(t('nav.items'), rows(), columns.map(column => widths[column] ?? 16)) })
}

function cellOf(
  column: SheetColumn, item: ListRow, assignees: ReadonlyMap<string, string>, owners: ReadonlyMap<string, string>, language: Language,
): string {
  const t = translator(language)
  switch (column) {
    case 'code': return item.code
    case 'version': return String(item.version)
    case 'requirement': return item.requirement[language]
    case 'dimension': return item.dimension
    case 'criticality': return t(`status.criticality.${item.criticality}`)
    case 'owner': return item.ownerTeams.map(key => owners.get(key) ?? key).join('; ')
    case 'assignee': return item.assigneeId === null ? '' : assignees.get(item.assigneeId) ?? item.assigneeId
    case 'due': return item.dueOn ?? ''
    case 'agreed': return item.agreedDueOn ?? ''
    case 'declared': return t(`status.declared.${item.declaredStatus}`)
    case 'proven': return t(`status.proven.${item.proven}`)
    case 'reason': return ''
  }
}

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** In characters. */
const widths: Partial<Record<SheetColumn, number>> = { code: 10, version: 9, requirement: 60, dimension: 28, owner: 24, reason: 32 }
