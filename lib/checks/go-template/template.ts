/** Why a text is no template of Go's text/template; null where it is one. */
export function problemOfTemplate(text: string): string | null {
  return text.includes('{{') && !text.includes('}}') ? 'unclosed action' : null
}
