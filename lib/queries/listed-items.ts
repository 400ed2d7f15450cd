import type { ListedItem } from '@/lib/domain/item-list'
import type { Bilingual, Language } from '@/lib/domain/language'
import { teamWords } from '@/lib/domain/team-words'
import type { ItemRow } from './snapshot'
import type { Judged } from './verdict'

/** The items as lists show them, in the source's order. What could not be judged counts as not proven. */
export function listedItems(
  { snapshot, verdict }: Judged, teamNames: ReadonlyMap<string, Bilingual>, language: Language,
): (ItemRow & ListedItem)[] {
  return snapshot.items.map(item => ({
    ...item, owners: teamWords(item.ownerTeams, teamNames, language), proven: verdict.items.get(item.code)?.status ?? 'unmet',
  }))
}
