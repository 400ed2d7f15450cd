import type { Read } from '../../syntax/tree'
import type { MetricsExposition, MetricType } from '../metrics-exposition'
import { Family, mostFamilies, Shared } from './family'
import { Line, LineFault, isBlank, quoted, readLines } from './lines'
import { floatOf, Labels, readLabels } from './sample'

/**
 * Reads Prometheus' text format 0.0.4 (prometheus/docs, `content/docs/instrumenting/exposition_formats.md`). What
 * `promtool check metrics` refuses is refused here, blanks at the end of a line among it.
 */
export function readText(text: string): Read<MetricsExposition> {
  const line = new Line(text)
  const reader = new TextReader(line)
  const problems = readLines(line, () => { reader.readLine() })
  const message = 'the last line does not end in a line feed; the file may be cut off'
  if (problems.length === 0 && line.rest().replace(/^[ \t]+/, '') !== '')
    problems.push({ place: { line: line.number + 1, column: 1 }, reason: 'syntax', values: { message } })
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: reader.finish() }
}

const types = new Map<string, MetricType>([
  ['counter', 'counter'], ['gauge', 'gauge'], ['histogram', 'histogram'], ['summary', 'summary'], ['untyped', 'untyped'],
  ['gauge_histogram', 'gaugehistogram'],
])

class TextReader {
  private readonly families = new Map<string, Family>()
  /** Names of parts, `x_bucket`, and the family that each belongs to. */
  private readonly parts = new Map<string, Family>()
  private readonly shared = new Shared()
  private readonly labels = new Labels()
  private last: Family | null = null
  private samples = 0

  constructor(private readonly line: Line) {}

  readLine(): void {
    this.line.skipBlanks()
    if (this.line.at === this.line.end) return
    if (this.line.code() === 35) this.readComment()
    else this.readSample()
  }

  finish(): MetricsExposition {
    for (const family of this.families.values()) family.finish(false)
    return { syntax: 'text', families: [...this.families.values()], samples: this.samples }
  }

  private readComment(): void {
    const { line } = this
    line.at += 1
    line.skipBlanks()
    const keyword = line.word()
    if ((keyword !== 'HELP' && keyword !== 'TYPE') || line.at === line.end) return
    line.skipBlanks()
    const at = line.at
    const name = line.name(true)
    if (line.at === line.end) return
    if (name === '' || !isBlank(line.code())) throw new LineFault(line.place(at), `no name of a metric after ${keyword}: ${quoted(line.remaining())}`)
    const family = this.enter(name)
    line.skipBlanks()
    if (line.at === line.end) return
    if (keyword === 'HELP') this.readHelp(family, name)
    else this.readType(family, name)
  }

  private readHelp(family: Family, name: string): void {
    const { line } = this
    if (family.help !== null) throw new LineFault(line.place(line.start), `a second HELP line of ${quoted(name)}`)
    const help = line.remaining()
    const escape = /(?:^|[^\\])(?:\\\\)*(\\(?![\\n]))/.exec(help)
    if (escape) throw new LineFault(line.place(line.at + escape.index + escape[0].length - 1), 'an escape that is none; HELP has \\\\ and \\n')
    family.help = help
    family.helpPlace = line.place(line.start)
  }

  private readType(family: Family, name: string): void {
    const { line } = this
    if (family.typePlace || family.samples > 0)
      throw new LineFault(line.place(line.start), `a second TYPE line of ${quoted(name)}, or one after its samples`)
    const type = types.get(line.remaining().toLowerCase())
    if (!type) throw new LineFault(line.place(), `an unknown type: ${quoted(line.remaining())}`)
    family.type = type
    family.typePlace = line.place(line.start)
  }

  private readSample(): void {
    const { line, labels } = this
    const at = line.at
    const name = line.name(true)
    if (name === '') throw new LineFault(line.place(), `no name of a metric: ${quoted(line.word())}`)
    const family = this.enter(name)
    line.skipBlanks()
    labels.count = 0
    if (line.code() === 123) readLabels(line, labels, { blanks: true, lastComma: true, anyEscape: false })
    this.checkOwnLabel(family)
    line.skipBlanks()
    const valueAt = line.at
    const word = line.word()
    const value = floatOf(word)
    if (value === null) throw new LineFault(line.place(valueAt), `expected a number as the value of ${quoted(name)}, found ${quoted(word)}`)
    this.readTimestamp()
    family.add({ name, line, at, labels, value, timestamp: null })
    this.samples += 1
  }

  private checkOwnLabel({ type }: Family): void {
    const own = type === 'histogram' ? 'le' : type === 'summary' ? 'quantile' : null
    if (own === null) return
    for (let index = 0; index < this.labels.count; index += 1)
      if (this.labels.names[index] === own && floatOf(this.labels.value(this.line.text, index)) === null)
        throw new LineFault(this.line.place(this.labels.at[index]), `expected a number as the value of the label "${own}"`)
  }

  /** What follows the value may only be a whole number of 64 bits, and nothing after it. */
  private readTimestamp(): void {
    const { line } = this
    if (line.at === line.end) return
    line.skipBlanks()
    const at = line.at
    const word = line.word()
    if (!isInt64(word))
      throw new LineFault(line.place(at), word === '' ? 'blanks at the end of the line' : `expected a timestamp in milliseconds, found ${quoted(word)}`)
    if (line.at < line.end) throw new LineFault(line.place(), `nothing may follow the timestamp: ${quoted(line.remaining())}`)
  }

  /** The family that a name belongs to, of which the line is. */
  private enter(name: string): Family {
    const family = this.familyOf(name)
    if (this.last !== family && family.samples > 0) family.scattered ??= this.line.place(this.line.start)
    this.last = family
    return family
  }

  /** The names of the parts of a summary or histogram belong to it, if its type is known before them. */
  private familyOf(name: string): Family {
    const known = this.families.get(name) ?? this.parts.get(name)
    if (known) return known
    const [, base = '', suffix] = /^(.+)_(sum|count|bucket)$/.exec(name) ?? []
    const whole = this.families.get(base)
    if (whole && (whole.type === 'histogram' || (whole.type === 'summary' && suffix !== 'bucket'))) {
      this.parts.set(name, whole)
      return whole
    }
    if (this.families.size >= mostFamilies) throw new LineFault(this.line.place(this.line.start), 'too many metrics', 'too-many-values')
    const family = new Family(name, this.line.place(this.line.start), this.shared)
    this.families.set(name, family)
    return family
  }
}

function isInt64(word: string): boolean {
  if (!/^[+-]?0*\d{1,19}$/.test(word)) return false
  const value = BigInt(word.replace(/^\+/, ''))
  return BigInt.asIntN(64, value) === value
}
