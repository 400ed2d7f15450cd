import { isAlias, isMap, isScalar, isSeq, parseAllDocuments, type Document, type Node } from 'yaml'
import { deeperThan } from './depth'
import { treeLimits } from './tree'
import type { Parsed, Step } from './yaml'

/** Reads YAML by the nodes of `yaml`, which says well what is wrong with a text. */
export function readNodes(text: string): Parsed {
  const deep = deeperThan(text, treeLimits.depth)
  const documents = deep === null ? composed(text) : null
  if (!documents) return { ok: false, at: deep ?? 0, reason: 'too-deep' }
  const [document, second] = documents
  if (!document?.contents) return { ok: false, at: 0, reason: 'empty' }
  if (second) return { ok: false, at: second.range[0], reason: 'shape', values: { expected: '1', found: documents.length } }
  const [error] = document.errors
  if (error) return { ok: false, at: error.pos[0], reason: 'syntax', values: { message: error.message } }
  const steps: Step[] = []
  addSteps(steps, document.contents, 0)
  return { ok: true, steps }
}

/** Null where it nests so deep that the parser, which calls itself for each level, ran out of stack. */
function composed(text: string): Document.Parsed[] | null {
  try {
    // Keys are compared by who builds the tree: here each would be compared with all before it.
    const documents = parseAllDocuments(text, { merge: true, uniqueKeys: false, prettyErrors: false })
    return Array.isArray(documents) ? documents : []
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** All at once: so the nodes, which are several times as large, need not be kept while the tree is built. */
function addSteps(steps: Step[], node: Node | null, before: number): void {
  const at = node?.range?.[0] ?? before
  if (isAlias(node)) steps.push({ kind: 'alias', at, name: node.source })
  else if (isSeq<Node>(node)) {
    steps.push({ kind: 'list', at, anchor: node.anchor ?? '' })
    for (const item of node.items) addSteps(steps, item, at)
    steps.push({ kind: 'end' })
  } else if (isMap<Node, Node | null>(node)) {
    steps.push({ kind: 'map', at, anchor: node.anchor ?? '' })
    for (const { key, value } of node.items) {
      addSteps(steps, key, at)
      addSteps(steps, value, key.range?.[1] ?? at)
    }
    steps.push({ kind: 'end' })
  } else if (isScalar(node))
    steps.push({ kind: 'scalar', at, anchor: node.anchor ?? '', text: node.source ?? '', isPlain: node.type === 'PLAIN', tag: node.tag ?? '' })
  else steps.push({ kind: 'scalar', at, anchor: '', text: '', isPlain: true, tag: '' })
}
