/** Puts values in place of `{name}` and its like; a word in braces without a value stays as it is. */
export function fillWords(pattern: string, values: Record<string, string | number>): string {
  const fill = (whole: string, name: string) => String(Object.hasOwn(values, name) ? values[name] : whole)
  return pattern.replace(/\{(\w+)\}/g, fill)
}
