import { isAlias, isMap, isPair, isScalar, isSeq, parseAllDocuments, type Document, type Node } from 'yaml'
import { placesOf, type Place } from '../place'
import { deeperThan } from './depth'
import { treeLimits, type Read, type Tree, type TreeEntry, type Unreadable } from './tree'

const mostAliases = 1_000

/**
 * Reads one document of YAML 1.2. An alias stands for what it names, and counts as often as it is used; one that
 * names what it stands in is refused, as are keys that stand twice. Merge keys are merged.
 */
export function readYaml(text: string): Read<Tree> {
  const deep = deeperThan(text, treeLimits.depth, '[{', ']}')
  if (deep) return { ok: false, problems: [{ place: deep, reason: 'too-deep' }] }
  const documents = composed(text)
  if (!documents) return { ok: false, problems: [{ place: { line: 1, column: 1 }, reason: 'too-deep' }] }
  const [document, second] = documents
  if (!document?.contents) return { ok: false, problems: [{ place: { line: 1, column: 1 }, reason: 'empty' }] }
  const place = placesOf(text)
  if (second) return { ok: false, problems: [{ place: place(second.range[0]), reason: 'shape', values: { expected: '1', found: documents.length } }] }
  const [error] = document.errors
  if (error) {
    const reason = error.code === 'DUPLICATE_KEY' ? 'duplicate-key' : 'syntax'
    return { ok: false, problems: [{ place: place(error.pos[0]), reason, values: { message: error.message, key: keyAt(text, error.pos[0]) } }] }
  }
  const reader = new Reader(document, place)
  const value = reader.read(document.contents, 0)
  return reader.problem ? { ok: false, problems: [reader.problem] } : { ok: true, value }
}

/** The key that begins there, as it is written. */
function keyAt(text: string, at: number): string {
  return /^(?:"[^"\n]*"|'[^'\n]*'|[^\s:,{}#"']*)/.exec(text.slice(at, at + 200))?.[0] ?? ''
}

/** Null where it nests so deep that the parser, which calls itself for each level, ran out of stack. */
function composed(text: string): Document.Parsed[] | null {
  try {
    const documents = parseAllDocuments(text, { merge: true, uniqueKeys: true, prettyErrors: false })
    return Array.isArray(documents) ? documents : []
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

class Reader {
  problem: Unreadable | null = null
  private values = 0
  private aliases = 0
  private readonly open = new Set<Node>()

  constructor(private readonly document: Document.Parsed, private readonly place: (offset: number) => Place) {}

  read(node: Node | null, depth: number): Tree {
    const at = this.place(node?.range?.[0] ?? 0)
    const nothing: Tree = { kind: 'scalar', place: at, value: null, text: '' }
    if (node === null || this.problem) return nothing
    this.values += 1
    if (depth > treeLimits.depth) return this.refuse(at, 'too-deep')
    if (this.values > treeLimits.values) return this.refuse(at, 'too-many-values')
    if (isAlias(node)) {
      this.aliases += 1
      if (this.aliases > mostAliases) return this.refuse(at, 'too-many-aliases')
      const named = node.resolve(this.document)
      return named ? this.read(named, depth + 1) : this.refuse(at, 'undefined-alias', { alias: node.source })
    }
    if (this.open.has(node)) return this.refuse(at, 'cycle')
    this.open.add(node)
    const tree = this.readNode(node, at, depth)
    this.open.delete(node)
    return tree
  }

  private readNode(node: Node, at: Place, depth: number): Tree {
    if (isSeq<Node>(node)) return { kind: 'list', place: at, items: node.items.map(item => this.read(item, depth + 1)) }
    if (isScalar(node)) {
      const value = node.value as string | number | bigint | boolean | null
      const text = typeof value === 'string' ? value : node.source ?? String(value)
      return { kind: 'scalar', place: at, value, text, ...(node.type === 'PLAIN' ? {} : { quoted: true }) }
    }
    const entries = new Map<string, TreeEntry>()
    if (isMap<Node, Node | null>(node))
      for (const pair of node.items) {
        if (!isPair(pair)) continue
        const name = isScalar(pair.key) ? String(pair.key.source ?? pair.key.value) : ''
        const place = this.place(pair.key.range?.[0] ?? 0)
        if (name === '<<') this.merge(entries, this.read(pair.value, depth + 1))
        else entries.set(name, { place, value: this.read(pair.value, depth + 1) })
      }
    return { kind: 'map', place: at, entries }
  }

  /** What stands in the map itself goes before what is merged into it. */
  private merge(entries: Map<string, TreeEntry>, merged: Tree): void {
    for (const map of merged.kind === 'list' ? merged.items : [merged]) {
      if (map.kind !== 'map') this.refuse(map.place, 'shape', { expected: '{…}', found: map.kind === 'list' ? '[…]' : map.text.slice(0, 40) })
      else for (const [key, entry] of map.entries) if (!entries.has(key)) entries.set(key, entry)
    }
  }

  private refuse(place: Place, reason: Unreadable['reason'], values: Unreadable['values'] = {}): Tree {
    this.problem ??= { place, reason, values }
    return { kind: 'scalar', place, value: null, text: '' }
  }
}
