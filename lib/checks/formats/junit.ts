import { SaxesParser, type SaxesTagPlain } from 'saxes'
import type { TextFormat } from '../format'
import { placesOf, type Place } from '../place'
import type { Read } from '../syntax/tree'

/** A report of tests as JUnit and most test programs write it. */
export interface Junit {
  place: Place
  suites: readonly JunitSuite[]
}

export interface JunitSuite {
  name: string
  place: Place
  cases: readonly JunitCase[]
  /** What it says itself of the cases that it and the suites within it hold; null where it does not. */
  declared: { tests: number | null; failures: number | null; errors: number | null }
  /** Cases in it and in the suites within it. */
  counted: { tests: number; failures: number; errors: number }
  /** An error of the suite as a whole, such as a set-up that broke. */
  broken: boolean
}

export interface JunitCase {
  name: string
  place: Place
  result: 'passed' | 'failed' | 'errored' | 'skipped'
  /** It failed first and passed when it was run again (Surefire's `flakyFailure` and `flakyError`). */
  flaky: boolean
}

type Mutable<Value> = { -readonly [Key in keyof Value]: Value[Key] }
type OpenSuite = Mutable<Omit<JunitSuite, 'cases'>> & { cases: JunitCase[] }

export const junit: TextFormat<Junit> = {
  syntax: 'text',
  matches: text => /^\uFEFF?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*){0,5}<testsuites?[\s/>]/.test(text.slice(0, 16_384)),
  read: text => new JunitReader(text).read(),
}

const deepest = 64

class JunitReader {
  private readonly parser = new SaxesParser<{ position: true; xmlns: false }>({ position: true, xmlns: false })
  private readonly open: OpenSuite[] = []
  private readonly suites: JunitSuite[] = []
  private readonly elements: string[] = []
  private current: Mutable<JunitCase> | null = null
  private place: Place = { line: 1, column: 1 }
  private tooDeep: Place | null = null

  constructor(private readonly text: string) {}

  read(): Read<Junit> {
    const place = placesOf(this.text)
    // It is told once the name and the character after it are read.
    this.parser.on('opentagstart', ({ name }) => {
      this.place = place(this.parser.position - name.length - 2)
    })
    this.parser.on('opentag', tag => this.begin(tag))
    this.parser.on('closetag', tag => this.end(tag.name))
    // What the parser finds wrong is thrown: half a report is none.
    this.parser.on('error', error => {
      throw error
    })
    try {
      this.parser.write(this.text).close()
    } catch (error) {
      const message = error instanceof Error ? error.message.replace(/^\d+:\d+: /, '') : 'XML'
      return { ok: false, problems: [{ place: place(this.parser.position), reason: 'syntax', values: { message } }] }
    }
    if (this.tooDeep) return { ok: false, problems: [{ place: this.tooDeep, reason: 'too-deep' }] }
    return { ok: true, value: { place: { line: 1, column: 1 }, suites: this.suites } }
  }

  private begin({ name, attributes }: SaxesTagPlain): void {
    this.elements.push(name)
    if (this.elements.length > deepest) this.tooDeep ??= this.place
    // What holds the suites may hold cases of its own, and counts them all.
    if (name === 'testsuite' || name === 'testsuites') this.open.push(suiteOf(attributes, this.place))
    else if (name === 'testcase') {
      const title = [attributes.classname, attributes.name].filter(part => part).join(' › ')
      this.current = { name: title || '?', place: this.place, result: statusOf(attributes.status), flaky: false }
    } else this.note(name)
  }

  /** What stands right within a case, or within a suite, says how it went. */
  private note(name: string): void {
    const parent = this.elements.at(-2)
    if (this.current && parent === 'testcase') {
      if (name === 'error') this.current.result = 'errored'
      else if (name === 'failure' && this.current.result !== 'errored') this.current.result = 'failed'
      else if (name === 'skipped' && this.current.result === 'passed') this.current.result = 'skipped'
      else if (name === 'flakyFailure' || name === 'flakyError') this.current.flaky = true
    }
    const suite = this.open.at(-1)
    if (suite && parent === 'testsuite' && (name === 'error' || name === 'failure')) suite.broken = true
  }

  private end(name: string): void {
    this.elements.pop()
    if (name === 'testcase' && this.current) {
      const suite = this.open.at(-1)
      suite?.cases.push(this.current)
      for (const holder of this.open) {
        holder.counted.tests += 1
        if (this.current.result === 'failed') holder.counted.failures += 1
        if (this.current.result === 'errored') holder.counted.errors += 1
      }
      this.current = null
    }
    const closed = name === 'testsuite' || name === 'testsuites' ? this.open.pop() : undefined
    if (closed) this.suites.push(closed)
  }
}

function suiteOf(attributes: Record<string, string>, place: Place): OpenSuite {
  return {
    name: attributes.name || '?', place, cases: [], broken: false,
    declared: { tests: countOf(attributes.tests), failures: countOf(attributes.failures), errors: countOf(attributes.errors) },
    counted: { tests: 0, failures: 0, errors: 0 },
  }
}

/** Some programs say how a case went in an attribute alone, as googletest does of one that was not run. */
function statusOf(status = ''): JunitCase['result'] {
  if (/^(notrun|skipped|disabled|ignored|pending)$/i.test(status)) return 'skipped'
  if (/^(fail|failed|failure)$/i.test(status)) return 'failed'
  return /^(error|errored|broken)$/i.test(status) ? 'errored' : 'passed'
}

function countOf(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null
}
