import type { Place } from '../place'

/** What a YAML, JSON or TOML file says, each value with the place where it stands. */
export type Tree = TreeMap | TreeList | TreeScalar

export interface TreeMap {
  kind: 'map'
  place: Place
  entries: ReadonlyMap<string, TreeEntry>
}

export interface TreeEntry {
  /** Where its key stands. */
  place: Place
  value: Tree
}

export interface TreeList {
  kind: 'list'
  place: Place
  items: readonly Tree[]
}

export interface TreeScalar {
  kind: 'scalar'
  place: Place
  value: string | number | bigint | boolean | null
  /** As it is written, without quotes: `0644`, `1e9` and `yes` keep what a reader of another schema would see. */
  text: string
  /** Set for a string of YAML in quotes or in a block: readers of YAML 1.1 take `yes` for a boolean, but not `'yes'`. */
  quoted?: true
}

/** Why a file cannot be read, at a place; `reason` is a key of the words for `file/unreadable`. */
export interface Unreadable {
  place: Place
  reason: UnreadableReason
  values?: Record<string, string | number>
}

export const unreadableReasons = [
  'empty', 'too-large', 'not-utf8', 'syntax', 'duplicate-key', 'too-deep', 'too-many-values', 'cycle', 'too-many-aliases',
  'undefined-alias',
  'shape', 'unknown-field', 'missing-field', 'duration', 'label-name', 'metric-name', 'promql', 'template', 'repeated-group',
  'record-and-alert', 'not-in-record',
  'invalid-value', 'conflicting-fields', 'misplaced-field', 'undefined-name', 'duplicate-name',
  'private-key',
] as const
export type UnreadableReason = (typeof unreadableReasons)[number]

export type Read<Value> = { ok: true; value: Value } | { ok: false; problems: readonly Unreadable[] }

/** What is read as a kind of file and cannot be one: something else stands where its shape has `expected`. */
export function misshapen({ place, kind }: Tree, expected: string): { ok: false; problems: readonly Unreadable[] } {
  return { ok: false, problems: [{ place, reason: 'shape', values: { expected, found: kind } }] }
}

/** How much a file may hold. Past it the file is not read: what is larger was not written by hand. */
export const treeLimits = { depth: 64, values: 500_000 } as const

/** The value of a key; undefined where the tree is no map or has no such key. */
export function get(tree: Tree | undefined, ...path: readonly string[]): Tree | undefined {
  let at = tree
  for (const key of path) at = at?.kind === 'map' ? at.entries.get(key)?.value : undefined
  return at
}

/** Where a key of a map stands, else where the map does. */
export function placeOf(tree: Tree, key: string): Place {
  return (tree.kind === 'map' ? tree.entries.get(key)?.place : undefined) ?? tree.place
}

/** The items of a list; a single value counts as a list of one where `orOne`, nothing as none. */
export function itemsOf(tree: Tree | undefined, orOne = false): readonly Tree[] {
  if (tree === undefined) return []
  if (tree.kind === 'list') return tree.items
  return orOne ? [tree] : []
}

/** The entries of a map; of anything else none. */
export function entriesOf(tree: Tree | undefined): readonly (readonly [string, TreeEntry])[] {
  return tree?.kind === 'map' ? [...tree.entries] : []
}

/** A scalar as text, as it is written; undefined for anything else, and for null. */
export function textOf(tree: Tree | undefined): string | undefined {
  return tree?.kind === 'scalar' && tree.value !== null ? tree.text : undefined
}

/** A string; undefined for anything else. */
export function stringOf(tree: Tree | undefined): string | undefined {
  return tree?.kind === 'scalar' && typeof tree.value === 'string' ? tree.value : undefined
}

/** A finite number; undefined for anything else. */
export function numberOf(tree: Tree | undefined): number | undefined {
  if (tree?.kind !== 'scalar') return undefined
  const value = typeof tree.value === 'bigint' ? Number(tree.value) : tree.value
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

/** A boolean; undefined for anything else. */
export function booleanOf(tree: Tree | undefined): boolean | undefined {
  return tree?.kind === 'scalar' && typeof tree.value === 'boolean' ? tree.value : undefined
}
