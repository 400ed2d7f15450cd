import type { Read } from '../../syntax/tree'
import type { MetricsExposition, MetricType } from '../metrics-exposition'
import { Family, mostFamilies, Shared } from './family'
import { Line, LineFault, quoted, readLines } from './lines'
import { floatOf, found, Labels, readLabels } from './sample'

/** Whether a text is OpenMetrics: it ends as only OpenMetrics does, or declares what only OpenMetrics has. */
export function isOpenMetrics(text: string): boolean {
  return /^# (EOF[ \t\r]*$|UNIT [a-zA-Z_:]|TYPE \S+ (unknown|info|stateset|gaugehistogram)$)/m.test(text)
}

/** Reads OpenMetrics 1.0 (OpenObservability/OpenMetrics, `specification/OpenMetrics.md`, the ABNF and the rules beside it). */
export function readOpenMetrics(text: string): Read<MetricsExposition> {
  const line = new Line(text.endsWith('\n') ? text : `${text}\n`)
  const reader = new OpenMetricsReader(line)
  const problems = readLines(line, () => { reader.readLine() })
  const message = 'the last line must be "# EOF"; the file may be cut off'
  if (problems.length === 0 && !reader.ended) problems.push({ place: { line: line.number, column: 1 }, reason: 'syntax', values: { message } })
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: reader.finish() }
}

const types = new Map<string, MetricType>([
  ['counter', 'counter'], ['gauge', 'gauge'], ['histogram', 'histogram'], ['gaugehistogram', 'gaugehistogram'], ['summary', 'summary'],
  ['info', 'info'], ['stateset', 'stateset'], ['unknown', 'untyped'],
])

/** How the names of a family's samples may end, and what the family is called by those who query it. */
const suffixes: Readonly<Record<MetricType, readonly string[]>> = {
  counter: ['_total', '_created'],
  gauge: [''],
  histogram: ['_bucket', '_count', '_sum', '_created'],
  gaugehistogram: ['_bucket', '_gcount', '_gsum'],
  summary: ['', '_count', '_sum', '_created'],
  info: ['_info'],
  stateset: [''],
  untyped: [''],
}
const queried: Readonly<Partial<Record<MetricType, string>>> = { counter: '_total', info: '_info' }

class OpenMetricsReader {
  ended = false
  private readonly families = new Map<string, Family>()
  private readonly shared = new Shared()
  private readonly labels = new Labels()
  private readonly exemplar = new Labels()
  /** The family that is open, as it is declared: a name that is none of its parts begins another. */
  private open: { name: string; family: Family } | null = null
  private samples = 0

  constructor(private readonly line: Line) {}

  readLine(): void {
    const { line } = this
    if (this.ended) throw new LineFault(line.place(), 'nothing may follow "# EOF"')
    if (line.at === line.end) throw new LineFault(line.place(), 'an empty line')
    if (line.code() === 35) this.readComment()
    else this.readSample()
  }

  finish(): MetricsExposition {
    for (const [name, family] of this.families) {
      family.finish(true)
      family.name = `${name}${queried[family.type] ?? ''}`
    }
    return { syntax: 'openmetrics', families: [...this.families.values()], samples: this.samples }
  }

  private readComment(): void {
    const { line } = this
    const text = line.remaining()
    if (text === '# EOF') {
      this.ended = true
      return
    }
    const [, keyword, name = '', rest] = /^# (TYPE|HELP|UNIT) ([a-zA-Z_:][\w:]*) (.*)$/.exec(text) ?? []
    if (!keyword || rest === undefined) throw new LineFault(line.place(), `no TYPE, HELP, UNIT or EOF: ${quoted(text)}`)
    const family = this.declare(name)
    if (family.samples > 0) throw new LineFault(line.place(), `${keyword} of ${quoted(name)} after its samples`)
    if (keyword === 'TYPE') this.readType(family, name, rest)
    else if (keyword === 'HELP') this.readHelp(family, name, rest)
    else this.readUnit(family, name, rest)
  }

