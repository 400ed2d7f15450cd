export type TokenKind =
  | 'text' | 'left' | 'right' | 'space' | 'identifier' | 'keyword' | 'field' | 'variable' | 'dot' | 'bool' | 'number' | 'character'
  | 'string' | 'raw string' | 'declare' | 'assign' | 'pipe' | '(' | ')' | 'other' | 'end' | 'error'

export interface Token {
  kind: TokenKind
  /** As it is written; of an error what it is. */
  text: string
}

const keywords = new Set(['block', 'break', 'continue', 'define', 'else', 'end', 'if', 'range', 'nil', 'template', 'with'])

/** Splits a template as Go 1.19 does (golang/go, `src/text/template/parse/lex.go`); what it cannot ends in an `error`. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  for (;;) {
    const left = text.indexOf('{{', at)
    const before = left < 0 ? text.slice(at) : text.slice(at, left)
    const shown = left >= 0 && isLeftTrim(text, left + 2) ? before.trimEnd() : before
    if (shown !== '') tokens.push({ kind: 'text', text: shown })
    if (left < 0) return [...tokens, { kind: 'end', text: '' }]
    const start = left + 2 + (isLeftTrim(text, left + 2) ? 2 : 0)
    const end = text.startsWith('/*', start) ? commentAt(text, start, tokens) : actionAt(text, start, tokens)
    if (end === null) return tokens
    at = end
  }
}

function isLeftTrim(text: string, at: number): boolean {
  return text[at] === '-' && isSpace(text[at + 1])
}

function isSpace(character: string | undefined): boolean {
  return character !== undefined && ' \t\r\n'.includes(character)
}

/** Where the text goes on behind a closing `}}`; behind ` -}}` its space is left out. Null where none stands there. */
function closing(text: string, at: number): number | null {
  if (text.startsWith('}}', at)) return at + 2
  if (!isSpace(text[at]) || !text.startsWith('-}}', at + 1)) return null
  let after = at + 4
  while (isSpace(text[after])) after += 1
  return after
}

function commentAt(text: string, start: number, tokens: Token[]): number | null {
  const end = text.indexOf('*/', start + 2)
  const after = end < 0 ? null : closing(text, end + 2)
  if (after === null) tokens.push({ kind: 'error', text: end < 0 ? 'unclosed comment' : 'comment ends before closing delimiter' })
  return after
}

const patterns: readonly (readonly [TokenKind, RegExp])[] = [
  ['declare', /:=/y],
  ['assign', /=/y],
  ['pipe', /\|/y],
  ['string', /"(?:\\[^\n]|[^"\\\n])*"/y],
  ['raw string', /`[^`]*`/y],
  ['character', /'(?:\\[^\n]|[^'\\\n])*'/y],
  ['variable', /\$[\p{L}\p{Nd}_]*/uy],
  ['field', /\.(?![0-9])[\p{L}\p{Nd}_]+/uy],
  ['dot', /\.(?![0-9])/y],
  ['number', /[+-]?(?:0[xX][0-9a-fA-F_]*(?:\.[0-9a-fA-F_]*)?(?:[pP][+-]?[0-9_]*)?|0[oO][0-7_]*(?:\.[0-7_]*)?|0[bB][01_]*(?:\.[01_]*)?|[0-9_]*(?:\.[0-9_]*)?(?:[eE][+-]?[0-9_]*)?)i?/y],
  ['identifier', /[\p{L}\p{Nd}_]+/uy],
  ['other', /[!-~]/y],
]

/** Reads one action; gives where the text goes on, null where it ends in an error. */
function actionAt(text: string, start: number, tokens: Token[]): number | null {
  tokens.push({ kind: 'left', text: '{{' })
  let depth = 0
  for (let at = start; ;) {
    const after = closing(text, at)
    if (after !== null) {
      tokens.push(depth === 0 ? { kind: 'right', text: '}}' } : { kind: 'error', text: 'unclosed left paren' })
      return depth === 0 ? after : null
    }
    const token = tokenAt(text, at)
    if (token.kind === '(') depth += 1
    if (token.kind === ')') depth -= 1
    tokens.push(depth < 0 ? { kind: 'error', text: 'unexpected right paren' } : token)
    if (depth < 0 || token.kind === 'error') return null
    at += token.text.length
  }
}

function tokenAt(text: string, at: number): Token {
  const first = text[at]
  if (first === undefined) return { kind: 'error', text: 'unclosed action' }
  if (isSpace(first)) return { kind: 'space', text: spaceAt(text, at) }
  if (first === '(' || first === ')') return { kind: first, text: first }
  if (first === ':' && text[at + 1] !== '=') return { kind: 'error', text: 'expected :=' }
  for (const [kind, pattern] of patterns) {
    if (kind === 'number' && !/[+\-.0-9]/.test(first)) continue
    if (kind === 'other' && '"`\''.includes(first)) break
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0]
    if (found) return tokenOf(kind, found, text, at + found.length)
  }
  return { kind: 'error', text: '"`\''.includes(first) ? 'unterminated quoted string' : `unrecognized character in action: ${first}` }
}

/** A space before `-}}` belongs to it. */
function spaceAt(text: string, at: number): string {
  let end = at
  while (isSpace(text[end])) end += 1
  return text.slice(at, text.startsWith('-}}', end) && end > at + 1 ? end - 1 : end)
}

function tokenOf(kind: TokenKind, found: string, text: string, end: number): Token {
  if (kind === 'number') {
    if (/[\p{L}\p{Nd}_]/u.test(text[end] ?? '') || /[+-]/.test(text[end] ?? '')) return { kind: 'error', text: `bad number syntax: "${found}"` }
    return { kind, text: found }
  }
  const ends = text[end] === undefined || isSpace(text[end]) || '.,|:)('.includes(text[end] ?? '') || text.startsWith('}}', end)
  if ((kind === 'identifier' || kind === 'field' || kind === 'variable' || kind === 'dot') && !ends)
    return { kind: 'error', text: `bad character ${text[end] ?? ''}` }
  if (kind !== 'identifier') return { kind, text: found }
  return { kind: keywords.has(found) ? 'keyword' : found === 'true' || found === 'false' ? 'bool' : 'identifier', text: found }
}
