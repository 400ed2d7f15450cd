import { RE2JS, RE2JSException } from 're2js'
import { parseDuration } from './duration'
import type { Matcher, Selector } from './expression'
import { ExpressionFailure } from './failure'
import { functions, type FunctionSignature, type ValueType } from './functions'
import { everyLabel, keeping, noLabel, union, without, withLabels, type LabelSet } from './labels'
import { Lexer, unquote, type Token } from './lexer'

/** What is known of a part that was read. No tree is kept: all that is asked comes from the parts of a part. */
interface Part {
  offset: number
  type: ValueType
  labels: LabelSet
  /** What modifiers and ranges may follow it. */
  kind: 'selector' | 'range' | 'subquery' | 'other'
  hasOffset?: boolean
  /** The time that `@` gives: a number, or the start or end of the query. */
  at?: 'time' | 'bound'
  /** Labels that its matchers name with one value, for `absent`. */
  fixed?: readonly string[]
}

interface Matching {
  bool: boolean
  on: boolean
  labels: readonly string[]
  group: 'left' | 'right' | null
  include: readonly string[]
  isGiven: boolean
}

const precedences: Readonly<Record<string, number>> = {
  or: 1, and: 2, unless: 2, '==': 3, '!=': 3, '<=': 3, '<': 3, '>=': 3, '>': 3, '+': 4, '-': 4, '*': 5, '/': 5, '%': 5, atan2: 5, '^': 6,
}
const unaryPrecedence = 5
const powerPrecedence = 6
const comparisons = new Set(['==', '!=', '<=', '<', '>=', '>'])
const setOperators = new Set(['and', 'or', 'unless'])
const parametrised = new Set(['topk', 'bottomk', 'count_values', 'quantile'])
const typeNames: Record<ValueType, string> = { scalar: 'scalar', vector: 'instant vector', matrix: 'range vector', string: 'string' }
const mostDepth = 250

/** Reads one expression by descent (prometheus/prometheus, `promql/parser/generated_parser.y` and `parse.go`). */
export class Parser {
  private readonly lexer: Lexer
  private token: Token
  private depth = 0
  private readonly selectors: Selector[] = []

  constructor(text: string) {
    this.lexer = new Lexer(text)
    this.token = this.lexer.next()
  }

  read(): { type: ValueType; selectors: readonly Selector[]; labels: LabelSet } {
    if (this.isEnd()) this.fail(0, 'no expression found in input')
    const { type, labels } = this.expression(0)
    if (!this.isEnd()) this.unexpected()
    return { type, labels, selectors: this.selectors }
  }

  /** Operators that bind tighter than `above`, from left to right; only powers are taken from the right. */
  private expression(above: number): Part {
    this.depth += 1
    if (this.depth > mostDepth) this.fail(this.token.offset, 'expression nests too deep')
    let left = this.operand()
    for (;;) {
      const operator = this.token
      const precedence = operator.kind === 'operator' ? precedences[operator.text] ?? 0 : 0
      if (precedence <= above) break
      this.advance()
      const matching = this.matching()
      const right = this.expression(precedence === powerPrecedence ? precedence - 1 : precedence)
      left = this.binary(left, operator, matching, right)
    }
    this.depth -= 1
    return left
  }

  private operand(): Part {
    const { kind, text, offset } = this.token
    if (kind === 'operator' && (text === '+' || text === '-')) {
      this.advance()
      const part = this.expression(unaryPrecedence)
      if (part.type !== 'scalar' && part.type !== 'vector')
        this.fail(offset, `unary expression only allowed on expressions of type scalar or instant vector, got "${typeNames[part.type]}"`)
      return { offset, type: part.type, labels: part.labels, kind: 'other' }
    }
    let part = this.primary()
    for (;;) {
      if (this.isSymbol('[')) part = this.range(part)
      else if (this.isKeyword('offset')) part = this.offsetModifier(part)
      else if (this.isSymbol('@')) part = this.atModifier(part)
      else return part
    }
  }

