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
  return recogniseText(decode(bytes))
}

/** What the bytes of a file say, and how many they are; no text where they are not UTF-8. Null where they are no text at all. */
export type Decoded = { text: string | null; size: number } | null

/** Reads the bytes of a file as text, apart from all that follows: a file of 50 MB need not be kept beside its text. */
export function decode(bytes: Uint8Array): Decoded {
  return looksBinary(bytes) ? null : { text: textOf(bytes), size: bytes.length }
}

/** As `recognise`, of what was decoded. */
export function recogniseText(file: Decoded): Recognised | null {
  const problem = (reason: Unreadable['reason'], values: Unreadable['values'] = {}): Recognised =>
    ({ format: null, problems: [{ place: { line: 1, column: 1 }, reason, values }] })
  if (file === null) return null
  const { text, size } = file
  if (text === null) return problem('not-utf8')
  if (text.trim() === '') return problem('empty')

  for (const [id, format] of all) {
    if (format.syntax !== 'text' || !format.matches(text)) continue
    const limit = format.maximumBytes ?? ordinaryBytes
    if (size > limit) return { ...problem('too-large', { limit }), format: id }
    return finish(id, format.read(text))
  }
  if (size > ordinaryBytes) return problem('too-large', { limit: ordinaryBytes })

  const syntax = syntaxOf(text)
  const tree = readers[syntax](text)
  const candidates = all.flatMap(([id, format]) => (format.syntax !== 'text' && format.syntax.split(' or ').includes(syntax) ? [{ id, format }] : []))
  if (!tree.ok) {
    const named = candidates.find(({ format }) => format.hint.test(text))
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
function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
