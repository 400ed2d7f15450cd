import type { TextFormat } from '../format'
import type { Place } from '../place'
import { isOpenMetrics, readOpenMetrics } from './exposition/open-metrics'
import { readText } from './exposition/text'

/**
 * What an endpoint of metrics answered, in Prometheus' text format 0.0.4 or OpenMetrics 1.0. Samples are counted and not
 * kept: an answer of 50 MB holds half a million of them.
 */
export interface MetricsExposition {
  syntax: 'text' | 'openmetrics'
  /** In the order in which they are first named. */
  families: readonly MetricFamily[]
  /** Lines that carry a value. */
  samples: number
}

/** The metrics of one name, which a `TYPE` line declares together. */
export interface MetricFamily {
  /**
   * The name that queries use: of a counter the one that ends in `_total`, of OpenMetrics too, and of an info metric the one
   * that ends in `_info`; of a histogram or summary without its suffixes.
   */
  name: string
  /** Its first line. */
  place: Place
  type: MetricType
  /** Where `TYPE` stands; null where it does not, which makes the type `untyped`. */
  typePlace: Place | null
  help: string | null
  helpPlace: Place | null
  /** Of a `UNIT` line, which only OpenMetrics has. */
  unit: string | null
  samples: number
  /** Distinct series, as a server stores them: every bucket is one. */
  series: number
  /** Distinct combinations of labels: a histogram or summary counts once, however many series it is stored as. */
  metrics: number
  /** `least` where a file holds more than can be told apart: there are at least so many series, metrics and values. */
  counted: 'all' | 'least'
  /** By name, `le` of a histogram and `quantile` of a summary left out. */
  labels: ReadonlyMap<string, MetricLabel>
  /** The first of its lines after lines of another family. */
  scattered: Place | null
  /** The first sample of a counter that counts nothing: below zero, or no number. */
  uncounted: Place | null
  /** The first line that repeats the name, labels and timestamp of an earlier one. */
  repeated: Place | null
  /** A label of its own that is reserved for histograms or summaries: `le`, `quantile`. */
  reserved: { name: string; place: Place } | null
  /** What is wrong with its buckets, the first place of each kind; empty for what is no histogram. */
  faults: readonly HistogramFault[]
}

export type MetricType = 'counter' | 'gauge' | 'histogram' | 'summary' | 'untyped' | 'info' | 'stateset' | 'gaugehistogram'

export interface MetricLabel {
  name: string
  /** Where it is first used. */
  place: Place
  /** Samples of the family that have it. */
  samples: number
  /** Distinct values. */
  values: number
  /** What values look like that name one person, request or thing, each with its first place. */
  identities: ReadonlyMap<Identity, Place>
}

/** What a label's value can look like where it has as many values as there are users, requests or records. */
export type Identity = 'email' | 'uuid' | 'number' | 'hash' | 'path' | 'time'

export interface HistogramFault {
  kind: 'no-le' | 'no-infinity' | 'no-sum' | 'no-count' | 'count-differs' | 'not-cumulative' | 'not-sorted' | 'bare-sample'
  place: Place
}

export const metricsExposition: TextFormat<MetricsExposition> = {
  syntax: 'text',
  matches: looksLikeExposition,
  maximumBytes: 64 * 1024 * 1024,
  read: text => (isOpenMetrics(text) ? readOpenMetrics(text) : readText(text)),
}

const headLines = 400
const declaration = /^#[ \t]*TYPE[ \t]+[a-zA-Z_:][\w:]*[ \t]+[a-z]+/
const sample = /^[a-zA-Z_:][\w:]*(?<!:)(\{.*\})?[ \t]+([+-]?(\d|\.\d|inf)|nan)[\w.+-]*([ \t]+[+-]?\d[\d.e+]*)?([ \t]+#.*)?$/i
const metric = /^\w+[_:]\w|\{[a-zA-Z_]\w*="/
const otherKind = /^([\w."'-]+:(\s|$)|[[{<]|- |---)/

/**
 * A `TYPE` line says it, unless what follows is written in YAML or the like. Without one, every line must be a sample
 * and one must carry labels or a name of several words: a word and a number stand in any list that a person writes.
 */
function looksLikeExposition(text: string): boolean {
  // The last piece is what follows the last line feed, or as many lines as are looked at: a line that is cut tells nothing.
  const lines = text.split('\n', headLines).slice(0, -1).map(line => line.trim()).filter(line => line !== '')
  const content = lines.filter(line => !line.startsWith('#'))
  if (lines.some(line => declaration.test(line))) return !content[0] || !otherKind.test(content[0])
  return content.some(line => metric.test(line)) && content.every(line => sample.test(line))
}