  private primary(): Part {
    const { kind, text, offset } = this.token
    if (kind === 'number') {
      this.number()
      return { offset, type: 'scalar', labels: noLabel, kind: 'other' }
    }
    if (kind === 'string') {
      this.advance()
      return { offset, type: 'string', labels: noLabel, kind: 'other' }
    }
    if (kind === 'symbol' && text === '(') {
      this.advance()
      const { type, labels } = this.expression(0)
      this.expect(')')
      return { offset, type, labels, kind: 'other' }
    }
    if (kind === 'symbol' && text === '{') return this.selector(offset, null)
    if (!canNameMetric(this.token)) return this.unexpected()
    const name = this.token
    this.advance()
    if (kind === 'aggregator' && (this.isSymbol('(') || this.isKeyword('by') || this.isKeyword('without'))) return this.aggregation(name)
    if (kind === 'identifier' && this.isSymbol('(')) return this.call(name)
    return this.selector(offset, name.written)
  }

  private selector(offset: number, name: string | null): Part {
    const matchers = this.isSymbol('{') ? this.matchers() : []
    const named = matchers.find(matcher => matcher.name === '__name__')
    if (name !== null && named) this.fail(offset, `metric name must not be set twice: "${name}" or "${named.value}"`)
    if (name === null && matchers.every(matchesNothing)) this.fail(offset, 'vector selector must contain at least one non-empty matcher')
    const metric = name ?? (named?.op === '=' ? named.value : null)
    const pattern = named?.op === '=~' ? named.value : null
    this.selectors.push({ metric, pattern, matchers: matchers.filter(matcher => matcher.name !== '__name__'), offset })
    const fixed = matchers.filter(({ op }) => op === '=').map(matcher => matcher.name)
    return { offset, type: 'vector', labels: everyLabel, kind: 'selector', fixed: fixed.filter(label => label !== '__name__') }
  }

  private matchers(): Matcher[] {
    const matchers: Matcher[] = []
    this.advance()
    while (!this.isSymbol('}')) {
      matchers.push(this.matcher())
      if (this.isSymbol('}')) break
      if (!this.isSymbol(',')) this.unexpected('label matching', '"," or "}"')
      this.advance()
    }
    this.advance()
    return matchers
  }

  private matcher(): Matcher {
    const { kind, text: name, offset } = this.token
    if (kind !== 'identifier') this.unexpected('label matching', 'identifier or "}"')
    this.advance()
    const op = matchOperators.find(symbol => this.isSymbol(symbol))
    if (!op) return this.unexpected('label matching', 'label matching operator')
    this.advance()
    if (this.token.kind !== 'string') this.unexpected('label matching', 'string')
    const value = unquote(this.token.text)
    if (op === '=~' || op === '!~') {
      const problem = value === null ? 'error parsing regexp: invalid UTF-8' : problemOfRegex(value)
      if (problem !== null) this.fail(offset, problem)
    }
    this.advance()
    return { name, op, value: value ?? '\ufffd', offset }
  }

  private aggregation({ text: operator, offset }: Token): Part {
    const before = this.grouping()
    if (!this.isSymbol('(')) this.unexpected('aggregation')
    const given = this.arguments()
    const { clause, labels: names } = before.clause ? before : this.grouping()
    const wanted = parametrised.has(operator) ? 2 : 1
    if (given.length === 0) this.fail(offset, 'no arguments for aggregate expression provided')
    if (given.length !== wanted)
      this.fail(offset, `wrong number of arguments for aggregate expression provided, expected ${wanted}, got ${given.length}`)
    const [parameter, vector] = wanted === 2 ? given : [undefined, ...given]
    if (!vector) return this.unexpected()
    this.expectType(vector, 'vector', 'aggregation expression')
    if (parameter) this.expectType(parameter, operator === 'count_values' ? 'string' : 'scalar', 'aggregation parameter')
    const kept = clause === 'without' ? without(vector.labels, names) : keeping(vector.labels, names)
    const labels = operator === 'topk' || operator === 'bottomk' ? vector.labels
      : operator === 'count_values' ? withLabels(kept, [parameter?.fixed?.[0] ?? '']) : kept
    return { offset, type: 'vector', labels, kind: 'other' }
  }

  private grouping(): { clause: 'by' | 'without' | null; labels: readonly string[] } {
    const clause = this.isKeyword('by') ? 'by' : this.isKeyword('without') ? 'without' : null
    if (!clause) return { clause, labels: [] }
    this.advance()
    return { clause, labels: this.groupingLabels() }
  }

