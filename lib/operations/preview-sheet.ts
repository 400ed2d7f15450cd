import { db } from '@/lib/db/client'
import type { LocalDate } from '@/lib/domain/dates'
import type { Bilingual, Language } from '@/lib/domain/language'
import { success, type Result } from '@/lib/domain/result'
import { teamWords } from '@/lib/domain/team-words'
import { translator } from '@/lib/i18n/translate'
import type { SignedInViewer } from '@/lib/queries/viewer'
import type { ItemChange } from '@/lib/schemas/item-changes'
import { differenceOf, judgeChanges, type ChangeableItem } from './item-changes'
import { changeOf, invalidChanges, readSheet, type ComparedSheet } from './read-sheet'
import { assigneeNames } from './sheet-words'

/** What a sheet would change, in the viewer's words, and what of it cannot be. */
export interface SheetPreview {
  /** The version of each item that would change, by code: applying the sheet is to name them. */
  seen: Record<string, number>
  rows: { line: number; item: string; requirement: string; fields: FieldChange[] }[]
  problems: { line: number; item: string | null; reason: string; fields: FieldChange[] }[]
  /** How many rows are as stored. */
  unchanged: number
}

interface FieldChange {
  label: string
  /** Null of what is only said of the change, such as its reason. */
  before: string | null
  after: string
}

/** Reads a sheet and says what it would change; changes nothing. Every row is judged as `applySheet` will judge it. */
export async function previewSheet(viewer: SignedInViewer, slug: string, bytes: Uint8Array): Promise<Result<SheetPreview>> {
  const read = await readSheet(viewer, slug, bytes)
  return read.ok ? success(await judge(viewer, read.value)) : read
}

async function judge(viewer: SignedInViewer, sheet: ComparedSheet): Promise<SheetPreview> {
  const t = translator(viewer.language)
  const changes = sheet.changes.map(changeOf)
  const { items, refusals: refusedNow } = await judgeChanges(db(), viewer, sheet.assessment.id, changes)
  const refusals = new Map([...refusedNow, ...invalidChanges(changes)])
  const assignees = assigneeNames(sheet.people)
  const fieldsOf = (change: ItemChange) => {
    const item = items.get(change.item)
    return item ? fieldChanges(item, change, sheet.teamNames, assignees, viewer.language) : []
  }
  const word = (problem: string) => t(`field.${problem}` as 'field.invalid')
  const refused = sheet.changes.filter(({ item }) => refusals.has(item)).map(({ line, ...change }) => (
    { line, item: change.item, reason: word(refusals.get(change.item) ?? ''), fields: fieldsOf(change) }
  ))
  const problems = sheet.problems.map(({ line, item, problem }) => ({ line, item, reason: word(problem), fields: [] }))
  return {
    seen: Object.fromEntries(changes.map(({ item, version }) => [item, version])),
    rows: sheet.changes.filter(({ item }) => !refusals.has(item)).map(({ line, ...change }) => (
      { line, item: change.item, requirement: sheet.requirements.get(change.item)?.[viewer.language] ?? '', fields: fieldsOf(change) }
    )),
    problems: [...problems, ...refused].sort((a, b) => a.line - b.line),
    unchanged: sheet.unchanged,
  }
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
    difference.dueOn !== undefined && change.reason !== undefined && { label: t('sheet.column.reason'), before: null, after: change.reason },
  ]
  return fields.filter(field => field !== false)
}
