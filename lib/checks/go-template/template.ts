import { TemplateFailure } from './failure'
import { tokensOf, type Token } from './lexer'

export type Template =
  | {
    ok: true
    /** Names of the labels of the alert that it shows. */
    labels: readonly string[]
  }
  | { ok: false; message: string }

/** What Prometheus 2.42 declares before the text of a label or an annotation (prometheus/prometheus, `rules/alerting.go`). */
const alertVariables = ['$', '$labels', '$externalLabels', '$externalURL', '$value']

/** Of Go 1.19 and of Prometheus 2.42 (prometheus/prometheus, `template/template.go`). Newer ones know `toDuration`, `now` and more. */
const functions = new Set((
  'and call html index slice js len not or print printf println urlquery eq ge gt le lt ne '
  + 'query first label value strvalue args reReplaceAll safeHtml match title toUpper toLower graphLink tableLink sortByLabel stripPort '
  + 'stripDomain humanize humanize1024 humanizeDuration humanizePercentage humanizeTimestamp toTime pathPrefix externalURL parseDuration'
).split(' '))

const mostDepth = 200
const mostVariables = 1_000

/** Reads the template of an alert's label or annotation; only what Go's own parser refuses is refused. */
export function readTemplate(text: string): Template {
  // What is text alone needs no parser.
  if (!text.includes('{{')) return { ok: true, labels: [] }
  try {
    return { ok: true, labels: new Parser(tokensOf(text)).read() }
  } catch (error) {
    if (error instanceof TemplateFailure) return { ok: false, message: error.message }
    throw error
  }
}

/** What ends a list of actions, and whether anything stood in it. */
interface List {
  end: 'end' | 'else' | 'else if'
  isEmpty: boolean
}

/** What a command begins with: only the first of a pipeline may be a plain value. */
interface Operand {
  isValue: boolean
}

/** Reads a template by descent (golang/go 1.19, `src/text/template/parse/parse.go`). */
class Parser {
  private at = 0
  private depth = 0
  private variables = alertVariables
  private ranges = 0
  /** Whether `.` is still what the alert gives. */
  private dotIsAlert = true
  private readonly defined = new Map<string, boolean>()
  private readonly labels = new Set<string>()

  constructor(private readonly tokens: readonly Token[]) {}

  read(): string[] {
    while (this.peek().kind !== 'end') {
      const mark = this.at
      if (this.peek().kind === 'left') {
        this.next()
        if (this.isKeyword(this.nextNonSpace(), 'define')) {
          this.definition()
          continue
        }
        this.at = mark
      }
      const list = this.textOrAction()
      if (list) this.fail(`unexpected {{${list}}}`)
    }
    return [...this.labels]
  }

  private definition(): void {
    const token = this.nextNonSpace()
    const name = this.nameOf(token, 'define clause')
    this.expect('right', 'define clause')
    this.body(name, 'define clause')
  }

  /** A template of its own: it sees no variables of the one around it. */
  private body(name: string, context: string): void {
    const { variables, ranges, dotIsAlert } = this
    this.variables = ['$']
    this.ranges = 0
    this.dotIsAlert = false
    const { end, isEmpty } = this.list()
    if (end !== 'end') this.fail(`unexpected {{else}} in ${context}`)
    this.variables = variables
    this.ranges = ranges
    this.dotIsAlert = dotIsAlert
    if (this.defined.get(name) === false && !isEmpty) this.fail(`multiple definition of template "${name}"`)
    if (this.defined.get(name) !== false) this.defined.set(name, isEmpty)
  }

  private list(): List {
    this.depth += 1
    if (this.depth > mostDepth) this.fail('nests too deep')
    let isEmpty = true
    while (this.peekNonSpace().kind !== 'end') {
      const token = this.peek()
      const end = this.textOrAction()
      if (end) {
        this.depth -= 1
        return { end, isEmpty }
      }
      isEmpty &&= token.kind === 'text' && token.text.trim() === ''
    }
    return this.fail('unexpected EOF')
  }

  /** What it ends, where it ends a list. */
  private textOrAction(): List['end'] | null {
    const token = this.nextNonSpace()
    if (token.kind === 'text') return null
    if (token.kind !== 'left') this.unexpected(token, 'input')
    return this.action()
  }

  private action(): List['end'] | null {
    const token = this.nextNonSpace()
    const keyword = token.kind === 'keyword' ? token.text : ''
    if (keyword === 'end') this.expect('right', 'end')
    if (keyword === 'end') return 'end'
    if (keyword === 'else') return this.elseControl()
    if (keyword === 'if' || keyword === 'range' || keyword === 'with') this.control(keyword)
    else if (keyword === 'break' || keyword === 'continue') this.leave(keyword)
    else if (keyword === 'template') this.templateControl()
    else if (keyword === 'block') this.blockControl()
    else {
      this.at -= 1
      this.pipeline('command', 'right')
    }
    return null
  }

