import type { Format } from './format'
import { dockerfile } from './formats/dockerfile'
import { flyToml } from './formats/fly-toml'

/** Every kind of file that can be checked. The first that recognises a file reads it. */
export const formats = {
  dockerfile,
  'fly-toml': flyToml,
} as const

export type FormatId = keyof typeof formats
export type DocumentOf<Id extends FormatId> = (typeof formats)[Id] extends Format<infer Document> ? Document : never
