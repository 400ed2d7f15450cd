/** Labels that a result may carry: those named and no other, or any but those named. */
export interface LabelSet {
  kind: 'only' | 'all-but'
  names: ReadonlySet<string>
}

export const everyLabel: LabelSet = { kind: 'all-but', names: new Set() }
export const noLabel: LabelSet = { kind: 'only', names: new Set() }

export function hasLabel(set: LabelSet, name: string): boolean {
  return set.names.has(name) === (set.kind === 'only')
}

/** Those of a set that are also named. */
export function keeping(set: LabelSet, names: readonly string[]): LabelSet {
  return { kind: 'only', names: new Set(names.filter(name => hasLabel(set, name))) }
}

export function without(set: LabelSet, names: readonly string[]): LabelSet {
  if (names.length === 0) return set
  return set.kind === 'all-but'
    ? { kind: 'all-but', names: new Set([...set.names, ...names]) }
    : { kind: 'only', names: new Set([...set.names].filter(name => !names.includes(name))) }
}

export function withLabels(set: LabelSet, names: readonly string[]): LabelSet {
  if (names.length === 0) return set
  return set.kind === 'only'
    ? { kind: 'only', names: new Set([...set.names, ...names]) }
    : { kind: 'all-but', names: new Set([...set.names].filter(name => !names.includes(name))) }
}

/** What either may carry. */
export function union(a: LabelSet, b: LabelSet): LabelSet {
  if (a.kind === 'only') return withLabels(b, [...a.names])
  if (b.kind === 'only') return withLabels(a, [...b.names])
  return { kind: 'all-but', names: new Set([...a.names].filter(name => b.names.has(name))) }
}