  private groupingLabels(): string[] {
    const labels: string[] = []
    if (!this.isSymbol('(')) this.unexpected('grouping opts', '"("')
    this.advance()
    while (!this.isSymbol(')')) {
      if (!canNameLabel(this.token)) this.unexpected('grouping opts', 'label')
      labels.push(this.token.written)
      this.advance()
      if (this.isSymbol(')')) break
      if (!this.isSymbol(',')) this.unexpected('grouping opts', '"," or ")"')
      this.advance()
    }
    this.advance()
    return labels
  }

  private call({ text: name, offset }: Token): Part {
    const given = this.arguments()
    const signature = functions.get(name)
    if (!signature) return this.fail(offset, `unknown function with name "${name}"`)
    const problem = problemOfCount(name, signature, given.length)
    if (problem) this.fail(offset, problem)
    given.forEach((part, index) => {
      const wanted = signature.takes[Math.min(index, signature.takes.length - 1)]
      if (wanted) this.expectType(part, wanted, `call to function "${name}"`)
    })
    return { offset, type: signature.gives, labels: labelsOfCall(name, given), kind: 'other' }
  }

  private arguments(): Part[] {
    const given: Part[] = []
    this.advance()
    while (!this.isSymbol(')')) {
      given.push(this.isStringAlone() ?? this.expression(0))
      if (this.isSymbol(')')) break
      this.expect(',')
      if (this.isSymbol(')')) this.fail(this.token.offset, 'trailing commas not allowed in function call args')
    }
    this.advance()
    return given
  }

  private range(part: Part): Part {
    const { offset } = this.token
    this.advance()
    this.duration('subquery selector', 'duration')
    if (this.isSymbol(':')) {
      this.advance()
      if (this.token.kind === 'duration') this.duration('subquery selector', 'duration or "]"')
      if (!this.isSymbol(']')) this.unexpected('subquery selector', '"]"')
      this.advance()
      if (part.type !== 'vector') this.fail(part.offset, `subquery is only allowed on instant vector, got ${part.type} instead`)
      return { offset: part.offset, type: 'matrix', labels: part.labels, kind: 'subquery' }
    }
    if (!this.isSymbol(']')) this.unexpected('subquery or range', '":" or "]"')
    this.advance()
    if (part.kind !== 'selector') this.fail(offset, 'ranges only allowed for vector selectors')
    if (part.hasOffset) this.fail(offset, 'no offset modifiers allowed before range')
    if (part.at === 'time') this.fail(offset, 'no @ modifiers allowed before range')
    return { ...part, type: 'matrix', kind: 'range' }
  }

  private offsetModifier(part: Part): Part {
    this.advance()
    if (this.token.kind === 'operator' && this.token.text === '-') this.advance()
    this.duration('offset', 'duration')
    if (part.kind === 'other')
      this.fail(part.offset, 'offset modifier must be preceded by an instant vector selector or range vector selector or a subquery')
    if (part.hasOffset) this.fail(part.offset, 'offset may not be set multiple times')
    return { ...part, hasOffset: true }
  }

  private atModifier(part: Part): Part {
    this.advance()
    const at = this.isKeyword('start') || this.isKeyword('end') ? 'bound' : 'time'
    if (at === 'bound') {
      this.advance()
      this.expect('(')
      this.expect(')')
    } else {
      if (this.token.kind === 'operator' && (this.token.text === '+' || this.token.text === '-')) this.advance()
      if (this.token.kind !== 'number') this.unexpected('@', 'timestamp')
      const seconds = this.number()
      // What would not fit in the 64 bits of a timestamp.
      if (!(Math.abs(seconds) < 2 ** 63)) this.fail(part.offset, `timestamp out of bounds for @ modifier: ${seconds}`)
    }
    if (part.kind === 'other')
      this.fail(part.offset, '@ modifier must be preceded by an instant vector selector or range vector selector or a subquery')
    if (part.at) this.fail(part.offset, '@ <timestamp> may not be set multiple times')
    return { ...part, at }
  }

