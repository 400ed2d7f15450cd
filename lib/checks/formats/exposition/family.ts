import type { Place } from '../../place'
import type { HistogramFault, Identity, MetricFamily, MetricLabel, MetricType } from '../metrics-exposition'
import { Buckets } from './buckets'
import { identityOf } from './identity'
import { LineFault, type Line } from './lines'
import { hashesOf, type Hashes, type Labels } from './sample'
import { Seen } from './seen'

/** Room for the series of 50 MB and for what their labels say. */
const mostSeen = 2_000_000

/** Families that a file may have, and labels of all of them together; no endpoint has a tenth of it. */
export const mostFamilies = 20_000
const mostLabels = 100_000

/** What the families of a file share. */
export class Shared {
  readonly seen = new Seen(mostSeen)
  labels = 0
}

/** Metrics of a histogram that may be begun and not yet ended; most files end each before the next. */
const mostOpen = 20_000

export interface Sample {
  name: string
  /** The line that it stands in, and where it begins. */
  line: Line
  at: number
  labels: Labels
  value: number
  /** Where two samples of one series may differ by it. */
  timestamp: string | null
}

/** A family while its lines are read. */
export class Family implements MetricFamily {
  type: MetricType = 'untyped'
  typePlace: Place | null = null
  help: string | null = null
  helpPlace: Place | null = null
  unit: string | null = null
  samples = 0
  series = 0
  counted: 'all' | 'least' = 'all'
  scattered: Place | null = null
  uncounted: Place | null = null
  repeated: Place | null = null
  reserved: { name: string; place: Place } | null = null
  readonly labels = new Map<string, Label>()
  /** Histograms that were looked at, or summaries. */
  private composed = 0
  private readonly open = new Map<number, Buckets>()
  private readonly found = new Map<HistogramFault['kind'], HistogramFault>()
  private readonly self: Hashes
  private part: { name: string; hashes: Hashes }

  constructor(public name: string, readonly place: Place, private readonly shared: Shared) {
    this.self = hashesOf(`${name} as a whole`)
    this.part = { name, hashes: hashesOf(name) }
  }

  get metrics(): number {
    return this.ownLabel ? this.composed : this.series
  }

  get faults(): HistogramFault[] {
    return [...this.found.values()]
  }

  add(sample: Sample): void {
    this.samples += 1
    if (this.type === 'counter' && !(sample.value >= 0)) this.uncounted ??= sample.line.place(sample.at)
    const own = this.ownLabel
    let [low, high] = [0, 0]
    let bound = -1
    for (let index = 0; index < sample.labels.count; index += 1) {
      const name = sample.labels.names[index] ?? ''
      if (name === own) bound = index
      else {
        const label = this.take(name, sample, index)
        low = (low + label.pair.low) | 0
        high = (high + label.pair.high) | 0
      }
    }
    this.tell(sample, low, high, bound)
    if (own === 'le') this.addToMetric(sample, keyOf(low, high), bound)
    else if (own && this.shared.seen.add(avalanche(this.self.low) + low | 0, avalanche(this.self.high) + high | 0) === 'new') this.composed += 1
  }

  /** What only the whole file shows; `sumMayLack` where the format lets a histogram do without its sum and count. */
  finish(sumMayLack: boolean): void {
    for (const buckets of this.open.values()) {
      this.composed += 1
      for (const fault of buckets.lacks(sumMayLack)) this.keep(fault)
    }
  }

  /** The label that tells the parts of one metric apart. */
  private get ownLabel(): 'le' | 'quantile' | null {
    return this.type === 'histogram' || this.type === 'gaugehistogram' ? 'le' : this.type === 'summary' ? 'quantile' : null
  }

