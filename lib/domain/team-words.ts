import type { Bilingual, Language } from './language'

/** Names of teams in a row; a team without a name goes by its key. */
export function teamWords(keys: readonly string[], names: ReadonlyMap<string, Bilingual>, language: Language): string {
  return keys.map(key => names.get(key)?.[language] ?? key).join(', ')
}
