/**
 * A comment's text names people by id, `@[id]`, so that a name can change or be erased without touching the text.
 * Everything else in it is plain text.
 */
export type CommentPart =
  | { kind: 'text'; text: string }
  /** An address of the web; `text` is as it was written. */
  | { kind: 'link'; href: string; text: string }
  | { kind: 'mention'; userId: string }

/** What stands for a person in a comment's text. */
export function mentionToken(userId: string): string {
  return `@[${userId}]`
}

/** Ids of the people that a comment names, each once, in the order in which they appear. */
export function mentionedIn(body: string): string[] {
  return [...new Set([...body.matchAll(mention)].flatMap(([, id]) => id ?? []))]
}

/** A comment's text in pieces. Only http and https become links; markup stays text. */
export function commentParts(body: string): CommentPart[] {
  const parts: CommentPart[] = []
  let from = 0
  const textUntil = (end: number) => {
    if (end > from) parts.push({ kind: 'text', text: body.slice(from, end) })
  }
  for (const match of body.matchAll(special)) {
    const [found, userId] = match
    const text = userId === undefined ? withoutPunctuation(found) : found
    if (userId === undefined && !URL.canParse(text)) continue
    textUntil(match.index)
    parts.push(userId === undefined ? { kind: 'link', href: new URL(text).href, text } : { kind: 'mention', userId })
    from = match.index + text.length
  }
  textUntil(body.length)
  return parts
}

const mention = /@\[([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\]/g
const special = new RegExp(`${mention.source}|\\b[Hh][Tt][Tt][Pp][Ss]?://[^\\s<>"]+`, 'g')

/** An address without what ends the sentence around it; a closing bracket stays where it was opened inside. */
function withoutPunctuation(address: string): string {
  const trimmed = address.replace(/[.,;:!?…'»”’]+$/u, '')
  const bracket = ({ ')': '(', ']': '[', '}': '{' } as Record<string, string>)[trimmed.at(-1) ?? '']
  const isOpened = bracket === undefined || trimmed.includes(bracket)
  if (!isOpened) return withoutPunctuation(trimmed.slice(0, -1))
  return trimmed
}
