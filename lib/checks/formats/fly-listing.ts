import type { TreeFormat } from '../format'
import { instantOf } from '../instant'
import type { Place } from '../place'
import { booleanOf, entriesOf, itemsOf, misshapen, numberOf, stringOf, type Tree, type TreeEntry } from '../syntax/tree'

/** What a command of flyctl lists with `--json`, or the Machines API of Fly under the same name. */
export interface FlyListing<Item> {
  place: Place
  items: readonly Item[]
}

interface Kind<Item> {
  /** The key under which the Machines API gives the list, where it does. */
  wrapper?: string
  /** Whether one item that stands alone is read too, as `fly certs show` gives it. */
  alone?: boolean
  /** Fields that tell the kind by its first item: one of each. */
  has: readonly (readonly string[])[]
  /** Fields that it has at most, where what it has would not tell it from others. */
  only?: readonly string[]
  hint: RegExp
  read: (fields: Fields) => Item
}

/** A kind of listing, told by the fields of its first item; an item without them makes it unreadable. */
export function flyListing<Item>({ wrapper, alone = false, has, only, hint, read }: Kind<Item>): TreeFormat<FlyListing<Item>> {
  const isItem = (fields: Fields) => has.every(names => names.some(name => fields.has(name)))
    && (!only || fields.names.every(name => only.includes(name)))
  const listOf = (tree: Tree): readonly Tree[] => {
    if (alone && isItem(new Fields(tree))) return [tree]
    return itemsOf(wrapper !== undefined && tree.kind === 'map' ? new Fields(tree).entry(wrapper)?.value : tree)
  }
  return {
    syntax: 'json',
    hint,
    matches: tree => {
      const [first] = listOf(tree)
      return first !== undefined && isItem(new Fields(first))
    },
    read: tree => {
      const items = listOf(tree)
      const wrong = items.find(item => !isItem(new Fields(item)))
      if (wrong) return misshapen(wrong, has.map(([name]) => name).join(', '))
      return { ok: true, value: { place: tree.place, items: items.map(item => read(new Fields(item))) } }
    },
  }
}

/**
 * The fields of an item by names without case or underscores: `CreatedAt` of flyctl's own types, `createdAt` of the
 * GraphQL API and `created_at` of the Machines API are one field (superfly/flyctl and superfly/fly-go, read November 2026).
 */
export class Fields {
  readonly at: Place
  private readonly entries: ReadonlyMap<string, TreeEntry>

  constructor(item: Tree | undefined) {
    this.at = item?.place ?? { line: 1, column: 1 }
    this.entries = new Map(entriesOf(item).map(([name, entry]) => [name.toLowerCase().replaceAll('_', ''), entry]))
  }

  get names(): readonly string[] {
    return [...this.entries.keys()]
  }

  has(name: string): boolean {
    return this.entries.has(name)
  }

  entry(name: string): TreeEntry | undefined {
    return this.entries.get(name)
  }

  /** Where a field stands, else where the item does. */
  place(name: string): Place {
    return this.entries.get(name)?.place ?? this.at
  }

  text(name: string): string | null {
    return stringOf(this.entries.get(name)?.value) || null
  }

  number(name: string): number | null {
    return numberOf(this.entries.get(name)?.value) ?? null
  }

  boolean(name: string): boolean | null {
    return booleanOf(this.entries.get(name)?.value) ?? null
  }

  /** In milliseconds since 1970. */
  instant(name: string): number | null {
    return instantOf(stringOf(this.entries.get(name)?.value))
  }

  within(name: string): Fields {
    return new Fields(this.entries.get(name)?.value)
  }

  list(name: string): readonly Fields[] {
    return itemsOf(this.entries.get(name)?.value).map(item => new Fields(item))
  }
}
