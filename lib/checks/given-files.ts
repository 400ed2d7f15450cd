import type { Context } from './check'
import type { DocumentOf, FormatId } from './formats'
import type { Recognised } from './recognise'

/** The documents of those files that could be read, by kind, as checks ask for them. */
export function filesOf(files: readonly { name: string; read: Recognised | null }[]): Context['filesOf'] {
  return <Format extends FormatId>(format: Format) => files.flatMap(({ name, read }) =>
    (read && 'document' in read && read.format === format ? [{ name, document: read.document as DocumentOf<Format> }] : []))
}
