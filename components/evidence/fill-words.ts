/** Puts values in place of `{name}` and its like; a word in braces without a value stays as it is. */
export function fillWords(pattern: string, values: Record<string, string | number>): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : whole))
}