  private matching(): Matching {
    const bool = this.isKeyword('bool')
    if (bool) this.advance()
    const matching: Matching = { bool, on: this.isKeyword('on'), labels: [], group: null, include: [], isGiven: false }
    if (!matching.on && !this.isKeyword('ignoring')) return matching
    this.advance()
    const labels = this.groupingLabels()
    const group = this.isKeyword('group_left') ? 'left' : this.isKeyword('group_right') ? 'right' : null
    if (group) this.advance()
    return { ...matching, isGiven: true, labels, group, include: group && this.isSymbol('(') ? this.groupingLabels() : [] }
  }

  private binary(left: Part, { text: operator, offset }: Token, matching: Matching, right: Part): Part {
    const isSet = setOperators.has(operator)
    const scalars = [left, right].filter(({ type }) => type === 'scalar').length
    if (matching.bool && !comparisons.has(operator)) this.fail(offset, 'bool modifier can only be used on comparison operators')
    if (comparisons.has(operator) && !matching.bool && scalars === 2) this.fail(offset, 'comparisons between scalars must use BOOL modifier')
    const included = new Set(matching.include)
    const twice = matching.on ? matching.labels.find(label => included.has(label)) : undefined
    if (twice !== undefined) this.fail(offset, `label "${twice}" must not occur in ON and GROUP clause at once`)
    for (const { type, offset: start } of [left, right])
      if (type !== 'scalar' && type !== 'vector') this.fail(start, 'binary expression must contain only scalar and instant vector types')
    if (scalars > 0 && matching.labels.length > 0) this.fail(left.offset, 'vector matching only allowed between instant vectors')
    if (isSet && scalars > 0) this.fail(left.offset, `set operator "${operator}" not allowed in binary scalar expression`)
    if (isSet && matching.group) this.fail(left.offset, `no grouping allowed for "${operator}" operation`)
    const type = scalars === 2 ? 'scalar' : 'vector'
    return { offset: left.offset, type, labels: labelsOfBinary(left, operator, matching, right), kind: 'other' }
  }

  private number(): number {
    const { text, offset } = this.token
    const value = valueOfNumber(text)
    if (value === null) this.fail(offset, `error parsing number: "${text}"`)
    this.advance()
    return value ?? 0
  }

  private duration(context: string, expected: string): void {
    const { kind, text, offset } = this.token
    if (kind !== 'duration') this.unexpected(context, expected)
    const duration = parseDuration(text)
    if (!duration.ok) return this.fail(offset, duration.message)
    if (duration.milliseconds === 0) this.fail(offset, 'duration must be greater than 0')
    this.advance()
  }

  /** A string that is a whole argument, with what it says: `count_values` names a label so. */
  private isStringAlone(): Part | null {
    if (this.token.kind !== 'string') return null
    const { text } = this.token
    return { ...this.expression(0), fixed: [unquote(text) ?? ''] }
  }

  private expectType(part: Part, wanted: ValueType, context: string): void {
    if (part.type !== wanted) this.fail(part.offset, `expected type ${typeNames[wanted]} in ${context}, got ${typeNames[part.type]}`)
  }

  private expect(symbol: string): void {
    if (!this.isSymbol(symbol)) this.unexpected()
    this.advance()
  }

  private isEnd(): boolean {
    return this.token.kind === 'end of input'
  }

  private isSymbol(symbol: string): boolean {
    return (this.token.kind === 'symbol' || this.token.kind === 'operator') && this.token.text === symbol
  }

  private isKeyword(keyword: string): boolean {
    return this.token.kind === 'keyword' && this.token.text === keyword
  }

  private advance(): void {
    this.token = this.lexer.next()
  }

  private unexpected(context = '', expected = ''): never {
    const where = (context && ` in ${context}`) + (expected && `, expected ${expected}`)
    return this.fail(this.token.offset, `unexpected ${nameOf(this.token)}${where}`)
  }

  private fail(offset: number, message: string): never {
    throw new ExpressionFailure(offset, message)
  }
}

const matchOperators = ['=', '!=', '=~', '!~'] as const