  private take(name: string, { labels, line }: Sample, index: number): Label {
    let label = this.labels.get(name)
    if (!label) {
      this.shared.labels += 1
      if (this.shared.labels > mostLabels) throw new LineFault(line.place(labels.at[index]), 'too many labels', 'too-many-values')
      label = new Label(this.name, name, line.place(labels.at[index]))
      this.labels.set(name, label)
      if (name === 'le' || name === 'quantile') this.reserved = { name, place: label.place }
    }
    label.samples += 1
    label.hash(labels.low[index] ?? 0, labels.high[index] ?? 0)
    const answer = this.shared.seen.add(label.value.low, label.value.high)
    if (answer === 'full') this.counted = 'least'
    if (answer === 'new') {
      label.values += 1
      const identity = identityOf(labels.value(line.text, index))
      if (identity && !label.identities.has(identity)) label.identities.set(identity, line.place(labels.at[index]))
    }
    return label
  }

  /** Counts the series of a sample, and notices where it stands twice. */
  private tell({ name, labels, timestamp, line, at }: Sample, low: number, high: number, bound: number): void {
    if (this.part.name !== name) this.part = { name, hashes: hashesOf(name) }
    const seriesLow = avalanche(this.part.hashes.low ^ (labels.low[bound] ?? 0)) + low | 0
    const seriesHigh = avalanche(this.part.hashes.high ^ (labels.high[bound] ?? 0)) + high | 0
    let answer = this.shared.seen.add(seriesLow, seriesHigh)
    if (answer === 'new') this.series += 1
    if (timestamp !== null) {
      const point = hashesOf(timestamp)
      answer = this.shared.seen.add(avalanche(point.low) + seriesLow | 0, avalanche(point.high) + seriesHigh | 0)
    }
    if (answer === 'known') this.repeated ??= line.place(at)
    if (answer === 'full') this.counted = 'least'
  }

  private addToMetric(sample: Sample, key: number, bound: number): void {
    const suffix = sample.name.slice(this.name.length)
    if (suffix === '_created') return
    let buckets = this.open.get(key)
    if (!buckets) {
      if (this.open.size >= mostOpen) {
        this.counted = 'least'
        return
      }
      buckets = new Buckets(sample.line.place(sample.at))
      this.open.set(key, buckets)
    }
    const written = bound < 0 ? null : sample.labels.value(sample.line.text, bound)
    const kind = buckets.add(suffix, written, sample.value, sample.timestamp)
    if (kind) this.keep({ kind, place: sample.line.place(sample.at) })
    if (!buckets.isWhole) return
    this.composed += 1
    if (buckets.countDiffers) this.keep({ kind: 'count-differs', place: sample.line.place(sample.at) })
    this.open.delete(key)
  }

  private keep(fault: HistogramFault): void {
    if (!this.found.has(fault.kind)) this.found.set(fault.kind, fault)
  }
}

class Label implements MetricLabel {
  samples = 0
  values = 0
  readonly identities = new Map<Identity, Place>()
  /** Hashes of the value that was hashed last: as one of this family's, and as a pair of name and value. */
  readonly value: Hashes = { low: 0, high: 0 }
  readonly pair: Hashes = { low: 0, high: 0 }
  private readonly own: Hashes
  private readonly inFamily: Hashes

  constructor(family: string, readonly name: string, readonly place: Place) {
    this.own = hashesOf(name)
    this.inFamily = hashesOf(`${family} ${name}`)
  }

  hash(low: number, high: number): void {
    this.value.low = avalanche(this.inFamily.low ^ low)
    this.value.high = avalanche(this.inFamily.high ^ Math.imul(high, 0x2c1b3c6d))
    this.pair.low = avalanche(this.own.low ^ Math.imul(low, 0x2c1b3c6d))
    this.pair.high = avalanche(this.own.high ^ Math.imul(high, 0x297a2d39))
  }
}

/** MurmurHash3's last step: without it, sums of hashes of like values would often be equal. */
function avalanche(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}

/** One whole number of 53 bits from two hashes. */
function keyOf(low: number, high: number): number {
  return (high & 0x1fffff) * 0x1_0000_0000 + (low >>> 0)
}
