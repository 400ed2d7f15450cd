import { failure, success, type Result } from './result'

/** What the first bytes of a file are: text, something with the usual extension of its kind, or neither. */
export type Content = { kind: 'text' } | { kind: 'binary'; extension: string } | { kind: 'unknown' }

/**
 * The media type of a file that is taken as evidence. The bytes decide; among texts, and among ZIP containers
 * whose first bytes do not say more, the extension of the name does. Failures: `type_not_accepted` for a kind
 * that is not taken, `wrong_type` for a name that says one thing and bytes that are another.
 */
export function judgeType(extension: string | null, content: Content): Result<string> {
  const found = content.kind === 'binary' ? content.extension : content.kind === 'text' ? 'txt' : 'bin'
  if (extension === null) {
    const mediaType = content.kind === 'text' ? 'text/plain' : binaryTypes.get(found)?.mediaType
    return mediaType === undefined ? failure('type_not_accepted', { values: { found } }) : success(mediaType)
  }
  const binary = binaryTypes.get(extension)
  const mediaType = binary?.mediaType ?? textTypes.get(extension)
  if (mediaType === undefined) return failure('type_not_accepted', { values: { found: extension } })
  const agrees = binary ? content.kind === 'binary' && binary.contents.includes(found) : content.kind === 'text'
  return agrees ? success(mediaType) : failure('wrong_type', { values: { extension, found } })
}

/** How a file can be shown beside its criterion without anything in it being run; null where it cannot. */
export function previewOf(mediaType: string): 'text' | 'image' | 'pdf' | null {
  if (isText(mediaType)) return 'text'
  if (mediaType === 'application/pdf') return 'pdf'
  return rasterTypes.includes(mediaType) ? 'image' : null
}

/** Media types that are text, and so are sent with their character set; a drawing or a page is text here too. */
export function isText(mediaType: string): boolean {
  return textMediaTypes.includes(mediaType)
}

const rasterTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/gif']

interface BinaryType {
  mediaType: string
  /** What the bytes may be found to be. */
  contents: readonly string[]
}

const office = 'application/vnd.openxmlformats-officedocument'
const openDocument = 'application/vnd.oasis.opendocument'
const documents = ['docx', 'xlsx', 'pptx', 'odt', 'ods']

const binaryTypes: ReadonlyMap<string, BinaryType> = new Map([
  ['pdf', { mediaType: 'application/pdf', contents: ['pdf'] }],
  ['png', { mediaType: 'image/png', contents: ['png', 'apng'] }],
  ['jpg', { mediaType: 'image/jpeg', contents: ['jpg'] }],
  ['jpeg', { mediaType: 'image/jpeg', contents: ['jpg'] }],
  ['webp', { mediaType: 'image/webp', contents: ['webp'] }],
  ['gif', { mediaType: 'image/gif', contents: ['gif'] }],
  ['docx', { mediaType: `${office}.wordprocessingml.document`, contents: ['docx', 'zip'] }],
  ['xlsx', { mediaType: `${office}.spreadsheetml.sheet`, contents: ['xlsx', 'zip'] }],
  ['pptx', { mediaType: `${office}.presentationml.presentation`, contents: ['pptx', 'zip'] }],
  ['odt', { mediaType: `${openDocument}.text`, contents: ['odt', 'zip'] }],
  ['ods', { mediaType: `${openDocument}.spreadsheet`, contents: ['ods', 'zip'] }],
  ['zip', { mediaType: 'application/zip', contents: ['zip', ...documents] }],
  ['gz', { mediaType: 'application/gzip', contents: ['gz', 'tar.gz'] }],
  ['tgz', { mediaType: 'application/gzip', contents: ['gz', 'tar.gz'] }],
])

// Only what a double click does not run: no .js, .bat, .ps1, .hta, .url and their like.
const plain = [
  'txt', 'text', 'log', 'out', 'conf', 'cfg', 'cnf', 'ini', 'properties', 'rules', 'prom', 'promql', 'tf', 'hcl',
  'rego', 'sql', 'diff', 'patch', 'service', 'lock', 'rst', 'adoc',
]

const textTypes: ReadonlyMap<string, string> = new Map([
  ...plain.map(extension => [extension, 'text/plain'] as const),
  ['json', 'application/json'],
  ['har', 'application/json'],
  ['sarif', 'application/sarif+json'],
  ['jsonl', 'application/x-ndjson'],
  ['ndjson', 'application/x-ndjson'],
  ['yaml', 'application/yaml'],
  ['yml', 'application/yaml'],
  ['toml', 'application/toml'],
  ['md', 'text/markdown'],
  ['csv', 'text/csv'],
  ['tsv', 'text/tab-separated-values'],
  ['xml', 'application/xml'],
  ['html', 'text/html'],
  ['htm', 'text/html'],
  ['svg', 'image/svg+xml'],
])

/** The media types of `isText`. */
export const textMediaTypes: readonly string[] = [...new Set(textTypes.values())]
