// A spreadsheet takes text that begins like this for a formula, and runs it.
const formulaStart = /^'*[=+\-@\t\r\n＝＋－＠]/

/** A text as it may stand in a cell of a spreadsheet: what would be run as a formula begins with an apostrophe. */
export function guardCell(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text
}

/** The text that `guardCell` was given. */
export function unguardCell(cell: string): string {
  return cell.startsWith("'") && formulaStart.test(cell) ? cell.slice(1) : cell
}
