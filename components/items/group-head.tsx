import { ClaimBar } from '@/components/status/claim-bar'
import { countClaims } from '@/lib/domain/claims'
import type { ItemGrouping, PageGroup } from '@/lib/domain/item-groups'
import type { ListedItem } from '@/lib/domain/item-list'
import type { Criticality, DeclaredStatus, ProvenStatus } from '@/lib/domain/items'
import type { Language } from '@/lib/domain/language'
import { formatMonth } from '@/lib/i18n/format'
import { translator } from '@/lib/i18n/translate'

interface GroupHeadProps {
  language: Language
  grouping: ItemGrouping
  group: PageGroup<ListedItem & { dimension: string }>
}

/** The head of a group of items: what they have in common, and how much of the whole group is claimed and proven. */
export function GroupHead({ language, grouping, group }: GroupHeadProps) {
  const t = translator(language)
  const statuses = new Map(group.all.map(({ code, proven }) => [code, proven]))
  const claims = countClaims(group.all, code => statuses.get(code) ?? 'unmet')
  return (
    <span className="flex flex-wrap items-center justify-between gap-x-8 gap-y-1">
      <span className="inline-block first-letter:uppercase">
        {groupName(grouping, group, language)}
        {group.continued && <span className="font-normal text-muted"> {t('checklist.continued')}</span>}
      </span>
      <span className="w-full font-normal desk:w-72"><ClaimBar language={language} {...claims} /></span>
    </span>
  )
}

function groupName(grouping: ItemGrouping, { key, all }: GroupHeadProps['group'], language: Language): string {
  const t = translator(language)
  switch (grouping) {
    case 'dimension': return all[0]?.dimension ?? key
    case 'owner': return all[0]?.owners || t('checklist.noOwner')
    case 'declared': return t(`status.declared.${key as DeclaredStatus}`)
    case 'proven': return t(`status.proven.${key as ProvenStatus}`)
    case 'criticality': return t(`status.criticality.${key as Criticality}`)
    case 'month': return key === '' ? t('status.due.none') : formatMonth(key, language)
  }
}
