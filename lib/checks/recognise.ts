import type { Format } from './format'
import { formats, type FormatId } from './formats'
import { readJson } from './syntax/json'
import { readToml } from './syntax/toml'
import type { Read, Tree, Unreadable } from './syntax/tree'
import { readYaml } from './syntax/yaml'

/** A file that was told and read, or why it was not. */
export type Recognised =
  | { format: FormatId; document: unknown }
  | { format: FormatId | null; problems: readonly Unreadable[] }

const ordinaryBytes = 16 * 1024 * 1024
const all = Object.entries(formats) as [FormatId, Format<unknown>][]

/**
 * Tells what a file is from its content and reads it. Null where it is none of the kinds that can be checked, such
 * as a picture or a document.
 */
export function recognise(bytes: Uint8Array): Recognised | null {
  const problem = (reason: Unreadable['reason'], values: Unreadable['values'] = {}): Recognised =>
    ({ format: null, problems: [{ place: { line: 1, column: 1 }, reason, values }] })
  if (looksBinary(bytes)) return null
  const decoded = decode(bytes)
  if (decoded === null) return problem('not-utf8')
  if (decoded.trim() === '') return problem('empty')

  for (const [id, format] of all) {
    if (format.syntax !== 'text' || !format.matches(decoded)) continue
    const limit = format.maximumBytes ?? ordinaryBytes
    if (bytes.length > limit) return { ...problem('too-large', { limit }), format: id }
    return finish(id, format.read(decoded))
  }
  if (bytes.length > ordinaryBytes) return problem('too-large', { limit: ordinaryBytes })

  const syntax = syntaxOf(decoded)
  const tree = readers[syntax](decoded)
  const candidates = all.flatMap(([id, format]) => (format.syntax !== 'text' && format.syntax.split(' or ').includes(syntax) ? [{ id, format }] : []))
  if (!tree.ok) {
    const named = candidates.find(({ format }) => format.hint.test(decoded))
    return named ? { format: named.id, problems: tree.problems } : null
  }
  const found = candidates.find(({ format }) => format.matches(tree.value))
  return found ? finish(found.id, found.format.read(tree.value)) : null
}

const readers: Record<'toml' | 'json' | 'yaml', (text: string) => Read<Tree>> = { toml: readToml, json: readJson, yaml: readYaml }

function finish(format: FormatId, read: Read<unknown>): Recognised {
  return read.ok ? { format, document: read.value } : { format, problems: read.problems }
}

/** The syntax that the first line which says something is of. */
function syntaxOf(text: string): 'toml' | 'json' | 'yaml' {
  const first = text.split('\n', 200).map(line => line.trim()).find(line => line !== '' && !line.startsWith('#')) ?? ''
  if (/^[[{]/.test(first) && !/^\[{1,2}\s*[\w."'-]+(\s*\.\s*[\w."'-]+)*\s*\]{1,2}\s*(#.*)?$/.test(first)) return 'json'
  return /^\[|^[\w."'-]+(\s*\.\s*[\w."'-]+)*\s*=/.test(first) ? 'toml' : 'yaml'
}

function looksBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 8_192).includes(0)
}

/** Text without its byte order mark; null where it is no UTF-8. */
function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
