import type { Read, Tree } from './syntax/tree'

/** A kind of file that is written as a tree: told by what its tree holds, and read from it once for all checks. */
export interface TreeFormat<Document> {
  syntax: 'toml' | 'json' | 'yaml' | 'json or yaml'
  matches: (tree: Tree) => boolean
  read: (tree: Tree) => Read<Document>
  /** What names the kind of a file whose syntax is broken, for its report. */
  hint: RegExp
}

/** A kind of file with a syntax of its own. */
export interface TextFormat<Document> {
  syntax: 'text'
  matches: (text: string) => boolean
  read: (text: string) => Read<Document>
  /** Bytes that it may have, where it is more than of others. */
  maximumBytes?: number
}

export type Format<Document> = TreeFormat<Document> | TextFormat<Document>
