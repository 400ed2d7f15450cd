/** How much of a text is shown beside its criterion. */
export const previewLimits = { bytes: 512_000, lines: 2000 }

/** The lines of the beginning of a text; `isWhole` where nothing was left out, here or by whoever read it. */
export function previewLines(text: string, isWhole: boolean): { lines: string[]; isWhole: boolean } {
  const all = text.split(/\r\n|\n|\r/)
  // What ends in a line break has no further line.
  if (isWhole && all.length > 1 && all.at(-1) === '') all.pop()
  const lines = all.slice(0, previewLimits.lines).map(withUnseen)
  return { lines, isWhole: isWhole && all.length <= previewLimits.lines }
}

// What reorders or hides letters, so that a reviewer would read something else than a machine does; and the
// escape of coloured logs.
const unseen = /[\x1b\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g

function withUnseen(line: string): string {
  return line.replace(unseen, character => `⟨U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`)
}
