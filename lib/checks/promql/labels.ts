/**
 * Labels that a result may carry: those named and no other, or any but those named. Where very many are named, some more are
 * said to be carried than are.
 */
export interface LabelSet {
  kind: 'only' | 'all-but'
  names: ReadonlySet<string>
}

/** So that a long chain of sets is not copied over and over. */
const mostNames = 500

export const everyLabel: LabelSet = { kind: 'all-but', names: new Set() }
export const noLabel: LabelSet = { kind: 'only', names: new Set() }

export function hasLabel(set: LabelSet, name: string): boolean {
  return set.names.has(name) === (set.kind === 'only')
}

/** Those of a set that are also named. */
export function keeping(set: LabelSet, names: readonly string[]): LabelSet {
  return only(new Set(names.filter(name => hasLabel(set, name))))
}

export function without(set: LabelSet, names: readonly string[]): LabelSet {
  if (names.length === 0) return set
  const dropped = new Set(names)
  if (set.kind === 'only') return only(new Set([...set.names].filter(name => !dropped.has(name))))
  return set.names.size + dropped.size > mostNames ? set : { kind: 'all-but', names: new Set([...set.names, ...dropped]) }
}

export function withLabels(set: LabelSet, names: Iterable<string>): LabelSet {
  const added = new Set(names)
  if (added.size === 0) return set
  if (set.kind === 'only') return only(new Set([...set.names, ...added]))
  return { kind: 'all-but', names: new Set([...set.names].filter(name => !added.has(name))) }
}

/** What either may carry. */
export function union(a: LabelSet, b: LabelSet): LabelSet {
  if (a.kind === 'only') return withLabels(b, a.names)
  if (b.kind === 'only') return withLabels(a, b.names)
  return { kind: 'all-but', names: new Set([...a.names].filter(name => b.names.has(name))) }
}

function only(names: ReadonlySet<string>): LabelSet {
  return names.size > mostNames ? everyLabel : { kind: 'only', names }
}
