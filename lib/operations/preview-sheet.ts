import { db } from '@/lib/db/client'
import type { LocalDate } from '@/lib/domain/dates'
import { findItemSheet, readItemSheet, type ReadSheet, type RowChange, type SheetItem } from '@/lib/domain/item-sheet'
import type { Bilingual, Language } from '@/lib/domain/language'
import { failure, success, type Result } from '@/lib/domain/result'
import { teamWords } from '@/lib/domain/team-words'
import { translator } from '@/lib/i18n/translate'
import { readSheets } from '@/lib/platform/sheet-read'
import { getAssessment, type Assessment } from '@/lib/queries/assessments'
import { getTeamNames, listPeople, type Person } from '@/lib/queries/people'
import { getSnapshot } from '@/lib/queries/snapshot'
import type { SignedInViewer } from '@/lib/queries/viewer'
import { ItemChange, mostChanges } from '@/lib/schemas/item-changes'
import { differenceOf, judgeChanges, type ChangeableItem } from './item-changes'
import { assigneeNames, sheetWords } from './sheet-words'

/** What a sheet would change, in the viewer's words, and what of it cannot be. */
export interface SheetPreview {
  /** What `changeItems` is to be asked for. */
  changes: ItemChange[]
  /** The same for people to read. */
  rows: { line: number; item: string; requirement: string; fields: FieldChange[] }[]
  problems: { line: number; item: string | null; reason: string; fields: FieldChange[] }[]
  /** How many rows are as stored. */
  unchanged: number
}

interface FieldChange {
  label: string
  before: string
  after: string
}

/** Reads a sheet and says what it would change; changes nothing. Every row is judged as `changeItems` will judge it. */
export async function previewSheet(viewer: SignedInViewer, slug: string, bytes: Uint8Array): Promise<Result<SheetPreview>> {
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
  return success(await judge(viewer, assessment, read, {
    requirements: new Map(items.map(({ code, requirement }) => [code, requirement[viewer.language]])), teamNames, people,
  }))
}

async function judge(
  viewer: SignedInViewer, assessment: Assessment, read: ReadSheet,
  names: { requirements: ReadonlyMap<string, string>; teamNames: ReadonlyMap<string, Bilingual>; people: readonly Person[] },
): Promise<SheetPreview> {
  const t = translator(viewer.language)
  const changes = read.changes.map(changeOf)
  const { items, refusals } = await judgeChanges(db(), viewer, assessment.id, changes)
  for (const change of changes) {
    const { error } = ItemChange.safeParse(change)
    if (error) refusals.set(change.item, error.issues[0]?.message ?? 'invalid')
  }
  const assignees = assigneeNames(names.people)
  const fieldsOf = (change: ItemChange) => {
    const item = items.get(change.item)
    return item ? fieldChanges(item, change, names.teamNames, assignees, viewer.language) : []
  }
  const word = (problem: string) => t(`field.${problem}` as 'field.invalid')
  const refused = read.changes.filter(({ item }) => refusals.has(item)).map(({ line, ...change }) => (
    { line, item: change.item, reason: word(refusals.get(change.item) ?? ''), fields: fieldsOf(change) }
  ))
  const problems = read.problems.map(({ line, item, problem }) => ({ line, item, reason: word(problem), fields: [] }))
  return {
    changes,
    rows: read.changes.filter(({ item }) => !refusals.has(item)).map(({ line, ...change }) => (
      { line, item: change.item, requirement: names.requirements.get(change.item) ?? '', fields: fieldsOf(change) }
    )),
    problems: [...problems, ...refused].sort((a, b) => a.line - b.line),
    unchanged: read.unchanged,
  }
}

function changeOf({ item, version, status, ownerTeams, assigneeId, dueOn, reason }: RowChange): ItemChange {
  return { item, version, status, ownerTeams, assigneeId, dueOn, reason }
}

function fieldChanges(
  item: ChangeableItem, change: ItemChange, teamNames: ReadonlyMap<string, Bilingual>, assignees: ReadonlyMap<string, string>,
  language: Language,
): FieldChange[] {
  const t = translator(language)
  const difference = differenceOf(item, change) ?? {}
  const assignee = (id: string | null) => (id === null ? t('item.nobody') : assignees.get(id) ?? id)
  const day = (date: LocalDate | null) => date ?? t('status.due.none')
  const fields: (FieldChange | false)[] = [
    difference.declaredStatus !== undefined && {
      label: t('sheet.column.declared'), before: t(`status.declared.${item.declaredStatus}`),
      after: t(`status.declared.${difference.declaredStatus}`),
    },
    difference.ownerTeams !== undefined && {
      label: t('sheet.column.owner'), before: teamWords(item.ownerTeams, teamNames, language),
      after: teamWords(difference.ownerTeams, teamNames, language),
    },
    difference.assigneeId !== undefined && {
      label: t('sheet.column.assignee'), before: assignee(item.assigneeId), after: assignee(difference.assigneeId),
    },
    difference.dueOn !== undefined && { label: t('sheet.column.due'), before: day(item.dueOn), after: day(difference.dueOn) },
  ]
  return fields.filter(field => field !== false)
}