/** Keywords name metrics and labels too, each where it cannot be taken for what it is. */
function canNameMetric({ kind, text }: Token): boolean {
  if (kind === 'keyword') return ['offset', 'by', 'without', 'start', 'end'].includes(text)
  if (kind === 'operator') return setOperators.has(text)
  return kind === 'identifier' || kind === 'metric identifier' || kind === 'aggregator'
}

function canNameLabel({ kind, text }: Token): boolean {
  if (kind === 'keyword') return text !== 'without'
  if (kind === 'operator') return setOperators.has(text) || text === 'atan2'
  return kind === 'identifier' || kind === 'aggregator'
}

function nameOf({ kind, text }: Token): string {
  if (kind === 'end of input') return kind
  if (kind === 'symbol') return `"${text}"`
  if (kind === 'keyword') return `<${text}>`
  if (kind === 'operator') return `<op:${text}>`
  if (kind === 'aggregator') return `<aggr:${text}>`
  return `${kind} "${text}"`
}

function matchesNothing({ op, value }: Matcher): boolean {
  if (op === '=' || op === '!=') return (value === '') === (op === '=')
  return anchored(value).matches('') === (op === '=~')
}

/** As Prometheus compiles it: what is unclosed swallows the anchor. */
function anchored(pattern: string): RE2JS {
  return RE2JS.compile(`^(?:${pattern})$`)
}

/** Words, and dots that may be repeated, between bars: most patterns are no more, and compiling tells nothing of them. */
const plainPattern = /^(?:[\w:/ -]|\.[*+]?|\|)*$/

/** Null where it is a regular expression as RE2 has them. */
function problemOfRegex(pattern: string): string | null {
  if (plainPattern.test(pattern)) return null
  try {
    RE2JS.compile(pattern)
    anchored(pattern)
  } catch (error) {
    if (error instanceof RE2JSException) return error.message
    throw error
  }
  // Newer Prometheus take groups named `(?<name>…)` too.
  const bare = pattern.replace(/\\[^]|\[\^?\]?(?:\\[^]|[^\]\\])*\]/g, '')
  return bare.includes('(?<') ? 'error parsing regexp: invalid or unsupported Perl syntax: `(?<`' : null
}

/** Null where it is none, or more than a float can hold. */
function valueOfNumber(text: string): number | null {
  if (/^inf$/i.test(text)) return Infinity
  if (/^nan$/i.test(text)) return NaN
  if (/^0x[0-9a-f]+$/i.test(text)) return BigInt(text) < 2n ** 63n ? Number(text) : null
  if (!/^(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[+-]?[0-9]+)?$/i.test(text)) return null
  return Number.isFinite(Number(text)) ? Number(text) : null
}

function problemOfCount(name: string, { takes, optional }: FunctionSignature, given: number): string | null {
  if (optional === 0) return given === takes.length ? null : `expected ${takes.length} argument(s) in call to "${name}", got ${given}`
  const least = takes.length - 1
  if (given < least) return `expected at least ${least} argument(s) in call to "${name}", got ${given}`
  if (optional > 0 && given > least + optional) return `expected at most ${least + optional} argument(s) in call to "${name}", got ${given}`
  return null
}

function labelsOfCall(name: string, given: readonly Part[]): LabelSet {
  const source = given.find(({ type }) => type === 'vector' || type === 'matrix')
  if (!source || name === 'scalar') return noLabel
  if (name === 'absent' || name === 'absent_over_time') return { kind: 'only', names: new Set(source.fixed) }
  if (name === 'histogram_quantile') return without(source.labels, ['le'])
  if (name === 'label_replace' || name === 'label_join') return withLabels(source.labels, given[1]?.fixed ?? [])
  return source.labels
}

/** As the engine gives them (prometheus/prometheus, `promql/engine.go`, `resultMetric`). */
function labelsOfBinary(left: Part, operator: string, { on, labels, group, include, isGiven }: Matching, right: Part): LabelSet {
  if (operator === 'or') return union(left.labels, right.labels)
  if (operator === 'and' || operator === 'unless') return left.labels
  if (left.type === 'scalar') return right.labels
  if (right.type === 'scalar') return left.labels
  if (group) return withLabels(group === 'left' ? left.labels : right.labels, include)
  if (!isGiven) return left.labels
  return on ? keeping(left.labels, labels) : without(left.labels, labels)
}
