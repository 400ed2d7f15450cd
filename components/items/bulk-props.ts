import type { Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'
import { hasPermission, type Viewer } from '@/lib/domain/permissions'
import { bulkStatuses } from '@/lib/schemas/item-changes'
import type { BulkProps } from './bulk-bar'

interface Person {
  id: string
  name: string | null
  teams: readonly string[]
}

/** What the viewer may do to many items at once; undefined for who changes none. */
export function bulkProps(
  viewer: Viewer, slug: string, language: Language, teams: BulkProps['teams'], people: readonly Person[],
): BulkProps | undefined {
  if (!hasPermission(viewer, 'item.plan')) return undefined
  const t = translator(language)
  const colleagues = people.filter(person => person.teams.some(team => viewer.teams.includes(team)))
  return {
    assessment: slug, teams,
    statuses: bulkStatuses.map(value => ({ value, label: t(`status.declared.${value}`) })),
    assignees: colleagues.map(({ id, name }) => ({ value: id, label: name ?? t('evidence.somebody') })),
    words: {
      title: t('checklist.bulk.title'), selected: t('checklist.bulk.selected'), change: t('checklist.bulk.change'),
      clear: t('checklist.bulk.clear'), close: t('checklist.bulk.close'), unchanged: t('checklist.bulk.unchanged'),
      status: t('item.statusLabel'), assignee: t('item.assigneeLabel'), nobody: t('item.nobody'), due: t('item.dueLabel'), withoutDue: t('checklist.bulk.withoutDue'),
      reason: t('item.moveReason'), reasonMissing: t('field.move_without_reason'),
      invalid: t('failure.invalid_input'), teams: t('checklist.bulk.teams'), teamsHint: t('checklist.bulk.teamsHint'),
      apply: t('checklist.bulk.apply'), saving: t('form.saving'), done: t('checklist.bulk.done'),
      same: t('checklist.bulk.same'), nothingChosen: t('checklist.bulk.nothingChosen'), alreadySo: t('checklist.bulk.alreadySo'),
      overtaken: t('checklist.bulk.overtaken'), away: t('checklist.bulk.away'), leaveOut: t('checklist.bulk.leaveOut'),
      keepYours: t('form.keepYours'),
      problem: t('form.problem'), saved: t('form.saved'), lost: t('form.lost'),
    },
  }
}
