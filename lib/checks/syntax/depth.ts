/**
 * The offset where brackets nest deeper than `limit`, looked for before a parser that calls itself for each level; null where
 * they do not. Brackets inside strings count too: a file that nests so many is none that a person wrote.
 */
export function deeperThan(text: string, limit: number): number | null {
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === openingBracket || code === openingBrace) depth += 1
    else if (code === closingBracket || code === closingBrace) depth = Math.max(0, depth - 1)
    if (depth > limit) return at
  }
  return null
}

const openingBracket = 0x5b
const closingBracket = 0x5d
const openingBrace = 0x7b
const closingBrace = 0x7d
