import { ActionButton } from '@/components/forms/action-button'
import { formWords } from '@/components/forms/form-words'
import { Table, type Column } from '@/components/ui/table'
import { endDelegation } from '@/lib/actions/administration'
import type { Language } from '@/lib/domain/language'
import { formatInstant } from '@/lib/i18n/format'
import { translator } from '@/lib/i18n/translate'

export interface ShownDelegation {
  id: string
  absentId: string
  delegateId: string
  startsAt: Date
  endsAt: Date
  reason: string | null
  endedAt: Date | null
}

interface DelegationTableProps {
  language: Language
  timeZone: string
  caption: string
  delegations: readonly ShownDelegation[]
  nameOf: (userId: string) => string
  /** Whether they last, and the reader may end them. */
  canEnd: boolean
}

/** Who does whose work, from when until when. */
export function DelegationTable(props: DelegationTableProps) {
  const { language, timeZone, caption, delegations, nameOf, canEnd } = props
  const t = translator(language)
  const instant = (at: Date) => formatInstant(at, language, timeZone)
  const columns: Column<ShownDelegation>[] = [
    { key: 'absent', label: t('delegation.absent'), isRowHeader: true, cell: ({ absentId }) => nameOf(absentId) },
    { key: 'delegate', label: t('delegation.delegate'), cell: ({ delegateId }) => nameOf(delegateId) },
    { key: 'from', label: t('delegation.startsAt'), noWrap: true, cell: ({ startsAt }) => instant(startsAt) },
    {
      key: 'until', label: t('delegation.endsAt'), noWrap: true,
      cell: ({ endsAt, endedAt }) => (endedAt ? t('delegation.endedEarly', { at: instant(endedAt) }) : instant(endsAt)),
    },
    { key: 'reason', label: t('delegation.reason'), cell: ({ reason }) => reason ?? t('admin.none') },
  ]
  if (canEnd)
    columns.push({
      key: 'end', label: t('admin.action'),
      cell: ({ id, absentId }) => (
        <ActionButton
          action={endDelegation} input={{ delegation: id }} size="small"
          aria-label={`${t('delegation.end')}: ${nameOf(absentId)}`} words={{ ...formWords(t), saved: t('delegation.ended'), label: t('delegation.end') }}
        />
      ),
    })
  return <Table caption={caption} rows={delegations} rowKey={({ id }) => id} columns={columns} />
}
