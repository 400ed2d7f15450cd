import type { Label } from '../prometheus-config'
import { entriesOf, get, itemsOf, textOf, type Read, type Tree, type Unreadable } from '../../syntax/tree'

/** Whether a file is what Prometheus' HTTP API answers, with a list of this name in its data. */
export function isAnswerWith(tree: Tree, list: string): boolean {
  return textOf(get(tree, 'status')) === 'success' && get(tree, 'data', list) !== undefined
}

/** Reads each item of a list; anything else in its place, or an item that is no object, is a shape that cannot be. */
export function readItems<Item>(list: Tree | undefined, name: string, read: (item: Tree) => Item): Read<Item[]> {
  // Go writes a list that nothing was put into as null.
  if (list?.kind === 'scalar' && list.value === null) return { ok: true, value: [] }
  if (list?.kind !== 'list') return { ok: false, problems: [wrong(list, `${name}: list`)] }
  const strange = list.items.filter(item => item.kind !== 'map')
  if (strange.length > 0) return { ok: false, problems: strange.slice(0, 20).map(item => wrong(item, `${name}[]: map`)) }
  return { ok: true, value: itemsOf(list).map(read) }
}

function wrong(tree: Tree | undefined, expected: string): Unreadable {
  return { place: tree?.place ?? { line: 1, column: 1 }, reason: 'shape', values: { expected, found: tree?.kind ?? '-' } }
}

export function labelsOf(tree: Tree | undefined): Label[] {
  return entriesOf(tree).map(([name, { place, value }]) => ({ name, value: textOf(value) ?? '', place }))
}

/** The value of a label; empty where there is none, as Prometheus takes it. */
export function labelOf(labels: readonly Label[], name: string): string {
  return labels.find(label => label.name === name)?.value ?? ''
}
