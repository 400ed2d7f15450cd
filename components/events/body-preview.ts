/** Characters of a body that are shown at most: a change by hand takes a few hundred, an import some 200,000. */
const maximum = 4000
const beginning = 1200

export interface BodyPreview {
  text: string
  /** Bytes of the whole as it was hashed, where the text is only its beginning. */
  bytes: number | null
}

/** One side of an event as indented JSON; of a long one the first lines and its size. */
export function bodyPreview(side: unknown): BodyPreview {
  const text = JSON.stringify(side, null, 2)
  if (text.length <= maximum) return { text, bytes: null }
  const cut = text.slice(0, beginning)
  const lastLine = cut.lastIndexOf('\n')
  return {
    text: `${lastLine > 0 ? cut.slice(0, lastLine) : cut.toWellFormed()}\n…`,
    bytes: new TextEncoder().encode(JSON.stringify(side)).length,
  }
}
