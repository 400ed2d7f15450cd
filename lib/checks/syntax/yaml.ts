import { boolCoreTag, floatCoreTag, intCoreTag, NOT_RESOLVED, nullCoreTag } from 'js-yaml'
import { placesOf, type Place } from '../place'
import { treeLimits, type Read, type Tree, type TreeEntry, type TreeScalar, type Unreadable } from './tree'
import { Doubt, readEvents } from './yaml-events'
import { readNodes } from './yaml-nodes'

/** What a parser comes upon, in the order of the text; `at` is the offset where it stands, without its anchor and its tag. */
export type Step =
  | { kind: 'map' | 'list'; at: number; anchor: string }
  | { kind: 'scalar'; at: number; anchor: string; text: string; isPlain: boolean; tag: string }
  | { kind: 'alias'; at: number; name: string }
  /** Of the map or list that began last. */
  | { kind: 'end' }

/** What a parser makes of a text: the steps of its one document, or why it is none; `at` is an offset. */
export type Parsed = { ok: true; steps: Iterable<Step> } | { ok: false; at: number; reason: Unreadable['reason']; values?: Unreadable['values'] }

const mostAliases = 1_000

/**
 * Reads one document of YAML 1.2. An alias stands for what it names, and counts as often as it is used; one that
 * names what it stands in is refused, as are keys that stand twice. Merge keys are merged.
 */
export function readYaml(text: string): Read<Tree> {
  const place = placesOf(text)
  try {
    return treeOf(readEvents(text), place)
  } catch (error) {
    // That parser is several times as fast as the other, which decides.
    if (error instanceof Doubt) return treeOf(readNodes(text), place)
    throw error
  }
}

function treeOf(parsed: Parsed, place: (offset: number) => Place): Read<Tree> {
  if (!parsed.ok) return { ok: false, problems: [{ place: place(parsed.at), reason: parsed.reason, values: parsed.values ?? {} }] }
  try {
    return { ok: true, value: new Reader(parsed.steps[Symbol.iterator](), place).document() }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problems: [error.problem] }
    throw error
  }
}

class Refusal extends Error {
  constructor(readonly problem: Unreadable) {
    super(problem.reason)
  }
}

/** What an anchor names, and what one use of it counts for. */
interface Anchored {
  tree: Tree
  values: number
  aliases: number
  height: number
}

/** Builds a tree of steps, within what a file may hold. */
class Reader {
  private values = 0
  private aliases = 0
  private deepest = 0
  /** By name; null while what it names is being read. */
  private readonly anchors = new Map<string, Anchored | null>()

  constructor(private readonly steps: Iterator<Step>, private readonly place: (offset: number) => Place) {}

  document(): Tree {
    return this.read(this.next(), 0)
  }

  private next(): Step {
    const { value, done } = this.steps.next()
    return done ? { kind: 'end' } : value
  }

  private read(step: Step, depth: number): Tree {
    if (step.kind === 'end') throw new RangeError('a node ends before it begins')
    if (step.kind === 'alias') return this.named(step, depth)
    if (step.anchor === '') return this.node(step, depth)
    const { values, aliases, deepest } = this
    this.deepest = depth
    this.anchors.set(step.anchor, null)
    const tree = this.node(step, depth)
    this.anchors.set(step.anchor, { tree, values: this.values - values, aliases: this.aliases - aliases, height: this.deepest - depth })
    this.deepest = Math.max(this.deepest, deepest)
    return tree
  }

  private named({ at, name }: Extract<Step, { kind: 'alias' }>, depth: number): Tree {
    const named = this.anchors.get(name)
    if (named === undefined) return this.refuse(this.place(at), 'undefined-alias', { alias: name })
    if (named === null) return this.refuse(this.place(at), 'cycle')
    this.aliases += 1 + named.aliases
    if (this.aliases > mostAliases) this.refuse(this.place(at), 'too-many-aliases')
    this.count(named.values, depth + named.height, this.place(at))
    return named.tree
  }

