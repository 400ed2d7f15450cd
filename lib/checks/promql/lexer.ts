import { ExpressionFailure } from './failure'

export type TokenKind =
  | 'identifier' | 'metric identifier' | 'number' | 'duration' | 'string' | 'keyword' | 'operator' | 'aggregator' | 'symbol'
  | 'end of input'

export interface Token {
  kind: TokenKind
  /** Keywords, operators and aggregators in lower case, all else as it is written. */
  text: string
  written: string
  offset: number
}

const keywords = new Set(['offset', 'by', 'without', 'on', 'ignoring', 'group_left', 'group_right', 'bool', 'start', 'end'])
const wordOperators = new Set(['and', 'or', 'unless', 'atan2'])
const aggregators = new Set([
  'sum', 'avg', 'count', 'min', 'max', 'group', 'stddev', 'stdvar', 'topk', 'bottomk', 'count_values', 'quantile',
])
const numberWords = new Set(['inf', 'nan'])

/**
 * Splits an expression as Prometheus 2.42 does (prometheus/prometheus, `promql/parser/lex.go`); throws an
 * `ExpressionFailure` where it cannot. What is written between braces are names, never keywords, and what follows a
 * bracket is a duration.
 */
export class Lexer {
  private at = 0
  private parentheses = 0
  private inBraces = false
  private inBrackets = false
  private sawColon = false
  private afterBracket = false

  constructor(private readonly text: string) {}

