import { isBlank, Line, LineFault, quoted } from './lines'

/** The labels of a sample, in arrays that are used again for each: half a million samples make no half a million objects. */
export class Labels {
  count = 0
  readonly names: string[] = []
  /** Offset at which each name begins. */
  readonly at: number[] = []
  /** Offsets of each value, without its quotes. */
  readonly from: number[] = []
  readonly to: number[] = []
  /** Two hashes of each value. */
  readonly low: number[] = []
  readonly high: number[] = []

  /** A value as it is written, its escapes left as they are. */
  value(text: string, index: number): string {
    return text.slice(this.from[index], this.to[index])
  }
}

/** How strictly labels are written: text allows blanks and a last comma, OpenMetrics neither, but escapes of anything. */
export interface LabelSyntax {
  blanks: boolean
  lastComma: boolean
  anyEscape: boolean
}

/** Reads `{a="1",b="2"}`, at whose brace the reader stands, into `labels`. */
export function readLabels(line: Line, labels: Labels, syntax: LabelSyntax): void {
  labels.count = 0
  line.at += 1
  const skip = () => { if (syntax.blanks) line.skipBlanks() }
  for (;;) {
    skip()
    if (line.code() === brace && (labels.count === 0 || syntax.lastComma)) break
    readLabel(line, labels, syntax, skip)
    skip()
    if (line.code() === brace) break
    if (line.code() !== comma) throw new LineFault(line.place(), `expected "," or "}" after a label, found ${found(line)}`)
    line.at += 1
  }
  line.at += 1
}

const brace = '}'.charCodeAt(0)
const comma = ','.charCodeAt(0)
const quote = '"'.charCodeAt(0)
const backslash = '\\'.charCodeAt(0)

/** Labels of one sample, each of which is compared with those before it. */
const mostLabels = 200

function readLabel(line: Line, labels: Labels, syntax: LabelSyntax, skip: () => void): void {
  const at = line.at
  const name = line.name(false)
  if (name === '') throw new LineFault(line.place(), `expected the name of a label, found ${found(line)}`)
  if (labels.count >= mostLabels) throw new LineFault(line.place(at), 'too many labels', 'too-many-values')
  if (name === '__name__') throw new LineFault(line.place(at), 'the label "__name__" is reserved')
  for (let index = 0; index < labels.count; index += 1)
    if (labels.names[index] === name) throw new LineFault(line.place(at), `the label ${quoted(name)} stands twice`)
  skip()
  if (line.code() !== 61) throw new LineFault(line.place(), `expected "=" after the label ${quoted(name)}, found ${found(line)}`)
  line.at += 1
  skip()
  if (line.code() !== quote) throw new LineFault(line.place(), `expected the value of the label ${quoted(name)} in double quotes`)
  line.at += 1
  labels.names[labels.count] = name
  labels.at[labels.count] = at
  readValue(line, labels, syntax)
  labels.count += 1
}

function readValue(line: Line, labels: Labels, { anyEscape }: LabelSyntax): void {
  const from = line.at
  let low = fnvStart
  let high = fnvStart
  let code = line.code()
  while (code !== quote) {
    if (line.at >= line.end) throw new LineFault(line.place(from - 1), 'a value without its closing double quote')
    if (code === backslash) {
      const escaped = line.text.charCodeAt(line.at + 1)
      if (!anyEscape && escaped !== backslash && escaped !== quote && escaped !== 110)
        throw new LineFault(line.place(), `an escape that is none: ${quoted(line.text.slice(line.at, Math.min(line.at + 2, line.end)))}`)
      low = mix(low, code)
      high = mixOtherwise(high, code)
      if (line.at + 1 < line.end) line.at += 1
      code = line.code()
    }
    low = mix(low, code)
    high = mixOtherwise(high, code)
    line.at += 1
    code = line.code()
  }
  labels.from[labels.count] = from
  labels.to[labels.count] = line.at
  labels.low[labels.count] = low
  labels.high[labels.count] = high
  line.at += 1
}

const fnvStart = 0x811c9dc5 | 0

/** One step of FNV-1a over 32 bits. */
function mix(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193)
}

/** A step with another factor, so that what meets in one hash does not meet in the other. */
function mixOtherwise(hash: number, code: number): number {
  const mixed = Math.imul(hash ^ code, 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}

export interface Hashes {
  low: number
  high: number
}

/** The two hashes of a text, as a value has them. */
export function hashesOf(text: string): Hashes {
  let low = fnvStart
  let high = fnvStart
  for (let at = 0; at < text.length; at += 1) {
    low = mix(low, text.charCodeAt(at))
    high = mixOtherwise(high, text.charCodeAt(at))
  }
  return { low, high }
}

/** What the reader stands at, for a message. */
export function found(line: Line): string {
  if (line.at >= line.end) return 'the end of the line'
  return isBlank(line.code()) ? 'a blank' : quoted(String.fromCodePoint(line.text.codePointAt(line.at) ?? 0))
}

const finite = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i
const special = /^([+-]?inf(inity)?|nan)$/i

/**
 * A number as Go's `ParseFloat` takes it, without its hexadecimal and underscores, which the formats do not have; null for
 * anything else, and for what is too large for 64 bits.
 */
export function floatOf(word: string): number | null {
  if (finite.test(word)) {
    const value = Number(word)
    return Number.isFinite(value) ? value : null
  }
  if (!special.test(word)) return null
  return /nan/i.test(word) ? NaN : word.startsWith('-') ? -Infinity : Infinity
}
