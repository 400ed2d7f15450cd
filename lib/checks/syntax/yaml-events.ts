import {
  COLLECTION_STYLE, EVENT_ID, getScalarValue, parseEvents, SCALAR_STYLE, YAMLException,
  type Event, type MappingEvent, type ScalarEvent, type SequenceEvent,
} from 'js-yaml'
import { treeLimits } from './tree'
import type { Parsed, Step } from './yaml'

/** What this parser says of a text is not what others say. */
export class Doubt extends Error {}

/**
 * Reads YAML by the events of `js-yaml`; throws a `Doubt`, at once or from the steps, where it refuses the text or takes what others
 * do not. It takes no tab before a bracket, and no bracket that ends in the column of the key: both are written, and what reads
 * rules and configurations in the end takes them.
 */
export function readEvents(text: string): Parsed {
  // It passes over directives that it does not know, and over an end of no document.
  if (/^(?:%|\.\.\.)/m.test(text)) throw new Doubt()
  const events = eventsOf(text)
  if (events.length === 0) return { ok: false, at: 0, reason: 'empty' }
  if (events.some(({ type }, index) => index > 0 && type === EVENT_ID.DOCUMENT)) throw new Doubt()
  return { ok: true, steps: new Steps(text, events) }
}

function eventsOf(text: string): Event[] {
  try {
    return parseEvents(text, { maxDepth: treeLimits.depth + 1 })
  } catch (error) {
    throw error instanceof YAMLException ? new Doubt() : error
  }
}

/** The steps of events, each of which says where in the text something stands. */
class Steps implements IterableIterator<Step> {
  // The first event begins the document.
  private index = 1
  /** How far the text was read; what is empty stands behind it. */
  private offset = 0

  constructor(private readonly text: string, private readonly events: readonly Event[]) {}

  [Symbol.iterator](): this {
    return this
  }

  next(): IteratorResult<Step> {
    const event = this.events[this.index]
    this.index += 1
    return event === undefined ? { done: true, value: undefined } : { done: false, value: this.stepOf(event) }
  }

  private stepOf(event: Event): Step {
    if (event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT) return { kind: 'end' }
    if (event.type === EVENT_ID.ALIAS) {
      this.offset = event.anchorEnd
      return { kind: 'alias', at: event.anchorStart - 1, name: this.between(event.anchorStart, event.anchorEnd) }
    }
    const anchor = this.between(event.anchorStart, event.anchorEnd)
    const at = this.startOf(event)
    if (event.type === EVENT_ID.SEQUENCE) return { kind: 'list', at, anchor }
    if (event.type === EVENT_ID.MAPPING) return { kind: 'map', at, anchor }
    const isPlain = event.style === SCALAR_STYLE.PLAIN
    return { kind: 'scalar', at, anchor, text: getScalarValue(this.text, event), isPlain, tag: this.between(event.tagStart, event.tagEnd) }
  }

  /** Nothing where the offsets say that there is none. */
  private between(start: number, end: number): string {
    return start < 0 ? '' : this.text.slice(start, end)
  }

  private startOf(event: MappingEvent | SequenceEvent | ScalarEvent): number {
    if (event.type !== EVENT_ID.SCALAR) {
      if (event.style === COLLECTION_STYLE.BLOCK && this.isBesideKey(event.start)) throw new Doubt()
      this.offset = Math.max(this.offset, event.start)
      return event.start
    }
    const properties = Math.max(event.anchorEnd, event.tagEnd)
    const from = Math.max(this.offset, properties)
    if (event.valueStart < 0) {
      this.offset = properties < 0 ? this.endOf(indicator, from) : this.endOf(blanks, from)
      return this.offset
    }
    this.offset = event.valueEnd
    if (event.style === SCALAR_STYLE.PLAIN) return event.valueStart
    if (event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED) return event.valueStart - 1
    return this.headerBefore(event.valueStart, from)
  }

  /** Whether what begins at `start` stands in the line of a key whose value it is: `a: &b c: d`. */
  private isBesideKey(start: number): boolean {
    return this.offset > 0 && /^$|:[ \t]*$/.test(this.text.slice(this.offset, start))
  }

  /** Where the `|` or `>` stands whose text begins at `start`: in the line before it, and behind all that was read. */
  private headerBefore(start: number, from: number): number {
    header.lastIndex = Math.max(this.text.lastIndexOf('\n', start - 2) + 1, from)
    return header.exec(this.text)?.index ?? start
  }

  private endOf(pattern: RegExp, from: number): number {
    pattern.lastIndex = from
    return from + (pattern.exec(this.text)?.[0].length ?? 0)
  }
}

const header = /[|>]/g
const blanks = /[ \t]*/y
/** What may stand between a node and an empty one whose `-`, `?` or `:` it ends with. */
const indicator = /["']?(?:\s|[\]}]|#.*)*[:?-](?=\s|$)[ \t]*/y