  next(): Token {
    if (this.afterBracket) {
      this.afterBracket = false
      this.skip(/[ \t\r\n]*/y)
      return this.rangeDuration()
    }
    this.skip(/(?:[ \t\r\n]+|#[^\r\n]*)*/y)
    const first = this.text[this.at]
    if (first === undefined) return this.end()
    if (first === '"' || first === "'") return this.quoted(first)
    if (first === '`') return this.raw()
    return this.inBraces ? this.insideBraces(first) : this.statement(first)
  }

  private end(): Token {
    if (this.inBraces) this.fail('unexpected end of input inside braces')
    if (this.parentheses !== 0) this.fail('unclosed left parenthesis')
    if (this.inBrackets) this.fail('unclosed left bracket')
    return this.take('end of input', 0)
  }

  private insideBraces(first: string): Token {
    const name = this.match(/[A-Za-z_][A-Za-z0-9_]*/y)
    if (name) return this.take('identifier', name.length)
    const symbol = this.match(/=~|!~|!=|[=,}]/y)
    if (symbol === '}') this.inBraces = false
    if (symbol) return this.take('symbol', symbol.length)
    return this.fail(`unexpected character inside braces: '${first}'`)
  }

  private statement(first: string): Token {
    const operator = this.match(/==|!=|<=|>=|[*/%+^<>-]/y)
    if (operator) return this.take('operator', operator.length)
    if (this.match(/\.?[0-9]/y)) return this.numberOrDuration()
    if (this.match(/[A-Za-z_:]/y)) return this.inBrackets ? this.colon(first) : this.word()
    this.bracket(first)
    return '(){[],@='.includes(first) && !this.text.startsWith('=~', this.at)
      ? this.take('symbol', 1)
      : this.fail(`unexpected character: '${first}'`)
  }

  private bracket(first: string): void {
    if (first === '(') this.parentheses += 1
    else if (first === ')') {
      this.parentheses -= 1
      if (this.parentheses < 0) this.fail("unexpected right parenthesis ')'")
    } else if (first === '{') this.inBraces = true
    else if (first === '[') {
      if (this.inBrackets) this.fail("unexpected left bracket '['")
      this.inBrackets = true
      this.afterBracket = true
      this.sawColon = false
    } else if (first === ']') {
      if (!this.inBrackets) this.fail("unexpected right bracket ']'")
      this.inBrackets = false
    }
  }

  /** Inside brackets only one colon may stand beside durations. */
  private colon(first: string): Token {
    if (first !== ':') this.fail(`unexpected character: '${first}', expected ':'`)
    if (this.sawColon) this.fail("unexpected colon ':'")
    this.sawColon = true
    return this.take('symbol', 1)
  }

  private word(): Token {
    const word = this.match(/[A-Za-z0-9_:]+/y) ?? ''
    const lower = word.toLowerCase()
    const kind = keywords.has(lower) ? 'keyword' : wordOperators.has(lower) ? 'operator' : aggregators.has(lower) ? 'aggregator' : null
    if (kind) return { ...this.take(kind, word.length), text: lower }
    if (numberWords.has(lower)) return this.take('number', word.length)
    return this.take(word.includes(':') ? 'metric identifier' : 'identifier', word.length)
  }

  private numberOrDuration(): Token {
    const number = this.number()
    if (!this.continues(number)) return this.take('number', number.length)
    const duration = number + this.unitsAfter(number.length)
    return duration === number || this.continues(duration)
      ? this.fail(`bad number or duration syntax: "${duration}"`)
      : this.take('duration', duration.length)
  }

  private rangeDuration(): Token {
    const number = this.number()
    if (!this.continues(number)) this.fail('missing unit character in duration')
    const duration = number + this.unitsAfter(number.length)
    return duration === number || this.continues(duration)
      ? this.fail(`bad duration syntax: "${duration}"`)
      : this.take('duration', duration.length)
  }

  /** What reads as a number from here; perhaps nothing, and not always a number: the parser tells. */
  private number(): string {
    return this.match(/(?:0[xX][0-9a-fA-F]*(?:\.[0-9a-fA-F]*)?|[0-9]*(?:\.[0-9]*)?)(?:[eE][+-]?[0-9]*)?/y) ?? ''
  }

  private unitsAfter(length: number): string {
    return this.match(/[smhdwy]s?(?:[0-9]+[smhdw]s?)*(?![0-9])/y, length) ?? ''
  }

  private continues(text: string): boolean {
    return /[A-Za-z0-9_]/.test(this.text[this.at + text.length] ?? '')
  }

  private quoted(quote: string): Token {
    let at = this.at + 1
    for (let character = this.text[at]; character !== quote; character = this.text[at]) {
      if (character === undefined || character === '\n') this.fail('unterminated quoted string')
      if (character === '\ufffd') this.fail('invalid UTF-8 rune')
      at += character === '\\' ? this.escape(at + 1, quote) : 1
    }
    return this.take('string', at + 1 - this.at)
  }

  /** How long the escape is whose letter stands at `at`, its backslash included. */
  private escape(at: number, quote: string): number {
    const letter = this.text[at]
    if (letter === undefined) return this.fail('escape sequence not terminated')
    if ('abfnrtv\\'.includes(letter) || letter === quote) return 2
    escapePattern.lastIndex = at
    const [, octal, hexadecimal, short, long] = escapePattern.exec(this.text) ?? []
    const code = octal ? parseInt(octal, 8) : parseInt(hexadecimal ?? short ?? long ?? '', 16)
    if (Number.isNaN(code)) return this.fail(`unknown escape sequence in string: \\${letter}`)
    const limit = octal || hexadecimal ? 0xff : 0x10ffff
    if (code > limit || (code >= 0xd800 && code < 0xe000)) this.fail('escape sequence is an invalid Unicode code point')
    return octal ? 4 : hexadecimal ? 4 : short ? 6 : 10
  }

  private raw(): Token {
    const end = this.text.indexOf('`', this.at + 1)
    if (end < 0) this.fail('unterminated raw string')
    if (this.text.slice(this.at, end).includes('\ufffd')) this.fail('invalid UTF-8 rune')
    return this.take('string', end + 1 - this.at)
  }

  private match(pattern: RegExp, after = 0): string | undefined {
    pattern.lastIndex = this.at + after
    return pattern.exec(this.text)?.[0]
  }

  private skip(pattern: RegExp): void {
    this.at += this.match(pattern)?.length ?? 0
  }

  private take(kind: TokenKind, length: number): Token {
    const written = this.text.slice(this.at, this.at + length)
    this.at += length
    return { kind, text: written, written, offset: this.at - length }
  }

  private fail(message: string): never {
    throw new ExpressionFailure(this.at, message)
  }
}

const escapePattern = /(?:([0-7]{3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/y

/** What a string token stands for; null where its bytes are no UTF-8, which only escapes can make. */
export function unquote(text: string): string | null {
  const inner = text.slice(1, -1)
  if (text.startsWith('`')) return inner
  if (!inner.includes('\\')) return inner
  const encoder = new TextEncoder()
  const parts = inner.match(/\\(?:[0-7]{3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^])|[^\\]+/g) ?? []
  const bytes = parts.flatMap(part => (part.startsWith('\\') ? bytesOfEscape(part.slice(1), encoder) : [...encoder.encode(part)]))
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(new Uint8Array(bytes))
  } catch {
    return null
  }
}

const controls: Readonly<Record<string, number>> = { a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11 }

function bytesOfEscape(escape: string, encoder: TextEncoder): number[] {
  if (/^[0-7]{3}$/.test(escape)) return [parseInt(escape, 8)]
  if (/^x./.test(escape)) return [parseInt(escape.slice(1), 16)]
  if (/^[uU]./.test(escape)) return [...encoder.encode(String.fromCodePoint(parseInt(escape.slice(1), 16)))]
  return [controls[escape] ?? escape.charCodeAt(0)]
}
