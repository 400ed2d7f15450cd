import { check } from '../check'
import { keysOfTable, tablesOfKey, type StrangeKey } from '../formats/fly-toml-keys'

/** Every key means something to Fly where it stands: what means nothing is passed over in silence. */
export const unknownKey = check({
  id: 'fly/unknown-key',
  format: 'fly-toml',
  subjects: ['deployment-strategy'],
  findings: { misplaced: 'inconclusive', misspelt: 'inconclusive', unknown: 'inconclusive', obsolete: 'warning' },
  * run({ strangeKeys }) {
    for (const strange of strangeKeys) yield { ...told(strange), place: strange.place }
  },
})

function told({ key, table, obsolete }: StrangeKey) {
  const where = table || 'fly.toml'
  if (obsolete) return { key: 'obsolete' as const, values: { key, table: where } }
  const near = keysOfTable(table).find(known => isNear(key, known))
  if (near) return { key: 'misspelt' as const, values: { key, table: where, known: near } }
  const [elsewhere] = tablesOfKey(key)
  if (elsewhere !== undefined) return { key: 'misplaced' as const, values: { key, table: where, known: elsewhere || 'fly.toml' } }
  return { key: 'unknown' as const, values: { key, table: where } }
}

/** Whether two words differ by a letter too many, too few, other or swapped with the next; or by a sign between words. */
function isNear(word: string, other: string): boolean {
  const some = word.toLowerCase().replaceAll('-', '_')
  const known = other.replaceAll('-', '_')
  if (some === known) return true
  if (known.length < 4 || Math.abs(some.length - known.length) > 1) return false
  let start = 0
  while (start < some.length && some[start] === known[start]) start += 1
  const [rest, knownRest] = [some.slice(start), known.slice(start)]
  return rest.slice(1) === knownRest || rest === knownRest.slice(1) || rest.slice(1) === knownRest.slice(1)
    || (rest.slice(2) === knownRest.slice(2) && rest[0] === knownRest[1] && rest[1] === knownRest[0])
}
