import { parseTOML, ParseError, type AST } from 'toml-eslint-parser'
import { placesOf, type Place } from '../place'
import { deeperThan } from './depth'
import { treeLimits, type Read, type Tree, type TreeEntry } from './tree'

/** Tables that a file may have: the parser compares each header with those before it. */
const mostTables = 2_000

/** Reads TOML 1.0. */
export function readToml(text: string): Read<Tree> {
  const deep = deeperThan(text, treeLimits.depth)
  if (deep !== null) return { ok: false, problems: [{ place: placesOf(text)(deep), reason: 'too-deep' }] }
  if (hasTooManyTables(text)) return { ok: false, problems: [{ place: { line: 1, column: 1 }, reason: 'too-many-values' }] }
  try {
    // The parser loses a zero that is the last of a file.
    const [top] = parseTOML(`${text}\n`, { tomlVersion: '1.0' }).body
    const long = top.body.flatMap(node => [node, ...(node.type === 'TOMLTable' ? node.body : [])]).find(({ key }) => key.keys.length > treeLimits.depth)
    if (long) return { ok: false, problems: [{ place: placeOf(long), reason: 'too-deep' }] }
    const root = emptyMap({ line: 1, column: 1 })
    for (const node of top.body) {
      if (node.type === 'TOMLKeyValue') addPair(root, node)
      else {
        const table = tableAt(root, node.resolvedKey, placeOf(node))
        for (const pair of node.body) addPair(table, pair)
      }
    }
    return { ok: true, value: root }
  } catch (error) {
    if (!(error instanceof ParseError)) throw error
    const place = { line: error.lineNumber, column: error.column + 1 }
    return { ok: false, problems: [{ place, reason: 'syntax', values: { message: error.message } }] }
  }
}

function hasTooManyTables(text: string): boolean {
  return (text.match(/^[ \t]*\[/gm)?.length ?? 0) > mostTables
}

interface MutableMap {
  kind: 'map'
  place: Place
  entries: Map<string, TreeEntry>
}

interface MutableList {
  kind: 'list'
  place: Place
  items: Tree[]
}

const emptyMap = (place: Place): MutableMap => ({ kind: 'map', place, entries: new Map() })

function placeOf(node: AST.TOMLNode): Place {
  return { line: node.loc.start.line, column: node.loc.start.column + 1 }
}

/** The table of a header, made on the way; a number names the item of a list of tables. */
function tableAt(root: MutableMap, path: readonly (string | number)[], place: Place): MutableMap {
  let at: MutableMap | MutableList = root
  path.forEach((step, index) => {
    const next = typeof path[index + 1] === 'number' ? { kind: 'list' as const, place, items: [] } : emptyMap(place)
    if (at.kind === 'list') at = (at.items[Number(step)] ??= next) as MutableMap | MutableList
    else {
      const known: TreeEntry | undefined = at.entries.get(String(step))
      if (!known) at.entries.set(String(step), { place, value: next })
      at = (known?.value ?? next) as MutableMap | MutableList
    }
  })
  return at as MutableMap
}

function addPair(table: MutableMap, pair: AST.TOMLKeyValue): void {
  const keys = pair.key.keys.map(key => (key.type === 'TOMLBare' ? key.name : key.value))
  const last = keys.pop() ?? ''
  const place = placeOf(pair.key)
  tableAt(table, keys, place).entries.set(last, { place, value: treeOf(pair.value) })
}

function treeOf(node: AST.TOMLContentNode): Tree {
  const place = placeOf(node)
  if (node.type === 'TOMLArray') return { kind: 'list', place, items: node.elements.map(treeOf) }
  if (node.type === 'TOMLInlineTable') {
    const map = emptyMap(place)
    for (const pair of node.body) addPair(map, pair)
    return map
  }
  if (node.kind === 'string') return { kind: 'scalar', place, value: node.value, text: node.value }
  if (node.kind === 'boolean') return { kind: 'scalar', place, value: node.value, text: String(node.value) }
  if (node.kind === 'integer' || node.kind === 'float') return { kind: 'scalar', place, value: node.value, text: node.number }
  // A date means nothing to those who read this; it is kept as it was written.
  return { kind: 'scalar', place, value: node.datetime, text: node.datetime }
}
