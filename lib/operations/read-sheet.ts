import { findItemSheet, readItemSheet, type ReadSheet, type RowChange, type SheetItem } from '@/lib/domain/item-sheet'
import type { Bilingual } from '@/lib/domain/language'
import { failure, success, type Result } from '@/lib/domain/result'
import { readSheets } from '@/lib/platform/sheet-read'
import { getAssessment, type Assessment } from '@/lib/queries/assessments'
import { getTeamNames, listPeople, type Person } from '@/lib/queries/people'
import { getSnapshot } from '@/lib/queries/snapshot'
import type { SignedInViewer } from '@/lib/queries/viewer'
import { ItemChange, mostChanges } from '@/lib/schemas/item-changes'
import { sheetWords } from './sheet-words'

/** A sheet beside the assessment that it is held against. */
export interface ComparedSheet extends ReadSheet {
  assessment: Assessment
  requirements: ReadonlyMap<string, Bilingual>
  teamNames: ReadonlyMap<string, Bilingual>
  people: readonly Person[]
}

/** Reads a sheet, XLSX or CSV, and compares its rows with what is stored now. */
export async function readSheet(viewer: SignedInViewer, slug: string, bytes: Uint8Array): Promise<Result<ComparedSheet>> {
  const assessment = await getAssessment(viewer, slug)
  if (!assessment) return failure('not_found')
  const sheets = await readSheets(bytes)
  if (!sheets.ok) return sheets
  const [{ items }, teamNames, people] = await Promise.all([getSnapshot(assessment), getTeamNames(viewer), listPeople(viewer)])
  const words = sheetWords(teamNames, people)
  const found = findItemSheet(sheets.value, words)
  if ('problem' in found) return failure(found.problem)
  const read = readItemSheet(found.sheet, new Map(items.map((item): [string, SheetItem] => [item.code, item])), words)
  if (read.changes.length > mostChanges) return failure('sheet_too_many', { values: { limit: mostChanges } })
  const requirements = new Map(items.map(({ code, requirement }) => [code, requirement]))
  return success({ ...read, assessment, requirements, teamNames, people })
}

/** What `changeItems` is to be asked for by a row. */
export function changeOf({ item, version, status, ownerTeams, assigneeId, dueOn, reason }: RowChange): ItemChange {
  return { item, version, status, ownerTeams, assigneeId, dueOn, reason }
}

/** What nobody may ask for, whatever is stored, such as too long a reason: the code of a field's complaint by item. */
export function invalidChanges(changes: readonly ItemChange[]): Map<string, string> {
  return new Map(changes.flatMap(change => {
    const { error } = ItemChange.safeParse(change)
    return error ? [[change.item, error.issues[0]?.message ?? 'invalid'] as const] : []
  }))
}
