import { itemColumns } from '@/lib/domain/item-list'
import { foldWord, sheetColumns, type SheetWords } from '@/lib/domain/item-sheet'
import { declaredStatuses } from '@/lib/domain/items'
import { languages, type Bilingual, type Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'
import type { Person } from '@/lib/queries/people'

/** People by id as sheets name them: by name where nobody else has it, else by id. */
export function assigneeNames(people: readonly Person[]): Map<string, string> {
  const byName = Map.groupBy(people, ({ name }) => foldWord(name ?? ''))
  return new Map(people.map(({ id, name }) => [id, name && byName.get(foldWord(name))?.length === 1 ? name : id]))
}

/** The words of both languages, so that a sheet is read whichever it was written in. */
export function sheetWords(teamNames: ReadonlyMap<string, Bilingual>, people: readonly Person[]): SheetWords {
  const inBoth = <Value extends string>(values: readonly Value[], word: (value: Value, language: Language) => string) =>
    new Map(values.flatMap(value => [value, ...languages.map(language => word(value, language))].map(name => [foldWord(name), value] as const)))
  const persons = people.flatMap(({ id, name }) => [id, name ?? id].map(word => ({ word: foldWord(word), id })))
  return {
    columns: inBoth(sheetColumns(itemColumns), (column, language) => translator(language)(`sheet.column.${column}`)),
    statuses: inBoth(declaredStatuses, (status, language) => translator(language)(`status.declared.${status}`)),
    teams: inBoth([...teamNames.keys()], (key, language) => teamNames.get(key)?.[language] ?? key),
    people: new Map([...Map.groupBy(persons, ({ word }) => word)].map(([word, those]) => [word, [...new Set(those.map(({ id }) => id))]])),
  }
}
