/**
 * The offset where brackets nest deeper than `limit`, looked for before a parser that calls itself for each level; null where
 * they do not. Brackets inside strings count too: a file that nests so many is none that a person wrote.
 */
export function deeperThan(text: string, limit: number, opening: string, closing: string): number | null {
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? ''
    if (opening.includes(character)) depth += 1
    else if (closing.includes(character)) depth = Math.max(0, depth - 1)
    if (depth > limit) return at
  }
  return null
}