  private elseControl(): List['end'] {
    if (this.isKeyword(this.peekNonSpace(), 'if')) return 'else if'
    this.expect('right', 'else')
    return 'else'
  }

  /** Variables that it declares are gone behind its end. */
  private control(kind: 'if' | 'range' | 'with'): void {
    const { variables, dotIsAlert } = this
    this.pipeline(kind, 'right')
    if (kind !== 'if') this.dotIsAlert = false
    if (kind === 'range') this.ranges += 1
    const { end } = this.list()
    if (kind === 'range') this.ranges -= 1
    this.dotIsAlert = dotIsAlert
    if (end === 'else if' && kind === 'if') {
      this.nextNonSpace()
      this.depth += 1
      if (this.depth > mostDepth) this.fail('nests too deep')
      this.control('if')
      this.depth -= 1
    } else if (end !== 'end' && this.list().end !== 'end') this.fail('expected end; found {{else}}')
    this.variables = variables
  }

  private leave(keyword: string): void {
    const token = this.nextNonSpace()
    if (token.kind !== 'right') this.unexpected(token, `{{${keyword}}}`)
    if (this.ranges === 0) this.fail(`{{${keyword}}} outside {{range}}`)
  }

  private templateControl(): void {
    this.nameOf(this.nextNonSpace(), 'template clause')
    if (this.nextNonSpace().kind === 'right') return
    this.at -= 1
    this.pipeline('template clause', 'right')
  }

  private blockControl(): void {
    const name = this.nameOf(this.nextNonSpace(), 'block clause')
    this.pipeline('block clause', 'right')
    this.body(name, 'block clause')
  }

  private nameOf(token: Token, context: string): string {
    if (token.kind !== 'string' && token.kind !== 'raw string') this.unexpected(token, context)
    this.checkString(token)
    return token.text.slice(1, -1)
  }

  private pipeline(context: string, end: 'right' | ')'): void {
    this.declarations(context)
    let stages = 0
    for (;;) {
      const token = this.nextNonSpace()
      if (token.kind === end) {
        if (stages === 0) this.fail(`missing value for ${context}`)
        return
      }
      if (!beginsOperand(token)) this.unexpected(token, context)
      this.at -= 1
      const { isValue } = this.command()
      stages += 1
      if (stages > 1 && isValue) this.fail(`non executable command in pipeline stage ${stages}`)
    }
  }

  /** `$x := …`, `$x = …`, and in a range `$i, $x := …`. */
  private declarations(context: string): void {
    for (let declared = 1; ; declared += 1) {
      const variable = this.peekNonSpace()
      if (variable.kind !== 'variable') return
      const mark = this.at
      this.next()
      const operator = this.nextNonSpace()
      const isComma = operator.kind === 'other' && operator.text === ','
      if (operator.kind !== 'declare' && operator.kind !== 'assign' && !isComma) {
        this.at = mark
        return
      }
      if (this.variables.length >= mostVariables) this.fail('declares too many variables')
      this.variables = [...this.variables, variable.text]
      if (!isComma) return
      if (context !== 'range' || declared > 1) this.fail(`too many declarations in ${context}`)
      if (!['variable', 'right', ')'].includes(this.peekNonSpace().kind)) this.fail('range can only initialize variables')
    }
  }

  private command(): Operand {
    let first: Operand | null = null
    for (;;) {
      const operand = this.operand()
      first ??= operand
      const token = this.next()
      if (token.kind === 'space') continue
      if (token.kind === 'right' || token.kind === ')') this.at -= 1
      else if (token.kind !== 'pipe') this.unexpected(token, 'operand')
      return first ?? this.fail('empty command')
    }
  }

  private operand(): Operand | null {
    const term = this.peekNonSpace()
    const value = this.term()
    if (!value) return null
    const fields: string[] = term.kind === 'field' ? [term.text.slice(1)] : []
    while (this.peek().kind === 'field') fields.push(this.next().text.slice(1))
    if (value.isValue && fields.length > 0) this.fail(`unexpected . after term "${term.text}"`)
    this.noteLabels(term, fields)
    return value
  }

  private noteLabels({ kind, text }: Token, [first, second]: readonly string[]): void {
    if (kind === 'variable' && text === '$labels' && first) this.labels.add(first)
    const isAlert = (kind === 'field' && this.dotIsAlert) || (kind === 'variable' && text === '$' && this.variables.includes('$labels'))
    if (isAlert && first === 'Labels' && second) this.labels.add(second)
  }

