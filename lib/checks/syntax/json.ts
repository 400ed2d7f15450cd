import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser'
import { placesOf, type Place } from '../place'
import { deeperThan } from './depth'
import { treeLimits, type Read, type Tree, type TreeEntry, type Unreadable } from './tree'

/** Reads JSON as RFC 8259 has it: no comments, no trailing commas, and no key twice. */
export function readJson(text: string): Read<Tree> {
  const deep = deeperThan(text, treeLimits.depth)
  const place = placesOf(text)
  if (deep !== null) return { ok: false, problems: [{ place: place(deep), reason: 'too-deep' }] }
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false })
  const [first] = errors
  if (first || !root) {
    const message = first ? printParseErrorCode(first.error) : 'ValueExpected'
    return { ok: false, problems: [{ place: place(first?.offset ?? 0), reason: 'syntax', values: { message } }] }
  }
  const problems: Unreadable[] = []
  const value = treeOf(root, text, place, problems)
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value }
}

function treeOf(node: Node, text: string, place: (offset: number) => Place, problems: Unreadable[]): Tree {
  const at = place(node.offset)
  if (node.type === 'array') return { kind: 'list', place: at, items: (node.children ?? []).map(child => treeOf(child, text, place, problems)) }
  if (node.type === 'object') {
    const entries = new Map<string, TreeEntry>()
    for (const { children: [key, value] = [] } of node.children ?? []) {
      if (!key || !value) continue
      const name = String(key.value)
      if (entries.has(name)) problems.push({ place: place(key.offset), reason: 'duplicate-key', values: { key: name } })
      entries.set(name, { place: place(key.offset), value: treeOf(value, text, place, problems) })
    }
    return { kind: 'map', place: at, entries }
  }
  const raw = node.type === 'string' ? String(node.value) : text.slice(node.offset, node.offset + node.length)
  return { kind: 'scalar', place: at, value: node.value as string | number | boolean | null, text: raw }
}