  private readType(family: Family, name: string, word: string): void {
    const type = types.get(word)
    if (family.typePlace) throw new LineFault(this.line.place(), `a second TYPE line of ${quoted(name)}`)
    if (!type) throw new LineFault(this.line.place(), `an unknown type: ${quoted(word)}`)
    family.type = type
    family.typePlace = this.line.place()
  }

  private readHelp(family: Family, name: string, text: string): void {
    if (family.help !== null) throw new LineFault(this.line.place(), `a second HELP line of ${quoted(name)}`)
    family.help = text
    family.helpPlace = this.line.place()
  }

  private readUnit(family: Family, name: string, unit: string): void {
    if (family.unit !== null) throw new LineFault(this.line.place(), `a second UNIT line of ${quoted(name)}`)
    if (unit !== '' && !name.endsWith(`_${unit}`)) throw new LineFault(this.line.place(), `${quoted(name)} must end in its unit, ${quoted(unit)}`)
    family.unit = unit
  }

  private readSample(): void {
    const { line, labels } = this
    const at = line.at
    const name = line.name(true)
    if (name === '') throw new LineFault(line.place(), `no name of a metric: ${quoted(line.word())}`)
    const family = this.familyOf(name)
    labels.count = 0
    if (line.code() === 123) readLabels(line, labels, { blanks: false, lastComma: false, anyEscape: true })
    const value = this.readNumber(`the value of ${quoted(name)}`)
    const timestamp = line.at < line.end && line.text.charCodeAt(line.at + 1) !== 35 ? this.readTimestamp() : null
    if (line.at < line.end) this.readExemplar()
    family.add({ name, line, at, labels, value, timestamp })
    this.samples += 1
  }

  private readExemplar(): void {
    const { line } = this
    if (!line.text.startsWith(' # {', line.at)) throw new LineFault(line.place(), `nothing but an exemplar may follow: ${quoted(line.remaining())}`)
    line.at += 3
    readLabels(line, this.exemplar, { blanks: false, lastComma: false, anyEscape: true })
    this.readNumber('the value of the exemplar')
    if (line.at < line.end) this.readTimestamp()
    if (line.at < line.end) throw new LineFault(line.place(), `nothing may follow the exemplar: ${quoted(line.remaining())}`)
  }

  private readTimestamp(): string {
    const at = this.line.at + 1
    if (!Number.isFinite(this.readNumber('a timestamp in seconds'))) throw new LineFault(this.line.place(at), 'a timestamp must be finite')
    return this.line.text.slice(at, this.line.at)
  }

  /** A number after exactly one blank. */
  private readNumber(what: string): number {
    const { line } = this
    if (line.code() !== 32) throw new LineFault(line.place(), `expected one blank before ${what}, found ${found(line)}`)
    line.at += 1
    const at = line.at
    const word = line.word()
    const value = floatOf(word)
    if (value === null) throw new LineFault(line.place(at), `expected a number as ${what}, found ${quoted(word)}`)
    return value
  }

  /** The open family, if a name can be one of its samples; else one without a type begins. */
  private familyOf(name: string): Family {
    const { open } = this
    if (open && name.startsWith(open.name) && suffixes[open.family.type].includes(name.slice(open.name.length))) return open.family
    return this.begin(name)
  }

  private declare(name: string): Family {
    return this.open?.name === name ? this.open.family : this.begin(name)
  }

  private begin(name: string): Family {
    const { line } = this
    if (this.open?.name === name) throw new LineFault(line.place(line.start), `${quoted(name)} is no sample of a ${this.open.family.type}`)
    if (this.families.has(name)) throw new LineFault(line.place(line.start), `lines of ${quoted(name)} after those of another metric`)
    if (this.families.size >= mostFamilies) throw new LineFault(line.place(line.start), 'too many metrics', 'too-many-values')
    const family = new Family(name, line.place(line.start), this.shared)
    this.families.set(name, family)
    this.open = { name, family }
    return family
  }
}