  private term(): Operand | null {
    const token = this.nextNonSpace()
    const { kind, text } = token
    if (kind === 'identifier') {
      if (!functions.has(text)) this.fail(`function "${text}" not defined`)
      return { isValue: false }
    }
    if (kind === 'variable') {
      if (!this.variables.includes(text)) this.fail(`undefined variable "${text}"`)
      return { isValue: false }
    }
    if (kind === 'field') return { isValue: false }
    if (kind === 'dot' || kind === 'bool' || this.isKeyword(token, 'nil')) return { isValue: true }
    if (kind === 'number' || kind === 'character') {
      if (!isNumber(text)) this.fail(`bad number syntax: ${text}`)
      return { isValue: true }
    }
    if (kind === 'string' || kind === 'raw string') {
      this.checkString(token)
      return { isValue: true }
    }
    if (kind === '(') {
      this.depth += 1
      if (this.depth > mostDepth) this.fail('nests too deep')
      this.pipeline('parenthesized pipeline', ')')
      this.depth -= 1
      return { isValue: false }
    }
    this.at -= 1
    return null
  }

  private checkString({ kind, text }: Token): void {
    if (kind === 'string' && !(quotedString.test(text) && hasRealEscapes(text))) this.fail(`invalid syntax: ${text}`)
  }

  private isKeyword({ kind, text }: Token, keyword: string): boolean {
    return kind === 'keyword' && text === keyword
  }

  private expect(kind: Token['kind'], context: string): void {
    const token = this.nextNonSpace()
    if (token.kind !== kind) this.unexpected(token, context)
  }

  private next(): Token {
    const token = this.tokens[Math.min(this.at, this.tokens.length - 1)] ?? { kind: 'end', text: '' }
    if (token.kind === 'error') this.fail(token.text)
    this.at += 1
    return token
  }

  private peek(): Token {
    return this.tokens[Math.min(this.at, this.tokens.length - 1)] ?? { kind: 'end', text: '' }
  }

  private nextNonSpace(): Token {
    while (this.peek().kind === 'space') this.at += 1
    return this.next()
  }

  private peekNonSpace(): Token {
    while (this.peek().kind === 'space') this.at += 1
    return this.peek()
  }

  private unexpected({ kind, text }: Token, context: string): never {
    return this.fail(`unexpected ${kind === 'end' ? 'EOF' : kind === 'keyword' ? `<${text}>` : JSON.stringify(text)} in ${context}`)
  }

  private fail(message: string): never {
    throw new TemplateFailure(message)
  }
}

function beginsOperand({ kind, text }: Token): boolean {
  return ['bool', 'character', 'dot', 'field', 'identifier', 'number', 'raw string', 'string', 'variable', '('].includes(kind)
    || (kind === 'keyword' && text === 'nil')
}

const escape = String.raw`\\(?:[abfnrtv\\]|[0-7]{3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})`
const quotedString = new RegExp(String.raw`^"(?:[^\\"\n]|\\"|${escape})*"$`, 'u')
const quotedCharacter = new RegExp(String.raw`^'(?:[^\\'\n]|\\'|${escape})'$`, 'u')

/** Whether its escapes stand for what there is: an octal one for a byte, the others for a character. */
function hasRealEscapes(text: string): boolean {
  return [...text.matchAll(/\\(?:([0-7]{3})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|[^])/g)].every(([, octal, short, long]) => {
    const code = parseInt(short ?? long ?? '0', 16)
    return parseInt(octal ?? '0', 8) <= 0xff && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000)
  })
}

/** A number as strconv of Go takes it, or a character. */
function isNumber(text: string): boolean {
  if (text.startsWith("'")) return quotedCharacter.test(text) && hasRealEscapes(text)
  if (/^[+-]?(?:0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|0(?:_?[0-7])+|0|[1-9](?:_?[0-9])*)$/.test(text)) {
    const magnitude = BigInt(text.replace(/[+_-]/g, '').replace(/^0(?=[0-7])/, '0o'))
    return text.startsWith('-') ? magnitude <= 2n ** 63n : magnitude < (text.startsWith('+') ? 2n ** 63n : 2n ** 64n)
  }
  const float = text.replace(/i$/, '')
  if (text.endsWith('i') && /^[+-]?[0-9]+$/.test(float)) return true
  if (/^[+-]?0[xX](?:[0-9a-fA-F]+\.?[0-9a-fA-F]*|\.[0-9a-fA-F]+)[pP][+-]?[0-9]+$/.test(float)) return true
  if (!/^[+-]?(?:[0-9](?:_?[0-9])*\.?(?:[0-9](?:_?[0-9])*)?|\.[0-9](?:_?[0-9])*)(?:[eE][+-]?[0-9](?:_?[0-9])*)?$/.test(float)) return false
  return /[.eE]/.test(float) && Number.isFinite(Number(float.replaceAll('_', '')))
}