  private node(step: Exclude<Step, { kind: 'alias' | 'end' }>, depth: number): Tree {
    const place = this.place(step.at)
    this.count(1, depth, place)
    if (step.kind !== 'scalar') return step.kind === 'list' ? this.list(place, depth) : this.map(place, depth)
    const { text, tag, isPlain } = step
    return { kind: 'scalar', place, value: valueOf(text, tag, isPlain), text, ...(isPlain ? {} : { quoted: true }) }
  }

  private count(values: number, depth: number, place: Place): void {
    this.values += values
    this.deepest = Math.max(this.deepest, depth)
    if (depth > treeLimits.depth) this.refuse(place, 'too-deep')
    if (this.values > treeLimits.values) this.refuse(place, 'too-many-values')
  }

  private list(place: Place, depth: number): Tree {
    const items: Tree[] = []
    for (let step = this.next(); step.kind !== 'end'; step = this.next()) items.push(this.read(step, depth + 1))
    return { kind: 'list', place, items }
  }

  private map(place: Place, depth: number): Tree {
    const entries = new Map<string, TreeEntry>()
    /** Keys that only a merge brought, so far; null before the first merge. */
    let merged: Set<string> | null = null
    for (let step = this.next(); step.kind !== 'end'; step = this.next()) {
      const key = this.read(step, depth + 1)
      // A key is no value of its own.
      this.values -= 1
      const name = step.kind === 'scalar' ? step.text : ''
      const isMerge = name === '<<' && step.kind === 'scalar' && step.isPlain
      if (isMerge ? merged : step.kind === 'scalar' && entries.has(name) && !merged?.has(name))
        this.refuse(key.place, 'duplicate-key', { key: name })
      const value = this.read(this.next(), depth + 1)
      if (isMerge) merged = this.merge(entries, value)
      else {
        merged?.delete(name)
        entries.set(name, { place: key.place, value })
      }
    }
    return { kind: 'map', place, entries }
  }

  /** What stands in the map itself goes before what is merged into it. Gives the keys that were not there. */
  private merge(entries: Map<string, TreeEntry>, value: Tree): Set<string> {
    const merged = new Set<string>()
    for (const map of value.kind === 'list' ? value.items : [value]) {
      if (map.kind !== 'map') this.refuse(map.place, 'shape', { expected: '{…}', found: map.kind === 'list' ? '[…]' : map.text.slice(0, 40) })
      for (const [key, entry] of map.entries) {
        if (entries.has(key)) continue
        entries.set(key, entry)
        merged.add(key)
      }
    }
    return merged
  }

  private refuse(place: Place, reason: Unreadable['reason'], values: Unreadable['values'] = {}): never {
    throw new Refusal({ place, reason, values })
  }
}

const coreTags = { null: nullCoreTag, bool: boolCoreTag, int: intCoreTag, float: floatCoreTag } as const

/** By the first letter of what they may fit: most texts begin with none of these. */
const tagsByLetter = Map.groupBy(
  Object.values(coreTags).flatMap(tag => (tag.implicitFirstChars ?? []).map(letter => ({ letter, tag }))), ({ letter }) => letter,
)

/** The value of a scalar by the core schema of YAML 1.2; text where it is in quotes, or where its tag is none that fits. */
function valueOf(text: string, tag: string, isPlain: boolean): TreeScalar['value'] {
  if (tag !== '') {
    const name = /^(?:!!|!<tag:yaml\.org,2002:|tag:yaml\.org,2002:)(null|bool|int|float)>?$/.exec(tag)?.[1] as keyof typeof coreTags | undefined
    const value = name ? coreTags[name].resolve(text, true, tag) : NOT_RESOLVED
    return value === NOT_RESOLVED ? text : value
  }
  if (!isPlain) return text
  for (const { tag: { resolve, tagName } } of tagsByLetter.get(text.charAt(0)) ?? []) {
    const value = resolve(text, false, tagName)
    if (value !== NOT_RESOLVED) return value
  }
  return text
}
