import type { ListedItem } from '@/lib/domain/item-list'
import { inLanguage, type Bilingual, type Language } from '@/lib/domain/language'
import type { ItemRow } from './snapshot'
import type { Judged } from './verdict'

/** The items as lists show them, in the source's order. What could not be judged counts as not proven. */
export function listedItems(
  { snapshot, verdict }: Judged, teamNames: ReadonlyMap<string, Bilingual>, language: Language,
): (ItemRow & ListedItem)[] {
  const teamName = (key: string) => inLanguage(teamNames.get(key) ?? { es: key, en: key }, language)
  return snapshot.items.map(item => ({
    ...item, owners: item.ownerTeams.map(teamName).join(', '), proven: verdict.items.get(item.code)?.status ?? 'unmet',
  }))
}
