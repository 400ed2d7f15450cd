import type { Translate } from '@/lib/i18n/translate'
import type { ItemListQuery } from '@/lib/schemas/item-list'

/** Words for each filter that is set, such as "Equipo: SRE". */
export function filterWords(
  query: ItemListQuery, names: { dimension: string | null; team: string | null }, t: Translate,
): string[] {
  const { q, dimension, team, criticality, declared, proven, mine, late } = query
  const named = (label: string, value: string | null) => (value === null ? [] : [`${label}: ${value}`])
  return [
    ...(q === '' ? [] : [t('items.searched', { q })]),
    ...named(t('items.filter.dimension'), dimension && names.dimension),
    ...named(t('items.filter.team'), team && names.team),
    ...named(t('items.filter.criticality'), criticality && t(`status.criticality.${criticality}`)),
    ...named(t('items.filter.declared'), declared && t(`status.declared.${declared}`)),
    ...named(t('items.filter.proven'), proven && t(`status.proven.${proven}`)),
    ...(mine ? [t('items.filter.mine')] : []),
    ...(late ? [t('items.filter.late')] : []),
  ]
}
